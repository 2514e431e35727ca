package org.lianji.services;

import static org.lianji.services.AssessmentState.ASSESSED;
import static org.lianji.services.AssessmentState.ASSIGNED;
import static org.lianji.services.AssessmentState.LAPSED;
import static org.lianji.services.AssessmentState.SUPERSEDED;
import static org.lianji.services.AssessmentState.WITHDRAWN;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The life of an assessment: what was found is never changed, only assessed anew. */
enum AssessmentTransition implements Transition<AssessmentState, NeedAssessment> {
    ASSESS(officer().to(ASSESSED)),
    /** A social worker is sent by name. */
    ASSIGN(officer().to(ASSIGNED)),
    /** The social worker says what they found at the door. */
    REPORT(
            Row.<AssessmentState, NeedAssessment>turn(ServiceSide.ASSESSOR)
                    .by(Role.SOCIAL_WORKER)
                    .from(ASSIGNED)
                    .to(ASSESSED)
                    .only(AssessmentTransition::unrelated)
                    .only(AssessmentTransition::inTime)),
    WITHDRAW(officer().from(ASSIGNED).to(WITHDRAWN).as("withdrawAssessment")),
    SUPERSEDE(officer().from(ASSESSED).to(SUPERSEDED).inWriting().as("supersedeAssessment")),
    /** Nobody has assessed by the last day. */
    LAPSE(Row.<AssessmentState, NeedAssessment>turn(ServiceSide.HUB).from(ASSIGNED).to(LAPSED));

    private final Row<AssessmentState, NeedAssessment> row;

    AssessmentTransition(Row<AssessmentState, NeedAssessment> row) {
        this.row = row;
    }

    private static @Nullable Code inTime(Actor actor, NeedAssessment one) {
        return one.openOn(actor.today()) ? null : ServiceCode.ASSESSMENT_ERRAND;
    }

    private static @Nullable Code unrelated(Actor actor, NeedAssessment one) {
        return one.around().unrelated(actor);
    }

    private static Row<AssessmentState, NeedAssessment> officer() {
        return Row.<AssessmentState, NeedAssessment>turn(ServiceSide.OFFICER)
                .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                .only(AssessmentTransition::unrelated);
    }

    @Override
    public Row<AssessmentState, NeedAssessment> row() {
        return row;
    }
}
