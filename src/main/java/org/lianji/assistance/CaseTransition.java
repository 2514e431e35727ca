package org.lianji.assistance;

import static org.lianji.assistance.AssistanceKind.clocks;
import static org.lianji.assistance.CaseSide.APPLICANT;
import static org.lianji.assistance.CaseSide.COUNTY;
import static org.lianji.assistance.CaseSide.DECIDER;
import static org.lianji.assistance.CaseSide.HOLDER;
import static org.lianji.assistance.CaseSide.HUB;
import static org.lianji.assistance.CaseSide.OFFICE;
import static org.lianji.assistance.CaseState.ABORTED;
import static org.lianji.assistance.CaseState.ACCEPTED;
import static org.lianji.assistance.CaseState.CHECKED;
import static org.lianji.assistance.CaseState.CONFIRMED;
import static org.lianji.assistance.CaseState.NOTICED;
import static org.lianji.assistance.CaseState.OPINION;
import static org.lianji.assistance.CaseState.PAYING;
import static org.lianji.assistance.CaseState.REFUSED;
import static org.lianji.assistance.CaseState.REPORTED;
import static org.lianji.assistance.CaseState.SUBMITTED;
import static org.lianji.assistance.CaseState.SUPPLEMENT;
import static org.lianji.assistance.CaseState.SURVEYED;
import static org.lianji.assistance.CaseState.WITHDRAWN;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.AssistanceKind.Clocks;
import org.lianji.platform.Role;
import org.lianji.procedure.Condition;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The way of an application, of whatever kind (最低生活保障审核确认办法 §§9-22, 特困人员认定办法 §§9-20, 刚性支出困难家庭认定办法
 * §8): taken in once by the town, surveyed at the door, checked by the county against what the
 * departments know, published, and decided by the county.
 */
