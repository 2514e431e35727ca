package org.lianji.assistance;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.Assessments.Assessment;
import org.lianji.eligibility.EligibilityKind;
import org.lianji.eligibility.KnownSource;
import org.lianji.eligibility.ReliefCaps;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.items.Yuan;
import org.lianji.people.Identity;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.procedure.Texts;
import org.lianji.rules.RuleParameters;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the county decides: judged against what the rules say. */
@Component
final class Allowances {

    private static final int MOST_MEMBERS = 30;

    private static final long MOST_STANDARDS = 10;

    private static final int MOST_PARTS = 6;

    private final Families families;
    private final CaseKnowledge knowledge;
    private final Values values;
    private final RuleParameters parameters;
    private final ReliefCaps caps;
    private final AwardRecords records;
    private final Assessments assessments;
    private final Clock clock;

    Allowances(
            Families families,
            CaseKnowledge knowledge,
            Values values,
            RuleParameters parameters,
            ReliefCaps caps,
            AwardRecords records,
            Assessments assessments,
            Clock clock) {
        this.families = families;
        this.knowledge = knowledge;
        this.values = values;
        this.parameters = parameters;
        this.caps = caps;
        this.records = records;
        this.assessments = assessments;
        this.clock = clock;
    }

    /**
     * What an officer decides.
     *
     * @param monthlyAmount for the family; null for what the rules say
     * @param income of a family that is recognised; null for what the rules say
     * @param area null for the one that was stated at the door
     * @param reviewCycle how often it is reviewed; null of relief
     * @param months in which relief is paid in equal parts; null for at once
     * @param supportForm of somebody in extreme hardship
     * @param members ID numbers of whom it covers
     * @param reason why it is not what the rules say
     */
    record Award(
            @Nullable String monthlyAmount,
            @Nullable String income,
            @Nullable String area,
            @Nullable String reviewCycle,
            @Nullable Integer months,
            @Nullable String supportForm,
            List<String> members,
            @Nullable String reason) {}

    /**
     * What is decided.
     *
     * @param agrees whether it is what the rules say
     * @param again whether the family has had relief for that cause this year
     * @param amount that it should be, in fen
     */
    private record Grant(
            Case.Decision decision, boolean agrees, boolean again, @Nullable Long amount) {

        Grant(Case.Decision decision, boolean agrees, @Nullable Long amount) {
            this(decision, agrees, false, amount);
        }
    }

    /**
     * {@return the case as it is granted, from next month on; relief from this month on}
     *
     * @throws Problem OBJECTION_OPEN, CASE_MONTHS, CASE_AMOUNT, CASE_INCOME, CASE_MEMBERS,
     *     MEMBER_NOT_FAMILY, FAMILY_IN_RECEIPT, FAMILY_NOT_RECOGNISED, RELIEF_ABOVE_SPENT,
     *     RELIEF_ABOVE_CAP, RELIEF_THIS_YEAR, SUPPORT_FORM, DEPARTURE_REASON, AWARD_NOT_PUBLISHED,
     *     COUNTERSIGN_DIFFERS
     */
    Case granted(Case one, Award said) {
        if (knowledge.objectedTo(one)) {
            throw new Problem(AssistanceCode.OBJECTION_OPEN);
        }
        boolean relief = one.application().kind().ofSpending();
        if (relief == (said.reviewCycle() != null) || !relief && said.months() != null) {
            throw new Problem(AssistanceCode.CASE_MONTHS);
        }
        List<String> members = members(one, said.members());
        Optional<Assessment> assessment = assessments.of(one, LocalDate.now(clock));
        Grant grant =
                switch (one.application().kind()) {
                    case MINIMUM_LIVING -> allowance(one, said, members, assessment);
                    case EXTREME_HARDSHIP -> support(one, said, members);
                    case MARGIN_FAMILY ->
                            recognition(said, members, assessment, Assessment.INCOME_A_HEAD);
                    case RIGID_EXPENDITURE ->
                            recognition(said, members, assessment, Assessment.INCOME_A_YEAR);
                    case EXPENDITURE_RELIEF -> relief(one, said, members);
                };
        String reason = Texts.optional("reason", said.reason());
        boolean agrees = grant.agrees() && !foundBeyondTheRules(one);
        if (reason == null) {
            requireNoException(one, grant, agrees);
        }
        if (one.conflicted() && !signed(one, grant)) {
            throw new Problem(AssistanceCode.COUNTERSIGN_DIFFERS);
        }
        Assessments.Judgement judged =
                assessments.judged(one, assessment, agrees && !grant.again(), reason);
        return one.decided(grant.decision(), judged.at(grant.amount()));
    }

