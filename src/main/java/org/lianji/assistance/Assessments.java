package org.lianji.assistance;

import org.jspecify.annotations.Nullable;
import org.lianji.access.CoveredPersons;
import org.lianji.access.ReadPurpose;
import org.lianji.assistance.KnownFacts.FactSheet;
import org.lianji.audit.AuditLog;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Purpose;
import org.lianji.eligibility.Eligibility;
import org.lianji.eligibility.EligibilityKind;
import org.lianji.eligibility.EligibilityResult;
import org.lianji.eligibility.FamilySituation;
import org.lianji.eligibility.StatedSituation;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.procedure.SealedTexts;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the rules say of a family that applies: of what is known and what was stated at the door,
 * with every step. A person decides (个人信息保护法 §24); what they decided by is kept, and worked out
 * again as of that day.
 */
@Component
final class Assessments {

    /** Places among the sealed texts of a case; of the second surveyor that below the first. */
    private static final long SURVEYORS = -1;

    private static final long SITUATION = -10;

    private static final long FACTS = -11;
    private static final long DEPARTURE = -12;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Eligibility eligibility;
    private final KnownFacts library;
    private final BasisRegistry bases;
    private final SealedTexts texts;
    private final AuditLog chain;
    private final Clock clock;

    Assessments(
            Eligibility eligibility,
            KnownFacts library,
            BasisRegistry bases,
            SealedTexts texts,
            AuditLog chain,
            Clock clock) {
        this.eligibility = eligibility;
        this.library = library;
        this.bases = bases;
        this.texts = texts;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * @param members tokens of those who count
     * @param inputs what was reckoned with, and where it comes from
     * @param leftOut how many of the family the library knows who were not stated
     */
    record Assessment(
            EligibilityResult.Verdict verdict,
            EligibilityResult result,
            List<String> members,
            List<SituationDraft.Input> inputs,
            int leftOut) {

        /** Steps and inputs that decisions and their records take over. */
        static final String INCOME_A_HEAD = "incomePerHead";

        static final String INCOME_A_YEAR = "yearlyIncome";
        static final String LIVING = "livingExpenditure";
        static final String RIGID = "rigidExpenditure";
        static final String MEDICAL = "Expenditure.medical";
        static final String EDUCATION = "Expenditure.education";
        static final String REHABILITATION = "Expenditure.rehabilitation";

        /** {@return what a step gave, or what one read, in fen; none where the rules have none} */
        Optional<Long> figure(String name) {
            return result.steps().stream()
                    .filter(step -> step.member() == null)
                    .flatMap(
                            step ->
                                    Stream.concat(
                                            step.code().equals(name)
                                                    ? Stream.of(step.value())
                                                    : Stream.empty(),
                                            step.inputs().stream()
                                                    .filter(it -> it.name().equals(name))
                                                    .map(EligibilityResult.InputRead::value)))
                    .findFirst()
                    .map(text -> new BigDecimal(text.replace("…", "")))
                    .map(yuan -> yuan.movePointRight(2).setScale(0, RoundingMode.DOWN).longValue());
        }

        LocalDate asOf() {
            return result.asOf();
        }

        boolean qualifies() {
            return verdict.holds();
        }

        @Nullable Long amount() {
            return verdict.amount();
        }

        EligibilityKind kind() {
            return verdict.kind();
        }
    }

    /**
     * {@return what was stated at the door, as it is kept}
     *
     * @throws Problem CASE_MEMBERS, or at once what is wrong with a value
     */
    String stated(Case one, StatedSituation said) {
        Set<String> persons = new HashSet<>(said.persons());
        if (persons.size() != said.members().size()
                || !said.counted().contains(one.family().applicant())) {
            throw new Problem(AssistanceCode.CASE_MEMBERS);
        }
        StatedSituation tried = said.with(it -> it.age() == null ? it.aged(0) : it);
        new SituationDraft(tried, FactSheet.NOTHING, LocalDate.now(clock))
                .situation(county(one))
                .ifPresent(eligibility::evaluate);
        return texts.close(Case.class, one.id(), SITUATION, JSON.writeValueAsString(said));
    }

    /**
     * {@return what the library tells the leading department of the family, as it is kept}
     *
     * @param report what sources outside have told this check
     */
    String gathered(
            Caller hub,
            ReadPurpose reason,
            Case one,
            CoveredPersons family,
            List<KnownFacts.Fact> report) {
        FactSheet known =
                library.read(hub, reason, one.application().kind().sources(), family)
                        .reported(report, one.family().applicant());
        Purpose purpose = Objects.requireNonNull(reason.purpose());
        KnownFacts.entries(hub, one, purpose, known, "facts").forEach(chain::join);
        return texts.close(Case.class, one.id(), FACTS, JSON.writeValueAsString(known));
    }

    /** {@return tokens of whom the check was about} */
    List<String> persons(Case one) {
        List<String> persons = new ArrayList<>(known(one).persons());
        return persons.isEmpty() ? List.of(one.family().applicant()) : persons;
    }

    private FactSheet known(Case one) {
        String kept = texts.open(Case.class, one.id(), FACTS, one.inquiry().facts());
        return kept == null ? FactSheet.NOTHING : JSON.readValue(kept, FactSheet.class);
    }

    private @Nullable StatedSituation said(Case one) {
        String kept = texts.open(Case.class, one.id(), SITUATION, one.inquiry().situation());
        return kept == null ? null : JSON.readValue(kept, StatedSituation.class);
    }

    /** {@return names of who was at the door, as they are kept} */
    List<String> sealed(Case one, List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> texts.close(Case.class, one.id(), SURVEYORS - i, names.get(i)))
                .toList();
    }