enum CaseTransition implements Transition<CaseState, Case> {
    SUBMIT(
            turn(APPLICANT)
                    .by(Role.TOWN_OFFICER, Role.CITIZEN)
                    .to(SUBMITTED)
                    .inWriting()
                    .starts(Cases.ACCEPT_CLOCK, department())),
    /** What is missing is told at once, and once only (社会救助法 §36). */
    ASK(
            office().from(SUBMITTED)
                    .to(SUPPLEMENT)
                    .inWriting()
                    .only(CaseGuards.NOT_ASKED)
                    .ends(Cases.ACCEPT_CLOCK)),
    SUPPLY(
            office().from(SUPPLEMENT)
                    .to(SUBMITTED)
                    .starts(Cases.ACCEPT_CLOCK, department())
                    .as("supplyCaseMaterial")),
    /** To the town where the family is known to live: who applied there doesn't apply anew. */
    TRANSFER(
            turn(APPLICANT)
                    .by(Role.TOWN_OFFICER, Role.COUNTY_OFFICER)
                    .from(SUBMITTED, SUPPLEMENT, ACCEPTED)
                    .inWriting()
                    .ends(Cases.ACCEPT_CLOCK)
                    .starts(CaseTransition::acceptance, department())),
    ACCEPT(
            office().from(SUBMITTED)
                    .to(ACCEPTED)
                    .ends(Cases.ACCEPT_CLOCK)
                    .starts(CaseGuards::totalClock, department())
                    .starts(clock(Clocks::survey), department())
                    .starts(clock(Clocks::opinion), department())
                    .as("acceptCase")),
    SURVEY(
            office().from(ACCEPTED)
                    .to(SURVEYED)
                    .inWriting()
                    .ends(clocks(Clocks::survey))
                    .starts(clock(Clocks::check), department())),
    CHECK(
            county().from(SURVEYED)
                    .to(CHECKED)
                    .ends(clocks(Clocks::check))
                    .ends(Cases.RECHECK_CLOCK)),
    /** Sources outside that have not answered; the report is written anew. */
    ASK_MEANS_AGAIN(county().from(CHECKED).only(CaseGuards.UNANSWERED)),
    /** Six items of looking after oneself, assessed by the county (特困人员认定办法 §§21, 22). */
    GRADE_SELF_CARE(
            county().from(SURVEYED, CHECKED, OPINION, NOTICED, REPORTED)
                    .inWriting()
                    .only(CaseGuards.OF_EXTREME_HARDSHIP)),
    STATE_OPINION(
            office().from(CHECKED)
                    .to(OPINION)
                    .inWriting()
                    .only(CaseGuards.CHECK_VALID)
                    .ends(clocks(Clocks::opinion))),
    NOTICE(
            office().from(OPINION)
                    .to(NOTICED)
                    .only(CaseGuards.TO_BE_NOTICED)
                    .starts(clock(Clocks::notice), department())
                    .as("noticeCase")),
    /**
     * Where it is out of the ordinary, once, before the time is over (最低生活保障审核确认办法 §22,
     * 刚性支出困难家庭认定办法 §8).
     */
    EXTEND(
            county().from(ACCEPTED, SURVEYED, CHECKED, OPINION, NOTICED, REPORTED)
                    .inWriting()
                    .only(CaseGuards.EXTENDABLE)
                    .extend(CaseGuards::totalClock)
                    .as("extendCase")),
    /** A notice of it was objected to, and the objection was right. */
    SURVEY_ANEW(
            turn(HUB)
                    .from(NOTICED, REPORTED)
                    .to(ACCEPTED)
                    .ends(clocks(Clocks::notice, Clocks::county))
                    .starts(clock(Clocks::survey), department())),
    /** A notice of it was objected to, and the objection was not right. */
    OPINE_ANEW(turn(HUB).from(NOTICED).to(CHECKED).ends(clocks(Clocks::notice))),
    REPORT(
            office().from(OPINION, NOTICED)
                    .to(REPORTED)
                    .only(CaseGuards.NOTICE_OVER)
                    .expires(clocks(Clocks::notice))
                    .starts(CaseTransition::county, department())),
    /**
     * The county looks itself into those that were drawn (特困人员认定办法 §16), and into those of workers'
     * near relatives (最低生活保障审核确认办法 §11).
     */
    RECHECK(county().from(REPORTED).inWriting().only(CaseGuards.DRAWN)),
    /** A second officer says what the decision about a worker's near relative shall be. */
    COUNTERSIGN(
            county().from(REPORTED)
                    .inWriting()
                    .only(CaseGuards.IN_CONFLICT)
                    .only(CaseGuards.RECHECKED)),
    CONFIRM(
            decider()
                    .from(REPORTED)
                    .to(CONFIRMED)
                    .only(CaseGuards.NOTICED_BEFORE)
                    .only(CaseGuards.CHECK_VALID)
                    .only(CaseGuards.SELF_CARE_GRADED)
                    .only(CaseGuards.RECHECKED)
                    .only(CaseGuards.UPHELD)
                    .only(CaseGuards.SIGNED_TO_GRANT)
                    .ends(clocks(Clocks::county, Clocks::total))
                    .ends(Cases.TOWN_CLOCK)
                    .starts(CaseTransition::payment, department(), CaseTransition::eveOfPayment)),
    REFUSE(
            decider()
                    .from(REPORTED)
                    .to(REFUSED)
                    .inWriting()
                    .only(CaseGuards.RECHECKED)
                    .only(CaseGuards.SIGNED_TO_REFUSE)
                    .ends(clocks(Clocks::county, Clocks::total))
                    .ends(Cases.TOWN_CLOCK)
                    .starts(Cases.REFUSAL_CLOCK, department())),
    /**
     * The town hands the refusal over in writing, with the reason and how to object (最低生活保障审核确认办法
     * §21, 特困人员认定办法 §18); so it does with the end of what isn't decided.
     */
    NOTICE_REFUSAL(
            office().from(REFUSED, ABORTED)
                    .inWriting()
                    .only(CaseGuards.NOT_NOTICED)
                    .ends(Cases.REFUSAL_CLOCK)
                    .as("noticeRefusal")),
    /** What was refused is to be looked at anew: the refusal is handed over to nobody any more. */
    SET_ASIDE(
            turn(HUB)
                    .from(REFUSED, ABORTED)
                    .ends(Cases.REFUSAL_CLOCK)
                    .starts(Cases.ANEW_CLOCK, department())),
    TAKE_ANEW(turn(HUB).from(REFUSED, ABORTED).ends(Cases.ANEW_CLOCK)),
    PAY(
            county().from(CONFIRMED)
                    .to(PAYING)
                    .only(CaseGuards.PAID)
                    .only(CaseGuards.PAYMENT_DUE)
                    .ends(Cases.PAYMENT_CLOCK)
                    .as("startCasePayment")),
    /** Who applies has the check done again, once (最低生活保障审核确认办法 §18). */
    OBJECT(
            turn(APPLICANT)
                    .by(Role.TOWN_OFFICER, Role.COUNTY_OFFICER, Role.CITIZEN)
                    .from(CHECKED, OPINION, NOTICED, REPORTED)
                    .to(SURVEYED)
                    .inWriting()
                    .only(CaseGuards.NOT_OBJECTED)
                    .ends(clocks(Clocks::notice, Clocks::county))
                    .starts(Cases.RECHECK_CLOCK, department())),
    WITHDRAW(
            turn(APPLICANT)
                    .by(Role.TOWN_OFFICER, Role.COUNTY_OFFICER, Role.CITIZEN)
                    .from(undecided())
                    .to(WITHDRAWN)
                    .inWritingBy(Role.TOWN_OFFICER, Role.COUNTY_OFFICER)
                    .lapses()
                    .as("withdrawCase")),
    /**
     * The applicant doesn't let it be looked into (最低生活保障审核确认办法 §29). It ends what was to be
     * decided: once the county decides it is the county's, as a refusal is.
     */
    ABORT(
            turn(HOLDER)
                    .by(Role.TOWN_OFFICER, Role.COUNTY_OFFICER)
                    .from(undecided())
                    .to(ABORTED)
                    .inWriting()
                    .only(CaseGuards.LOOKED_INTO)
                    .only(CaseGuards.SIGNED_TO_END)
                    .lapses()
                    .starts(Cases.REFUSAL_CLOCK, department()));

