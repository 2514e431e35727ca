package org.lianji.assistance;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Anchor;
import org.lianji.agencies.Applicant;
import org.lianji.agencies.Deputies;
import org.lianji.assistance.Assessments.Judgement;
import org.lianji.catalogue.Purpose;
import org.lianji.means.MeansAnswer;
import org.lianji.people.Kinship;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;
import org.lianji.workers.WorkerConflict;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An application on its way to the decision.
 *
 * @param progress how far it has come
 * @param application what was applied for
 * @param family whom it is about
 * @param inquiry what was found out
 * @param decision what was decided
 * @param judgement what the rules say of it, and whether the decision departs from that
 * @param recheck whether the county looks into it itself, and what it found
 */
record Case(
        Progress<CaseState> progress,
        Application application,
        Family family,
        Inquiry inquiry,
        Decision decision,
        Judgement judgement,
        CaseRechecks.Recheck recheck)
        implements Procedure<CaseState> {

    /** Where an application came in. */
    enum Channel {
        WINDOW,
        VILLAGE,
        ONLINE
    }

    /** How far somebody looks after themself (特困人员认定办法 §22). */
    enum SelfCare {
        ABLE,
        PARTLY_LOST,
        FULLY_LOST;

        /** Eating, dressing, getting in and out of bed, toileting, walking indoors, bathing. */
        static final int ITEMS = 6;

        private static final long MOST_LOST_IN_PART = 3;

        /** {@return what follows from the six items, each whether they are able} */
        static SelfCare of(List<Boolean> sixItems) {
            long lost = sixItems.stream().filter(able -> !able).count();
            return lost == 0 ? ABLE : lost <= MOST_LOST_IN_PART ? PARTLY_LOST : FULLY_LOST;
        }
    }

    /**
     * @param kind of help
     * @param department that answers for it
     * @param places codes of the regions that the family lives in, the smallest first
     * @param channel where it came in
     * @param consentNo number of the written consent to the check
     * @param asked whether a supplement was asked for
     * @param told what the applicant was told last: what is missing, or why not; sealed
     * @param cause of the hardship, as MZ05 has it; null of other kinds
     * @param delegated whether the county lets the town decide it
     */
    record Application(
            AssistanceKind kind,
            String department,
            List<String> places,
            Channel channel,
            String consentNo,
            boolean asked,
            @Nullable String told,
            @Nullable String cause,
            boolean delegated) {

        Application {
            places = List.copyOf(places);
        }
    }

    /**
     * @param applicant token of who applies
     * @param household identifier of the family, as far as it shows
     * @param kin what who applies and their near relatives are known by, who handle nothing of it
     * @param basis on which officers see the family, until it is decided
     * @param conflicts workers whose near relative applies, see {@link WorkerConflict#of}
     * @param deputies who may act for who applies
     */
    record Family(
            @LinkedComponent String applicant,
            @LinkedComponent @Nullable String household,
            @LinkedComponent List<String> kin,
            @LinkedComponent @Nullable String basis,
            @LinkedComponent List<String> conflicts,
            @LinkedComponent Deputies deputies) {

        Family {
            kin = List.copyOf(kin);
            conflicts = List.copyOf(conflicts);
        }

        /** {@return what is known of it when it begins} */
        static Family of(Applicant who) {
            return new Family(who.person(), null, List.of(), null, List.of(), who.deputies());
        }

        private Family on(String other) {
            return new Family(applicant, household, kin, other, conflicts, deputies);
        }
    }

    /**
     * @param surveyors who was at the door; sealed
     * @param answers what each source of the check said, see {@link MeansAnswer#text}
     * @param validUntil last day of the check
     * @param favourable whether the town proposes to grant it
     * @param situation how the family lives, as stated at the door; sealed
     * @param facts what the library tells of the family, as of the check; sealed
     * @param sixItems whether the applicant is able to each; none before it is graded
     * @param objected whether who applies has objected to a check
     * @param unasked of how many of the family the check asked nothing, as they did not consent;
     *     null before it
     * @param means what is above which limit, and what sources outside answered; sealed
     */
    record Inquiry(
            List<String> surveyors,
            List<String> answers,
            @Nullable LocalDate validUntil,
            @Nullable Boolean favourable,
            @Nullable String situation,
            @Nullable String facts,
            List<Boolean> sixItems,
            boolean objected,
            @Nullable Integer unasked,
            @Nullable String means) {

        static final Inquiry NONE =
                new Inquiry(
                        List.of(), List.of(), null, null, null, null, List.of(), false, null, null);

        Inquiry {
            surveyors = List.copyOf(surveyors);
            answers = List.copyOf(answers);
            sixItems = List.copyOf(sixItems);
        }

        /** {@return the same, checked} */
        Inquiry checked(List<String> said, LocalDate until, String known, String found) {
            return new Inquiry(
                    surveyors, said, until, null, situation, known, sixItems, objected, unasked,
                    found);
        }

        /** {@return of how many of the family nothing was asked, as far as it was checked} */
        int leftOut() {
            return Objects.requireNonNullElse(unasked, 0);
        }

        /** {@return the same, with how many of the family nothing was asked about} */
        Inquiry unasked(int persons) {
            return new Inquiry(
                    surveyors,
                    answers,
                    validUntil,
                    favourable,
                    situation,
                    facts,
                    sixItems,
                    objected,
                    persons,
                    means);
        }

        /** {@return the same, with what the town proposes} */
        Inquiry opined(boolean proposed) {
            return new Inquiry(
                    surveyors,
                    answers,
                    validUntil,
                    proposed,
                    situation,
                    facts,
                    sixItems,
                    objected,
                    unasked,
                    means);
        }

        /** {@return the same, objected to: nothing is proposed by it any more} */
        Inquiry disputed() {
            return new Inquiry(
                    surveyors,
                    answers,
                    validUntil,
                    null,
                    situation,
                    facts,
                    sixItems,
                    true,
                    unasked,
                    means);
        }

        /** {@return the same, with what the applicant is able to} */
        Inquiry graded(List<Boolean> able) {
            return new Inquiry(
                    surveyors,
                    answers,
                    validUntil,
                    favourable,
                    situation,
                    facts,
                    able,
                    objected,
                    unasked,
                    means);
        }

        /** {@return how far the applicant looks after themself; null before it is graded} */
        @Nullable SelfCare selfCare() {
            return sixItems.isEmpty() ? null : SelfCare.of(sixItems);
        }

        /** {@return what each source said} */
        List<MeansAnswer> said() {
            return answers.stream().map(MeansAnswer::of).toList();
        }
    }

    /**
     * @param monthlyAmount in fen, of relief each part; null of what isn't paid
     * @param careAmount beside it, by the grade of self-care; null of other kinds
     * @param income a head and month of a margin family, in twelve months of one in hardship by
     *     expenditure, in fen; null of other kinds
     * @param area urban or rural
     * @param startMonth first month; null of what isn't paid
     * @param recognisedUntil last day, of relief that of the last month in which a part is paid;
     *     null of what is paid until it is ended
     * @param reviewCycle how often it is reviewed; null of relief
     * @param supportForm where somebody in extreme hardship is supported; null of other kinds
     * @param awardRule by which a conference let so much be given; null without one
     * @param members tokens of whom it covers
     */
    record Decision(
            @Nullable Long monthlyAmount,
            @Nullable Long careAmount,
            @Nullable Long income,
            @Nullable String area,
            @Nullable String startMonth,
            @Nullable LocalDate recognisedUntil,
            @Nullable String reviewCycle,
            @Nullable String supportForm,
            @Nullable String awardRule,
            @LinkedComponent List<String> members) {

        static final Decision NONE =
                new Decision(null, null, null, null, null, null, null, null, null, List.of());

        Decision {
            members = List.copyOf(members);
        }

        /**
         * {@return in how many months it is paid; null where it isn't paid, or until it is ended}
         */
        @Nullable Integer months() {
            return startMonth == null || recognisedUntil == null
                    ? null
                    : monthsFrom(YearMonth.parse(startMonth), YearMonth.from(recognisedUntil));
        }

        private static int monthsFrom(YearMonth first, YearMonth last) {
            return (int) ChronoUnit.MONTHS.between(first, last) + 1;
        }

        /** {@return what is decided in fen: a month, or where it is paid in parts in all} */
        @Nullable Long amount() {
            return monthlyAmount == null
                    ? null
                    : Long.valueOf(monthlyAmount * Objects.requireNonNullElse(months(), 1));
        }
    }

    @Override
    public List<String> places() {
        return application.places();
    }

    @Override
    public Case progressed(Progress<CaseState> further) {
        return new Case(further, application, family, inquiry, decision, judgement, recheck);
    }

    /** {@return the same, read on another basis} */
    Case on(String basis) {
        return new Case(
                progress, application, family.on(basis), inquiry, decision, judgement, recheck);
    }

    Case with(Application other) {
        return new Case(progress, other, family, inquiry, decision, judgement, recheck);
    }

    Case with(Inquiry other) {
        return new Case(progress, application, family, other, decision, judgement, recheck);
    }

    Case with(CaseRechecks.Recheck other) {
        return new Case(progress, application, family, inquiry, decision, judgement, other);
    }

    /** {@return the same, decided} */
    Case decided(Decision how, Judgement by) {
        return new Case(progress, application, family, inquiry, how, by, recheck);
    }

    /** {@return the same, in other regions, the smallest first} */
    Case at(List<String> places, boolean delegated) {
        return with(
                new Application(
                        application.kind,
                        application.department,
                        places,
                        application.channel,
                        application.consentNo,
                        application.asked,
                        application.told,
                        application.cause,
                        delegated));
    }

    /** {@return the same, with what the applicant is told, sealed} */
    Case telling(String sealed, boolean asks) {
        return with(
                new Application(
                        application.kind,
                        application.department,
                        application.places,
                        application.channel,
                        application.consentNo,
                        application.asked || asks,
                        sealed,
                        application.cause,
                        application.delegated));
    }

    /** {@return whether a worker's near relative applies: two of the county deal with them} */
    boolean conflicted() {
        return !family.conflicts.isEmpty();
    }

    /** {@return whether a second officer has signed it as it is} */
    boolean signed() {
        return Objects.equals(recheck.signedVersion(), version());
    }

    /** {@return what no two open cases of a kind have in common} */
    String openKey() {
        return application.kind + "|" + family.applicant;
    }

    /** {@return the basis, but not for who is near to who applies} */
    @Nullable String basis(Caller caller) {
        return Kinship.has(family.kin, caller) ? null : family.basis;
    }

    /** {@return whom it is about, for officers while it is open} */
    @Nullable Anchor anchor(Caller caller) {
        if (!(basis(caller) instanceof String basis)
                || !caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)) {
            return null;
        }
        Map<String, String> tokens = new HashMap<>(Map.of("applicant", family.applicant));
        if (family.household instanceof String household) {
            tokens.put("household", household);
        }
        return new Anchor(basis, Purpose.A, tokens);
    }
}
