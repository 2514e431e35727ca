package org.lianji.assistance;

import org.lianji.access.AccessPolicy;
import org.lianji.access.CoveredPersons;
import org.lianji.access.Grant;
import org.lianji.access.ReadPurpose;
import org.lianji.audit.AuditLog;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.consents.CaseConsents;
import org.lianji.consents.ConsentReach;
import org.lianji.contribution.FlowRecord;
import org.lianji.contribution.FlowRecords;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.rules.RuleParameters;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks a family's means against what the departments know (核对) instead of asking for papers
 * (社会救助法 §41): for the department that leads, under its agreements, for purpose A on the basis of
 * the case, and never beyond them. A source that may not be asked is told to be so.
 */
@Component
final class MeansCheck {

    static final int VALID_MONTHS = 6;

    private final Neo4jClient graph;
    private final AccessPolicy policy;
    private final Catalogue catalogue;
    private final BasisRegistry bases;
    private final RuleParameters parameters;
    private final Assessments assessments;
    private final CaseConsents consents;
    private final FlowRecords records;
    private final AuditLog chain;
    private final Clock clock;

    MeansCheck(
            Neo4jClient graph,
            AccessPolicy policy,
            Catalogue catalogue,
            BasisRegistry bases,
            RuleParameters parameters,
            Assessments assessments,
            CaseConsents consents,
            FlowRecords records,
            AuditLog chain,
            Clock clock) {
        this.graph = graph;
        this.policy = policy;
        this.catalogue = catalogue;
        this.bases = bases;
        this.parameters = parameters;
        this.assessments = assessments;
        this.consents = consents;
        this.records = records;
        this.chain = chain;
        this.clock = clock;
    }

    /** {@return the case with what the sources say, in the transaction of the step} */
    Case checked(Caller officer, Case one) {
        return checked(officer, one, Purpose.A);
    }

    /** {@return the same, where its basis serves another purpose} */
    Case checked(Caller officer, Case one, Purpose purpose) {
        String basis = one.family().basis();
        if (basis == null) {
            throw new Problem(AssistanceCode.CASE_LAPSED);
        }
        Caller hub = asking(officer, one);
        ReadPurpose reason = new ReadPurpose(purpose, basis);
        ConsentReach reach = consents.checked(one.id(), basis, bases.concerned(hub, reason));
        List<String> family = reach.family();
        if (family.isEmpty()) {
            throw new Problem(AssistanceCode.CASE_LAPSED);
        }
        CoveredPersons covered = new CoveredPersons(graph, family, LocalDate.now(clock));
        List<MeansAnswer> answers = answers(officer, reason, one, covered, reach.wholeFamily());
        for (ConsentReach.Supporter supporter : reach.supporters()) {
            List<String> alone = List.of(supporter.person());
            consents.answered(
                    supporter.consent(),
                    answers(
                                    officer,
                                    reason,
                                    one,
                                    new CoveredPersons(graph, alone, LocalDate.now(clock)),
                                    alone)
                            .stream()
                            .map(MeansAnswer::text)
                            .toList());
        }
        return one.with(
                one.inquiry()
                        .unasked(reach.unasked().size())
                        .checked(
                                answers.stream().map(MeansAnswer::text).toList(),
                                LocalDate.now(clock).plusMonths(VALID_MONTHS),
                                assessments.gathered(hub, reason, one, covered)));
    }

    /** The hub asks for the department that answers for the case, about the whole city. */
    static Caller asking(Caller officer, Case one) {
        return new Caller(
                one.application().department(),
                officer.client(),
                Set.of(Role.SYSTEM),
                Regions.WHOLE.getLast(),
                null);
    }

    /** Of those who are asked about alone; their entry says so. */
    private List<MeansAnswer> answers(
            Caller officer, ReadPurpose reason, Case one, CoveredPersons asked, List<String> all) {
        List<MeansAnswer> answers =
                Stream.of(MeansSource.values())
                        .map(
                                source ->
                                        answer(
                                                asking(officer, one),
                                                reason,
                                                source,
                                                one,
                                                asked,
                                                all))
                        .toList();
        chain.join(
                KnownFacts.entry(
                        officer,
                        one,
                        Objects.requireNonNull(reason.purpose()),
                        MeansAnswer.items(answers),
                        asked.persons(),
                        "check"));
        return answers;
    }

    private MeansAnswer answer(
            Caller hub,
            ReadPurpose reason,
            MeansSource source,
            Case one,
            CoveredPersons family,
            List<String> all) {
        Grant grant =
                policy.grant(hub, reason, catalogue.category(source.category()).orElseThrow());
        if (source.items().stream().anyMatch(item -> grant.clear(item).isEmpty())) {
            boolean never =
                    grant instanceof Grant.None(Grant.Refusal why)
                            && why != Grant.Refusal.NO_AGREEMENT;
            return new MeansAnswer(
                    source,
                    never ? MeansAnswer.Status.NOT_ALLOWED : MeansAnswer.Status.NO_AGREEMENT,
                    false);
        }
        return asked(source, one, family.of(grant, source.items()), all);
    }

    private MeansAnswer asked(
            MeansSource source, Case one, List<String> shown, List<String> family) {
        LocalDate today = LocalDate.now(clock);
        boolean found =
                graph.query(
                                source.statement(
                                        catalogue.category(source.category()).orElseThrow().type()))
                        .bindAll(
                                Map.of(
                                        "shown", shown,
                                        "persons", family,
                                        "today", today,
                                        "limit",
                                                parameters.money(
                                                        source.parameter(),
                                                        one.application().places(),
                                                        today)))
                        .fetchAs(Boolean.class)
                        .one()
                        .orElseThrow();
        return new MeansAnswer(
                source,
                shown.size() == family.size()
                        ? MeansAnswer.Status.ANSWERED
                        : MeansAnswer.Status.PARTLY,
                found);
    }

    /** Writes the report of the check into the library. */
    void report(Caller officer, Case one) {
        MeansAnswer.Conclusion conclusion = MeansAnswer.conclusion(one.inquiry().said());
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> items = new HashMap<>();
        items.put("requestNo", one.id());
        items.put("caseNo", one.id());
        items.put("consentNo", one.application().consentNo());
        items.put("sources", List.of("OTHER"));
        items.put("overLimit", conclusion == MeansAnswer.Conclusion.OVER_LIMITS);
        items.put("conclusion", conclusion.name());
        items.put("issuedOn", today.toString());
        items.put("validUntil", String.valueOf(one.inquiry().validUntil()));
        records.write(
                officer,
                new FlowRecord(
                        "MZ12",
                        one.family().applicant(),
                        one.id(),
                        OffsetDateTime.now(clock),
                        items));
    }
}
