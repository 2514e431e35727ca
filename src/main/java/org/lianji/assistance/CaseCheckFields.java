package org.lianji.assistance;

import graphql.GraphQLContext;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.consents.CaseConsent;
import org.lianji.eligibility.EligibilityRule;
import org.lianji.means.MeansAnswer;
import org.lianji.means.MeansFact;
import org.lianji.means.MeansLimit;
import org.lianji.means.MeansSource;
import org.lianji.platform.Caller;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the check of a case's means tells, to officers and to who applies. */
@Controller
final class CaseCheckFields {

    private final CaseMeans means;
    private final Assessments assessments;
    private final AuditLog chain;

    CaseCheckFields(CaseMeans means, Assessments assessments, AuditLog chain) {
        this.means = means;
        this.assessments = assessments;
        this.chain = chain;
    }

    /** What a check said. */
    record Check(
            List<SourceAnswer> sources,
            MeansAnswer.Conclusion conclusion,
            int unasked,
            LocalDate validUntil) {}

    /** What one source of it said; of a relative outside the family without the case. */
    record SourceAnswer(
            @Nullable Case one,
            MeansSource source,
            String category,
            MeansAnswer.Status status,
            boolean found) {}

    @BatchMapping(field = "check", typeName = "Case")
    Map<Case, Check> check(List<Case> some, GraphQLContext context) {
        List<Case> checked =
                some.stream()
                        .filter(one -> one.inquiry().validUntil() != null)
                        .filter(one -> !CaseGuards.related(Caller.of(context), one))
                        .toList();
        chain.append(
                checked.stream()
                        .map(
                                one ->
                                        KnownFacts.entry(
                                                Caller.of(context),
                                                one,
                                                read(one),
                                                assessments.persons(one),
                                                "check"))
                        .toList());
        return checked.stream().collect(Collectors.toMap(one -> one, CaseCheckFields::said));
    }

    /** Where nothing was read, what it is about. */
    private static List<String> read(Case one) {
        List<String> items = MeansAnswer.items(one.inquiry().said());
        return items.isEmpty() ? List.of(one.application().kind().category()) : items;
    }

    /** Who applies is told what the check said (最低生活保障审核确认办法 §18), and their agent isn't. */
    @BatchMapping(field = "check", typeName = "MyCase")
    Map<MyCaseController.MyCase, Check> mine(
            List<MyCaseController.MyCase> some, GraphQLContext context) {
        Map<Case, Check> checks =
                check(
                        some.stream()
                                .filter(mine -> !mine.byAgent(Caller.of(context)))
                                .map(MyCaseController.MyCase::one)
                                .toList(),
                        context);
        return some.stream()
                .filter(mine -> checks.containsKey(mine.one()))
                .collect(
                        Collectors.toMap(
                                mine -> mine,
                                mine -> Objects.requireNonNull(checks.get(mine.one()))));
    }

    private static Check said(Case one) {
        List<MeansAnswer> said = one.inquiry().said();
        return new Check(
                answers(one, said),
                MeansAnswer.conclusion(said),
                one.inquiry().leftOut(),
                Objects.requireNonNull(one.inquiry().validUntil()));
    }

    /** What the check said of a relative outside the family, beside their consent. */
    @SchemaMapping(field = "answers", typeName = "CaseConsent")
    List<SourceAnswer> answers(CaseConsent consent) {
        return answers(null, consent.answers().stream().map(MeansAnswer::of).toList());
    }

    private static List<SourceAnswer> answers(@Nullable Case one, List<MeansAnswer> said) {
        return said.stream()
                .map(
                        answer ->
                                new SourceAnswer(
                                        one,
                                        answer.source(),
                                        answer.source().category(),
                                        answer.status(),
                                        answer.found()))
                .toList();
    }

    /** What a source has found. */
    record Excess(
            EligibilityRule.Title sentence,
            @Nullable Limit limit,
            List<Fact> facts,
            boolean withheld) {}

    /** What a family may have. */
    record Limit(String name, EligibilityRule.Title title, String value) {

        static @Nullable Limit of(@Nullable MeansLimit one) {
            return one == null
                    ? null
                    : new Limit(
                            one.name(), new EligibilityRule.Title(one.zh(), one.en()), one.value());
        }
    }

    /** What somebody of it has. */
    record Fact(
            String person,
            String category,
            String item,
            String recordNo,
            String value,
            ZonedDateTime observedAt) {

        static Fact of(MeansFact one) {
            return new Fact(
                    one.person(),
                    one.category(),
                    one.item(),
                    one.recordNo(),
                    one.value(),
                    ZonedDateTime.parse(one.observedAt()));
        }
    }

    /**
     * What a case's check has found is opened and looked through once, whichever sources are asked.
     */
    @BatchMapping(field = "excess", typeName = "MeansAnswer")
    Map<SourceAnswer, Excess> excess(List<SourceAnswer> some, GraphQLContext context) {
        Map<Case, List<SourceAnswer>> found =
                some.stream()
                        .filter(answer -> answer.found() && answer.one() != null)
                        .collect(
                                Collectors.groupingBy(
                                        answer -> Objects.requireNonNull(answer.one())));
        Map<SourceAnswer, Excess> excesses = new HashMap<>();
        found.forEach(
                (one, answers) -> {
                    Map<MeansSource, CaseMeans.ShownExcess> shown =
                            means.excesses(
                                    Caller.of(context),
                                    one,
                                    answers.stream().map(SourceAnswer::source).toList());
                    answers.forEach(
                            answer ->
                                    excesses.computeIfAbsent(
                                            answer, it -> excess(it, shown.get(it.source()))));
                });
        return excesses;
    }

    private static @Nullable Excess excess(
            SourceAnswer answer, CaseMeans.@Nullable ShownExcess shown) {
        return shown == null
                ? null
                : new Excess(
                        new EligibilityRule.Title(answer.source().zh(), answer.source().en()),
                        Limit.of(shown.excess().limit()),
                        shown.facts().stream().map(Fact::of).toList(),
                        shown.withheld());
    }
}
