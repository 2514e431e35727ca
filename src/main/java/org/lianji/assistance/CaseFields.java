package org.lianji.assistance;

import graphql.GraphQLContext;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.eligibility.EligibilityKind;
import org.lianji.eligibility.EligibilityResult;
import org.lianji.eligibility.EligibilityRule;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.workers.WorkerConflict;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a case tells of itself to officers. */
@Controller
final class CaseFields {

    private final Assessments assessments;
    private final AuditLog chain;

    CaseFields(Assessments assessments, AuditLog chain) {
        this.assessments = assessments;
        this.chain = chain;
    }

    @SchemaMapping
    AssistanceKind kind(Case one) {
        return one.application().kind();
    }

    @SchemaMapping
    @Nullable String cause(Case one, @AuthenticationPrincipal Caller caller) {
        return CaseGuards.related(caller, one) ? null : one.application().cause();
    }

    @SchemaMapping
    String region(Case one) {
        return one.application().places().getFirst();
    }

    @SchemaMapping
    Case.Channel channel(Case one) {
        return one.application().channel();
    }

    @SchemaMapping
    @Nullable String basis(Case one, @AuthenticationPrincipal Caller caller) {
        return one.basis(caller);
    }

    /** What the county found. */
    record ShownRecheck(
            boolean drawn,
            @Nullable Boolean upheld,
            @Nullable Boolean signedGrant,
            @Nullable Long signedAmount,
            @Nullable String signedArea,
            @Nullable String signedForm) {}

    /** Null where it was neither drawn or not, nor looked into. */
    @SchemaMapping
    @Nullable ShownRecheck recheck(Case one, @AuthenticationPrincipal Caller caller) {
        CaseRechecks.Recheck recheck = one.recheck();
        return recheck.drawn() == null && recheck.upheld() == null
                        || CaseGuards.related(caller, one)
                ? null
                : new ShownRecheck(
                        Boolean.TRUE.equals(recheck.drawn()),
                        recheck.upheld(),
                        one.signed() ? recheck.signedGrant() : null,
                        one.signed() ? recheck.signedAmount() : null,
                        one.signed() ? recheck.signedArea() : null,
                        one.signed() ? recheck.signedForm() : null);
    }

    @BatchMapping(field = "conflicts", typeName = "Case")
    List<List<WorkerConflict>> conflicts(List<Case> some, GraphQLContext context) {
        chain.append(
                some.stream()
                        .filter(Case::conflicted)
                        .map(one -> read(context, one, List.of(), "conflicts"))
                        .toList());
        return some.stream()
                .map(one -> one.family().conflicts().stream().map(WorkerConflict::of).toList())
                .toList();
    }

    @SchemaMapping
    @Nullable Boolean favourable(Case one, @AuthenticationPrincipal Caller caller) {
        return CaseGuards.related(caller, one) ? null : one.inquiry().favourable();
    }

    @BatchMapping(field = "surveyors", typeName = "Case")
    List<List<String>> surveyors(List<Case> some, GraphQLContext context) {
        Caller caller = Caller.of(context);
        chain.append(
                some.stream()
                        .filter(one -> !one.inquiry().surveyors().isEmpty())
                        .filter(one -> !CaseGuards.related(caller, one))
                        .map(one -> read(context, one, List.of(), "surveyors"))
                        .toList());
        return some.stream()
                .map(
                        one ->
                                CaseGuards.related(caller, one)
                                        ? List.<String>of()
                                        : assessments.surveyors(one))
                .toList();
    }

    private Entry read(GraphQLContext context, Case one, List<String> items, String what) {
        return KnownFacts.entry(
                Caller.of(context),
                one,
                items.isEmpty() ? List.of(one.application().kind().category()) : items,
                assessments.persons(one),
                what);
    }

    /** What the rules say. */
    record ShownAssessment(
            LocalDate asOf,
            EligibilityKind kind,
            boolean qualifies,
            @Nullable Long amount,
            int leftOut,
            List<AssessedInput> inputs,
            EligibilityResult result) {}