    /** {@return who was at the door} */
    List<String> surveyors(Case one) {
        List<String> names = one.inquiry().surveyors();
        return IntStream.range(0, names.size())
                .mapToObj(i -> texts.open(Case.class, one.id(), SURVEYORS - i, names.get(i)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** {@return tokens of whom the surveyors found at the door; the applicant's in any case} */
    Set<String> surveyed(Case one) {
        StatedSituation said = said(one);
        Stream<String> found =
                said == null
                        ? Stream.of()
                        : said.members().stream().map(StatedSituation.Member::person);
        return Stream.concat(Stream.of(one.family().applicant()), found)
                .collect(Collectors.toSet());
    }

    /** {@return urban or rural, as it was stated at the door} */
    @Nullable String area(Case one) {
        StatedSituation said = said(one);
        return said == null ? null : said.area();
    }

    /**
     * {@return what the rules say of the case by the rules and the standard of a day; none where no
     * rule is about its kind, where the situation was not stated, or not checked}
     */
    Optional<Assessment> of(Case one, LocalDate day) {
        StatedSituation said = said(one);
        if (said == null
                || one.inquiry().validUntil() == null
                || one.inquiry().validUntil().isBefore(day)
                || one.application().kind().rules().isEmpty()) {
            return Optional.empty();
        }
        FactSheet known = known(one);
        SituationDraft draft = new SituationDraft(said, known, day);
        return draft.situation(county(one)).map(it -> assessed(one, it, said, known, draft));
    }

    /**
     * {@return fen that the family has had to pay within a year, as far as it is known or was
     * stated at the door}
     */
    long spent(Case one) {
        StatedSituation said = said(one);
        return said == null
                ? 0
                : new SituationDraft(said, known(one), LocalDate.now(clock)).spending();
    }

    /** {@return what they say of it today} */
    Optional<Assessment> today(Case one) {
        return of(one, LocalDate.now(clock));
    }

    private Assessment assessed(
            Case one,
            FamilySituation situation,
            StatedSituation said,
            FactSheet known,
            SituationDraft draft) {
        EligibilityResult result = eligibility.evaluate(situation);
        List<EligibilityResult.Verdict> verdicts =
                one.application().kind().rules().stream()
                        .flatMap(
                                kind ->
                                        result.kinds().stream()
                                                .filter(verdict -> verdict.kind() == kind))
                        .toList();
        return new Assessment(
                verdicts.stream()
                        .filter(EligibilityResult.Verdict::holds)
                        .findFirst()
                        .orElse(verdicts.getFirst()),
                result,
                said.counted(),
                draft.inputs(),
                (int) known.persons().stream().filter(it -> !said.persons().contains(it)).count());
    }

    private static String county(Case one) {
        return one.application().places().getFirst();
    }

    /**
     * {@return what is kept of a decision}
     *
     * @param agrees whether what was decided is what the rules say
     * @param reason why not
     */
    Judgement judged(
            Case one, Optional<Assessment> assessment, boolean agrees, @Nullable String reason) {
        return new Judgement(
                LocalDate.now(clock),
                assessment.map(it -> it.result().rule().digest()).orElse(null),
                assessment.map(it -> it.result().standard().from()).orElse(null),
                assessment.map(Assessment::qualifies).orElse(null),
                assessment.map(Assessment::amount).orElse(null),
                !agrees,
                agrees || reason == null
                        ? null
                        : texts.close(Case.class, one.id(), DEPARTURE, reason));
    }

    /** {@return why the county departed from what the rules say} */
    @Nullable String departure(Case one) {
        return texts.open(Case.class, one.id(), DEPARTURE, one.judgement().departure());
    }

    /**
     * {@return what the rules say of each: of one that is open to the officers who have its basis,
     * of one that is decided to the county, as of the decision; on the chain before it leaves}
     */
    Map<Case, Assessment> shown(Caller caller, List<Case> some) {
        Set<String> open = bases.inForce(caller, some.stream().map(Case::id).toList()).keySet();
        Map<Case, Assessment> shown = new LinkedHashMap<>();
        for (Case one : some) {
            if (!CaseGuards.related(caller, one)) {
                if (one.judgement().decidedOn() instanceof LocalDate day) {
                    if (caller.is(Role.COUNTY_OFFICER)) {
                        replayed(one, day).ifPresent(it -> shown.put(one, it));
                    }
                } else if (open.contains(one.id())) {
                    of(one, LocalDate.now(clock)).ifPresent(it -> shown.put(one, it));
                }
            }
        }
        chain.append(
                shown.keySet().stream()
                        .flatMap(
                                one ->
                                        KnownFacts.entries(caller, one, known(one), "assessment")
                                                .stream())
                        .toList());
        return shown;
    }

    /** The same inputs, by the same rule and standard, to the cent; else nothing is told. */
    private Optional<Assessment> replayed(Case one, LocalDate day) {
        Judgement judgement = one.judgement();
        Optional<Assessment> again = of(one, day);
        if (again.isPresent() && !judged(one, again, true, null).saysAs(judgement)) {
            throw new Problem(AssistanceCode.DECISION_NOT_REPLAYED);
        }
        return again;
    }

    /**
     * What the rules say of a decision.
     *
     * @param decidedOn the day whose rules and standard count
     * @param ruleDigest the rules that there were
     * @param standardFrom first day of the standard that there was
     * @param qualified whether the family qualifies by them; null where they say nothing
     * @param assessedAmount how much a month by them, in fen
     * @param departed whether something else was decided
     * @param departure why; sealed
     */
    record Judgement(
            @Nullable LocalDate decidedOn,
            @Nullable String ruleDigest,
            @Nullable LocalDate standardFrom,
            @Nullable Boolean qualified,
            @Nullable Long assessedAmount,
            @Nullable Boolean departed,
            @Nullable String departure) {

        static final Judgement NONE = new Judgement(null, null, null, null, null, null, null);

        /** {@return the same, with the amount that there should be} */
        Judgement at(@Nullable Long amount) {
            return new Judgement(
                    decidedOn, ruleDigest, standardFrom, qualified, amount, departed, departure);
        }

        /** {@return whether both come from the same rules and standard, to the same} */
        boolean saysAs(Judgement other) {
            return Objects.equals(ruleDigest, other.ruleDigest)
                    && Objects.equals(standardFrom, other.standardFrom)
                    && Objects.equals(qualified, other.qualified)
                    && Objects.equals(assessedAmount, other.assessedAmount);
        }
    }
}