    /** One reason is for all that is not as it should be, so that all of it is told at once. */
    private void requireNoException(Case one, Grant grant, boolean agrees) {
        List<AssistanceCode> exceptions = new ArrayList<>();
        if (grant.again()) {
            exceptions.add(AssistanceCode.RELIEF_THIS_YEAR);
        }
        if (!agrees) {
            exceptions.add(
                    one.application().kind().ofSpending()
                            ? AssistanceCode.RELIEF_ABOVE_SPENT
                            : AssistanceCode.DEPARTURE_REASON);
        }
        if (knowledge.published(one).filter(told -> exceeds(told, grant.decision())).isPresent()) {
            exceptions.add(AssistanceCode.AWARD_NOT_PUBLISHED);
        }
        if (!exceptions.isEmpty()) {
            throw new Problem(
                    exceptions.getFirst(),
                    Map.of("exceptions", exceptions.stream().map(Enum::name).toList()));
        }
    }

    /** What the check found above a limit that no rule reckons with, such as a company. */
    private static boolean foundBeyondTheRules(Case one) {
        return one.inquiry().said().stream()
                .filter(answer -> answer.found() && answer.source().limits())
                .anyMatch(answer -> !KnownSource.tells(answer.source().category()));
    }

    /** What the second officer signed for; of what they left out what the rules say. */
    private boolean signed(Case one, Grant grant) {
        CaseRechecks.Recheck signed = one.recheck();
        Case.Decision decision = grant.decision();
        Long fen = decision.amount() == null ? decision.income() : decision.amount();
        boolean whole = signed.signedAmount() != null && signed.signedMembers() != null;
        return (whole || grant.agrees())
                && either(signed.signedAmount(), fen)
                && either(signed.signedMembers(), digested(decision.members()))
                && (decision.area() == null
                        || decision.area().equals(signed.signedArea())
                        || signed.signedArea() == null
                                && decision.area().equals(assessments.area(one)))
                && Objects.equals(signed.signedForm(), decision.supportForm());
    }

    private static boolean either(@Nullable Object signed, @Nullable Object decided) {
        return signed == null || signed.equals(decided);
    }

    /** {@return what whom a decision covers is known by beside a signature; null of nobody} */
    @Nullable String digest(@Nullable List<String> numbers) {
        return numbers == null
                ? null
                : digested(
                        families.tokens(
                                numbers.stream().map(families::identity).distinct().toList()));
    }

    private static String digested(List<String> tokens) {
        return Digests.hex(tokens.stream().sorted().collect(Collectors.joining(" ")));
    }

    private Grant allowance(
            Case one, Award said, List<String> members, Optional<Assessment> assessment) {
        Long amount = assessment.map(Assessment::amount).orElse(null);
        Case.Decision decision =
                new Case.Decision(
                        stated(one, said.monthlyAmount(), amount, members),
                        null,
                        null,
                        area(one, said),
                        nextMonth(),
                        null,
                        said.reviewCycle(),
                        null,
                        null,
                        members);
        boolean agrees =
                assessment
                        .filter(it -> covers(it, members))
                        .filter(it -> it.result().standard().area().equals(decision.area()))
                        .filter(_ -> Objects.equals(amount, decision.monthlyAmount()))
                        .isPresent();
        return new Grant(decision, agrees, amount);
    }

    /** Basic living by the local standard, and care by the grade (特困人员认定办法 §21). */
    private Grant support(Case one, Award said, List<String> members) {
        if (said.supportForm() == null || members.size() != 1) {
            throw new Problem(AssistanceCode.SUPPORT_FORM);
        }
        String area = area(one, said);
        long standard = parameter("EXTREME_" + area, one);
        long amount = stated(one, said.monthlyAmount(), standard, members);
        return new Grant(
                new Case.Decision(
                        amount,
                        parameter("CARE_" + one.inquiry().selfCare(), one),
                        null,
                        area,
                        nextMonth(),
                        null,
                        said.reviewCycle(),
                        said.supportForm(),
                        null,
                        members),
                amount == standard,
                standard);
    }

    private Grant recognition(
            Award said, List<String> members, Optional<Assessment> assessment, String figure) {
        Long assessed = assessment.flatMap(it -> it.figure(figure)).orElse(null);
        Long income = said.income() == null ? assessed : Long.valueOf(money(said.income()));
        if (income == null) {
            throw new Problem(AssistanceCode.CASE_INCOME);
        }
        Case.Decision decision =
                new Case.Decision(
                        null,
                        null,
                        income,
                        said.area(),
                        null,
                        LocalDate.now(clock).plusMonths(months(said.reviewCycle())),
                        said.reviewCycle(),
                        null,
                        null,
                        members);
        boolean agrees =
                income.equals(assessed) && assessment.filter(it -> covers(it, members)).isPresent();
        return new Grant(decision, agrees, null);
    }

