package org.lianji.services;

import static org.lianji.services.AssessmentState.ASSESSED;
import static org.lianji.services.AssessmentState.SUPERSEDED;

import org.lianji.platform.Role;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The life of an assessment: what was found is never changed, only assessed anew. */
enum AssessmentTransition implements Transition<AssessmentState, NeedAssessment> {
    ASSESS(
            Row.<AssessmentState, NeedAssessment>turn(ServiceSide.OFFICER)
                    .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                    .to(ASSESSED)),
    SUPERSEDE(
            Row.<AssessmentState, NeedAssessment>turn(ServiceSide.OFFICER)
                    .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                    .from(ASSESSED)
                    .to(SUPERSEDED)
                    .inWriting()
                    .as("supersedeAssessment"));

    private final Row<AssessmentState, NeedAssessment> row;

    AssessmentTransition(Row<AssessmentState, NeedAssessment> row) {
        this.row = row;
    }

    @Override
    public Row<AssessmentState, NeedAssessment> row() {
        return row;
    }
}
