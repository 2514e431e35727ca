package org.lianji.assistance;

import org.lianji.access.CoveredPersons;
import org.lianji.access.ReadPurpose;
import org.lianji.audit.Act;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Purpose;
import org.lianji.consents.CaseConsents;
import org.lianji.consents.ConsentReach;
import org.lianji.means.MeansAnswer;
import org.lianji.means.MeansCheck;
import org.lianji.means.MeansExcess;
import org.lianji.means.MeansFact;
import org.lianji.means.MeansFile;
import org.lianji.means.MeansInquiry;
import org.lianji.means.MeansReport;
import org.lianji.means.MeansSource;
import org.lianji.means.OutsideKind;
import org.lianji.means.OutsideReply;
import org.lianji.means.OutsideSources;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.procedure.SealedTexts;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The check of the means of who applies: sources outside are asked first, and what they and the
 * library say is written with the step. The facts are kept sealed, and show as far as who looks may
 * see them.
 */
@Component
final class CaseMeans {

    static final int VALID_MONTHS = 6;

    /** Place of the facts among the sealed texts of a case. */
    private static final long MEANS = -13;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Neo4jClient graph;
    private final BasisRegistry bases;
    private final MeansCheck check;
    private final MeansReport report;
    private final OutsideSources outside;
    private final Assessments assessments;
    private final CaseConsents consents;
    private final SealedTexts texts;
    private final AuditLog chain;
    private final Clock clock;