    /**
     * What the family has had to spend within a year, as far as no relief was given for it, once a
     * calendar year for one cause; more, and once more, with a reason. What a case conference has
     * decided goes before the cap.
     */
    private Grant relief(Case one, Award said, List<String> members) {
        families.requireRecognised(one);
        int months = Objects.requireNonNullElse(said.months(), 1);
        if (months < 1 || months > MOST_PARTS) {
            throw new Problem(AssistanceCode.CASE_MONTHS);
        }
        if (said.monthlyAmount() == null) {
            throw new Problem(AssistanceCode.CASE_AMOUNT);
        }
        long part = money(said.monthlyAmount());
        ReliefCaps.Cap cap = caps.of(one.id(), one.application().places(), LocalDate.now(clock));
        long most = cap.most();
        if (part <= 0) {
            throw new Problem(AssistanceCode.CASE_AMOUNT);
        }
        if (part > most / months) {
            throw new Problem(AssistanceCode.RELIEF_ABOVE_CAP, Map.of("max", Yuan.text(most)));
        }
        YearMonth first = YearMonth.now(clock);
        Case.Decision decision =
                new Case.Decision(
                        part,
                        null,
                        null,
                        said.area(),
                        first.toString(),
                        first.plusMonths(months - 1L).atEndOfMonth(),
                        null,
                        null,
                        cap.rule(),
                        members);
        long spent = Math.max(0, assessments.spent(one) - records.relief(one, members));
        return new Grant(
                decision,
                part * months <= spent,
                records.relievedThisYear(one, members),
                Math.min(spent, most));
    }

    private static long months(@Nullable String cycle) {
        String given = Objects.requireNonNull(cycle);
        return Long.parseLong(given.substring(given.indexOf('_') + 1));
    }

    private String nextMonth() {
        return YearMonth.now(clock).plusMonths(1).toString();
    }

    private long parameter(String name, Case one) {
        return parameters.money(name, one.application().places(), LocalDate.now(clock));
    }

    /** {@return the case as it is refused} */
    Case refused(Case one, String reason) {
        Optional<Assessment> assessment = assessments.of(one, LocalDate.now(clock));
        boolean agrees =
                one.application().kind().rules().isEmpty()
                        || assessment.filter(it -> !it.qualifies()).isPresent();
        return one.decided(one.decision(), assessments.judged(one, assessment, agrees, reason));
    }

    private List<String> members(Case one, List<String> numbers) {
        List<Identity> named = numbers.stream().map(families::identity).distinct().toList();
        List<String> members = families.tokens(named);
        if (named.size() != numbers.size()
                || named.size() > MOST_MEMBERS
                || !members.contains(one.family().applicant())
                || !assessments.surveyed(one).containsAll(members)) {
            throw new Problem(AssistanceCode.CASE_MEMBERS);
        }
        families.requireFamily(one, members);
        return members;
    }

    /** Neighbours could object to no more than what they read; else it is said why it is more. */
    private static boolean exceeds(CaseKnowledge.NoticeTerms told, Case.Decision decision) {
        Long amount = decision.amount();
        return decision.members().size() > told.members()
                || amount != null && amount > told.amount();
    }

    /** The family qualifies, and it is for all of them; a single person's is for some. */
    private static boolean covers(Assessment assessment, List<String> members) {
        return assessment.qualifies()
                && (assessment.kind() == EligibilityKind.SINGLE_PERSON
                        ? assessment.members().containsAll(members)
                        : Set.copyOf(members).equals(Set.copyOf(assessment.members())));
    }

    private String area(Case one, Award said) {
        String area = said.area() == null ? assessments.area(one) : said.area();
        if (area == null) {
            throw new Problem(AssistanceCode.AWARD_AREA);
        }
        return area;
    }

    /** {@return fen a month above which an amount is a slip of the pen} */
    long most(List<String> places, int members) {
        long standard = parameters.money("STANDARD_MONTH", places, LocalDate.now(clock));
        return MOST_STANDARDS * standard * Math.max(1, members);
    }

    private long stated(
            Case one, @Nullable String given, @Nullable Long standard, List<String> members) {
        Long fen = given == null ? standard : Long.valueOf(money(given));
        if (fen == null || fen <= 0 || fen > most(one.application().places(), members.size())) {
            throw new Problem(AssistanceCode.CASE_AMOUNT);
        }
        return fen;
    }

    /** {@return fen} */
    long money(String given) {
        return (Long) values.required(ItemType.Scalar.MONEY, given, "amount");
    }
}
