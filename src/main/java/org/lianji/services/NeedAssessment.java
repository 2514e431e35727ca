package org.lianji.services;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What services a person needs, by scales (服务需求评估).
 *
 * @param progress how far it has come
 * @param person token of whom it is about
 * @param places codes of the regions that they live in, the smallest first
 * @param assessor who assessed, as they sign; sealed; null before it
 * @param scales what was found; {@link Scales#NONE} before it
 * @param errand who is sent to assess
 * @param basis on which they read of the person; null where nobody is sent, or no longer
 * @param around what else decides who may do what
 */
record NeedAssessment(
        Progress<AssessmentState> progress,
        @LinkedComponent String person,
        List<String> places,
        @Nullable String assessor,
        Scales scales,
        Errand errand,
        @LinkedComponent @Nullable String basis,
        @LinkedComponent ServiceSide.Around around)
        implements Procedure<AssessmentState>, ServiceSide.ServiceMatter {

    NeedAssessment {
        places = List.copyOf(places);
    }

    /**
     * Who is sent to assess; nobody where an officer has assessed.
     *
     * @param worker client of the social worker
     * @param until last day on which they may
     */
    record Errand(@Nullable String worker, @Nullable LocalDate until) {

        static final Errand NONE = new Errand(null, null);
    }

    /**
     * What was found: how well daily life goes by oneself, and from 0 (well) to 3 (not at all) the
     * rest of it.
     *
     * @param dailyActivities score of the Barthel index, 0 to 100
     * @param housework cooking, washing, shopping
     * @param company whether somebody is there
     * @param spirits how the person bears it
     * @param mobility how they come to a doctor or an office
     * @param dwelling whether it is safe to live in
     * @param skills what they would need to earn their living
     */
    record Scales(
            int dailyActivities,
            int housework,
            int company,
            int spirits,
            int mobility,
            int dwelling,
            int skills) {

        static final Scales NONE = new Scales(0, 0, 0, 0, 0, 0, 0);

        private static final int WHOLE = 100;
        private static final int STEP = 5;
        private static final int WORST = 3;

        /** Below this somebody needs help in most of what they do. */
        private static final int DEPENDENT = 60;

        private static final int NOTICEABLE = 2;

        boolean valid() {
            return dailyActivities >= 0
                    && dailyActivities <= WHOLE
                    && dailyActivities % STEP == 0
                    && Stream.of(housework, company, spirits, mobility, dwelling, skills)
                            .allMatch(one -> one >= 0 && one <= WORST);
        }

        /** {@return the kinds of services that would help} */
        List<HelpKind> suggested() {
            return Stream.of(
                            suggestion(
                                    dailyActivities <= DEPENDENT || housework >= NOTICEABLE,
                                    HelpKind.DAILY_CARE),
                            suggestion(company >= NOTICEABLE, HelpKind.COMPANY),
                            suggestion(spirits >= NOTICEABLE, HelpKind.COUNSELLING),
                            suggestion(dailyActivities <= DEPENDENT, HelpKind.REHABILITATION),
                            suggestion(skills >= NOTICEABLE, HelpKind.SKILLS),
                            suggestion(mobility >= NOTICEABLE, HelpKind.TRANSPORT),
                            suggestion(dwelling >= NOTICEABLE, HelpKind.MINOR_BUILDING))
                    .flatMap(one -> one)
                    .toList();
        }

        private static Stream<HelpKind> suggestion(boolean needed, HelpKind kind) {
            return needed ? Stream.of(kind) : Stream.empty();
        }
    }

    @Override
    public NeedAssessment progressed(Progress<AssessmentState> further) {
        return new NeedAssessment(further, person, places, assessor, scales, errand, basis, around);
    }

    NeedAssessment found(String by, Scales what) {
        return new NeedAssessment(progress, person, places, by, what, errand, basis, around);
    }

    /** {@return whether who is sent may still say what they found} */
    boolean openOn(LocalDate day) {
        return errand.until() instanceof LocalDate last && !day.isAfter(last);
    }

    @Override
    public @Nullable String worker() {
        return errand.worker();
    }

    @Override
    public String organisation() {
        return "";
    }
}