    CaseMeans(
            Neo4jClient graph,
            BasisRegistry bases,
            MeansCheck check,
            MeansReport report,
            OutsideSources outside,
            Assessments assessments,
            CaseConsents consents,
            SealedTexts texts,
            AuditLog chain,
            Clock clock) {
        this.graph = graph;
        this.bases = bases;
        this.check = check;
        this.report = report;
        this.outside = outside;
        this.assessments = assessments;
        this.consents = consents;
        this.texts = texts;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * {@return what sources outside answer about who of the family consented; that they were asked
     * is on the chain before anything leaves}
     *
     * @param kept what was answered before, and need not be asked again
     */
    List<OutsideReply> replies(Caller officer, Case one, Purpose purpose, List<OutsideReply> kept) {
        Set<OutsideKind> missing = outside.missing(kept);
        if (missing.isEmpty() || one.application().kind().ofSpending()) {
            return kept;
        }
        List<String> led = family(hub(officer, one), reason(one, purpose));
        MeansInquiry inquiry = inquiry(one, consents.reach(one.id(), led).family());
        List<OutsideKind> asked = missing.stream().sorted().toList();
        chain.append(
                List.of(
                        new Entry(
                                Kind.READ,
                                officer.department(),
                                officer.client(),
                                purpose.name(),
                                one.family().basis(),
                                List.of(),
                                asked.stream()
                                        .map(kind -> MeansReport.item(kind.sum()))
                                        .distinct()
                                        .toList(),
                                inquiry.persons(),
                                Digests.hex(one.id() + " asked " + asked),
                                null,
                                Act.ASKED_OUTSIDE)));
        List<OutsideReply> replies =
                new ArrayList<>(
                        kept.stream().filter(reply -> !missing.contains(reply.kind())).toList());
        replies.addAll(outside.ask(inquiry, missing));
        return List.copyOf(replies);
    }

    /** {@return what was answered when it was checked last} */
    List<OutsideReply> answered(Case one) {
        return file(one).replies();
    }

    /** {@return the case with what the sources say, in the transaction of the step} */
    Case checked(Caller officer, Case one, Purpose purpose, List<OutsideReply> replies) {
        Caller hub = hub(officer, one);
        ReadPurpose reason = reason(one, purpose);
        ConsentReach reach =
                consents.checked(
                        one.id(), Objects.requireNonNull(reason.basis()), family(hub, reason));
        if (reach.family().isEmpty()) {
            throw new Problem(AssistanceCode.CASE_LAPSED);
        }
        CoveredPersons covered = covered(reach.family());
        MeansCheck.Outcome outcome =
                asked(officer, one, reason, reach.wholeFamily(), covered, replies);
        for (ConsentReach.Supporter supporter : reach.supporters()) {
            List<String> alone = List.of(supporter.person());
            consents.answered(
                    supporter.consent(),
                    asked(officer, one, reason, alone, covered(alone), List.of()).answers().stream()
                            .filter(answer -> answer.source().outside() == null)
                            .map(MeansAnswer::text)
                            .toList());
        }
        return one.with(
                one.inquiry()
                        .unasked(reach.unasked().size())
                        .checked(
                                outcome.answers().stream().map(MeansAnswer::text).toList(),
                                LocalDate.now(clock).plusMonths(VALID_MONTHS),
                                assessments.gathered(
                                        hub,
                                        reason,
                                        one,
                                        covered,
                                        KnownFacts.reported(
                                                one.id(),
                                                outcome.file().replies(),
                                                OffsetDateTime.now(clock))),
                                texts.close(
                                        Case.class,
                                        one.id(),
                                        MEANS,
                                        JSON.writeValueAsString(outcome.file()))));
    }

    private CoveredPersons covered(List<String> persons) {
        return new CoveredPersons(graph, persons, LocalDate.now(clock));
    }

    /** Of those who are asked about alone; their entry says so. */
    private MeansCheck.Outcome asked(
            Caller officer,
            Case one,
            ReadPurpose reason,
            List<String> all,
            CoveredPersons asked,
            List<OutsideReply> replies) {
        MeansCheck.Outcome outcome =
                check.outcome(hub(officer, one), reason, inquiry(one, all), asked, replies);
        chain.join(
                KnownFacts.entry(
                        officer,
                        one,
                        Objects.requireNonNull(reason.purpose()),
                        MeansAnswer.items(outcome.answers()),
                        asked.persons(),
                        "check"));
        return outcome;
    }

    /** The hub asks for the department that answers for the case, about the whole city. */
    static Caller hub(Caller officer, Case one) {
        return new Caller(
                one.application().department(),
                officer.client(),
                Set.of(Role.SYSTEM),
                Regions.WHOLE.getLast(),
                null);
    }

    private static ReadPurpose reason(Case one, Purpose purpose) {
        if (one.family().basis() instanceof String basis) {
            return new ReadPurpose(purpose, basis);
        }
        throw new Problem(AssistanceCode.CASE_LAPSED);
    }

    private List<String> family(Caller hub, ReadPurpose reason) {
        List<String> family = bases.concerned(hub, reason);
        if (family.isEmpty()) {
            throw new Problem(AssistanceCode.CASE_LAPSED);
        }
        return family;
    }

    private static MeansInquiry inquiry(Case one, List<String> family) {
        return new MeansInquiry(
                one.id(),
                one.application().consentNo(),
                one.application().places(),
                family,
                one.application().kind().ofSpending());
    }

    /**
     * Writes the report of the check into the library; of spending alone there is none.
     *
     * @param request number of what asked for it: of the case itself, or of a review of it
     */
    void report(Caller officer, Case one, String request) {
        if (one.application().kind().ofSpending()) {
            return;
        }
        report.write(
                officer,
                one.family().applicant(),
                request,
                inquiry(one, List.of()),
                new MeansCheck.Outcome(one.inquiry().said(), file(one)),
                Objects.requireNonNull(one.inquiry().validUntil()));
    }

    private MeansFile file(Case one) {
        String kept = texts.open(Case.class, one.id(), MEANS, one.inquiry().means());
        return kept == null ? MeansFile.EMPTY : JSON.readValue(kept, MeansFile.class);
    }

    /**
     * What a source has found, as it shows to who looks.
     *
     * @param facts that they may see
     * @param withheld whether there are others
     */
    record ShownExcess(MeansExcess excess, List<MeansFact> facts, boolean withheld) {}

    /**
     * {@return what these sources have found: of whom the basis of the case leads an officer to,
     * what their own grants show; of who applies what is their own. On the chain before it leaves}
     */
    Map<MeansSource, ShownExcess> excesses(
            Caller caller, Case one, Collection<MeansSource> sources) {
        List<MeansExcess> found =
                file(one).excesses().stream()
                        .filter(excess -> sources.contains(excess.source()))
                        .toList();
        Set<MeansFact> seen =
                Set.copyOf(
                        shown(
                                caller,
                                one,
                                found.stream().flatMap(it -> it.facts().stream()).toList()));
        List<ShownExcess> excesses = found.stream().map(it -> shown(it, seen)).toList();
        chain.append(
                excesses.stream()
                        .map(ShownExcess::facts)
                        .filter(facts -> !facts.isEmpty())
                        .map(facts -> entry(caller, one, facts))
                        .toList());
        return excesses.stream().collect(Collectors.toMap(it -> it.excess().source(), it -> it));
    }

    private static ShownExcess shown(MeansExcess excess, Set<MeansFact> seen) {
        List<MeansFact> facts = excess.facts().stream().filter(seen::contains).toList();
        return new ShownExcess(excess, facts, facts.size() < excess.facts().size());
    }

    private static Entry entry(Caller caller, Case one, List<MeansFact> shown) {
        return KnownFacts.entry(
                caller,
                one,
                shown.stream().map(fact -> fact.category() + "." + fact.item()).distinct().toList(),
                shown.stream().map(MeansFact::person).distinct().toList(),
                "excess");
    }

    private List<MeansFact> shown(Caller caller, Case one, List<MeansFact> facts) {
        if (caller.is(Role.CITIZEN)) {
            String self = caller.person();
            return self == null
                    ? List.of()
                    : check.shown(caller, new ReadPurpose(Purpose.H, null), List.of(self), facts);
        }
        if (CaseGuards.related(caller, one)
                || !(bases.inForce(caller, one.id()).orElse(null) instanceof String basis)) {
            return List.of();
        }
        ReadPurpose reason = new ReadPurpose(Purpose.A, basis);
        return check.shown(caller, reason, bases.concerned(caller, reason), facts);
    }
}