    private final Row<CaseState, Case> row;

    CaseTransition(Row<CaseState, Case> row) {
        this.row = row;
    }

    private static Row<CaseState, Case> turn(CaseSide side) {
        return Row.<CaseState, Case>turn(side).only(unrelated());
    }

    private static Row<CaseState, Case> office() {
        return turn(OFFICE).by(Role.TOWN_OFFICER);
    }

    private static Row<CaseState, Case> county() {
        return turn(COUNTY).by(Role.COUNTY_OFFICER);
    }

    /** The county, or where it lets the town another of the town than who reported it. */
    private static Row<CaseState, Case> decider() {
        return turn(DECIDER)
                .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                .only(CaseGuards.DECIDED_BY_ANOTHER);
    }

    private static @Nullable String county(Case one) {
        return CaseGuards.byTown(one) ? null : one.application().kind().clocks().county();
    }

    private static Function<Case, @Nullable String> clock(
            Function<Clocks, @Nullable String> which) {
        return one -> which.apply(one.application().kind().clocks());
    }

    /** {@return the clock of what is to be accepted by the town that it came to} */
    private static @Nullable String acceptance(Case one) {
        return one.state() == SUBMITTED ? Cases.ACCEPT_CLOCK : null;
    }

    private static @Nullable String payment(Case one) {
        return one.application().kind().paid() ? Cases.PAYMENT_CLOCK : null;
    }

    /** {@return the day before the first month that is paid; of what is paid at once today} */
    private static LocalDate eveOfPayment(Case one) {
        LocalDate eve =
                YearMonth.parse(Objects.requireNonNull(one.decision().startMonth()))
                        .minusMonths(1)
                        .atEndOfMonth();
        return one.judgement().decidedOn() instanceof LocalDate today && eve.isBefore(today)
                ? today
                : eve;
    }

    private static Function<Case, String> department() {
        return one -> one.application().department();
    }

    private static Condition<Case> unrelated() {
        return CaseGuards.UNRELATED;
    }

    private static CaseState[] undecided() {
        return Stream.of(CaseState.values()).filter(CaseState::open).toArray(CaseState[]::new);
    }

    @Override
    public Row<CaseState, Case> row() {
        return row;
    }
}