    /** A value that was reckoned with, and where it comes from. */
    record AssessedInput(
            String name,
            EligibilityRule.Title title,
            @Nullable Integer member,
            String value,
            boolean stated,
            @Nullable String category,
            @Nullable String item,
            @Nullable String recordNo,
            @Nullable ZonedDateTime observedAt) {}

    @BatchMapping(field = "assessment", typeName = "Case")
    Map<Case, ShownAssessment> assessment(List<Case> some, GraphQLContext context) {
        return assessments.shown(Caller.of(context), some).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> assessed(one.getValue())));
    }

    private static ShownAssessment assessed(Assessments.Assessment one) {
        return new ShownAssessment(
                one.asOf(),
                one.kind(),
                one.qualifies(),
                one.amount(),
                one.leftOut(),
                one.inputs().stream()
                        .map(input -> input(input, one.result().rule().inputs()))
                        .toList(),
                one.result());
    }

    private static AssessedInput input(
            SituationDraft.Input one, Map<String, EligibilityRule.Input> names) {
        KnownFacts.Fact fact = one.fact();
        return new AssessedInput(
                one.name(),
                CaseKnowledge.title(names, one.name()),
                one.member(),
                one.value(),
                fact == null,
                fact == null ? null : fact.source().category(),
                one.item(),
                fact == null ? null : fact.recordNo(),
                fact == null ? null : ZonedDateTime.parse(fact.observedAt()));
    }

    /** A decision that isn't what the rules say. */
    record Departure(
            @Nullable Boolean qualified, @Nullable Long assessedAmount, @Nullable String reason) {}

    @BatchMapping(field = "departure", typeName = "Case")
    Map<Case, Departure> departure(List<Case> some, GraphQLContext context) {
        List<Case> departed =
                some.stream()
                        .filter(one -> Boolean.TRUE.equals(one.judgement().departed()))
                        .filter(_ -> Caller.of(context).is(Role.COUNTY_OFFICER))
                        .filter(one -> !CaseGuards.related(Caller.of(context), one))
                        .toList();
        chain.append(
                departed.stream().map(one -> read(context, one, List.of(), "departure")).toList());
        return departed.stream().collect(Collectors.toMap(one -> one, this::departure));
    }

    private Departure departure(Case one) {
        return new Departure(
                one.judgement().qualified(),
                one.judgement().assessedAmount(),
                assessments.departure(one));
    }

    /** How far the applicant looks after themself. */
    @SchemaMapping
    Case.@Nullable SelfCare selfCare(Case one, @AuthenticationPrincipal Caller caller) {
        return CaseGuards.related(caller, one) ? null : one.inquiry().selfCare();
    }

    /** What was granted. */
    record Award(
            @Nullable Long monthlyAmount,
            @Nullable Long careAmount,
            int memberCount,
            @Nullable String area,
            @Nullable String startMonth,
            @Nullable LocalDate recognisedUntil,
            @Nullable Integer months,
            @Nullable String reviewCycle,
            @Nullable String supportForm,
            @Nullable String rule,
            int unasked) {}

    /** Who decides. */
    enum Decider {
        COUNTY,
        TOWN
    }

    @SchemaMapping(field = "decidedBy", typeName = "Case")
    Decider decidedBy(Case one) {
        return CaseGuards.byTown(one) ? Decider.TOWN : Decider.COUNTY;
    }

    @SchemaMapping(field = "award", typeName = "Case")
    @Nullable Award award(Case one, @AuthenticationPrincipal Caller caller) {
        return CaseGuards.related(caller, one) ? null : awarded(one);
    }

    /** {@return what was granted; null before} */
    static @Nullable Award awarded(Case one) {
        Case.Decision decision = one.decision();
        return decision.startMonth() == null && decision.recognisedUntil() == null
                ? null
                : new Award(
                        decision.monthlyAmount(),
                        decision.careAmount(),
                        decision.members().size(),
                        decision.area(),
                        decision.startMonth(),
                        decision.recognisedUntil(),
                        decision.months(),
                        decision.reviewCycle(),
                        decision.supportForm(),
                        decision.awardRule(),
                        one.inquiry().leftOut());
    }
}
