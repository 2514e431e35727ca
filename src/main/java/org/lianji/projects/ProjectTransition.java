package org.lianji.projects;

import static org.lianji.projects.ProjectSide.HUB;
import static org.lianji.projects.ProjectSide.LEAD;
import static org.lianji.projects.ProjectSide.ORGANISATION;
import static org.lianji.projects.ProjectState.DISCLOSED;
import static org.lianji.projects.ProjectState.EMERGENCY;
import static org.lianji.projects.ProjectState.ENDED;
import static org.lianji.projects.ProjectState.RUNNING;

import org.lianji.platform.Role;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The life of a project: as long as it runs, and after it, a clock runs for its disclosure. */
enum ProjectTransition implements Transition<ProjectState, HelpProject> {
    BEGIN(ordinary(charity().to(RUNNING))),
    BEGIN_IN_EMERGENCY(urgent(charity().to(EMERGENCY))),
    /** With the first offer that names it: no project is without a clock. */
    FOLLOW(ordinary(turn(HUB).to(RUNNING))),
    /** A later offer has a later last day. */
    EXTEND(turn(HUB).from(RUNNING, EMERGENCY)),
    /** What a charity calls ordinary may help in a disaster that the government has declared. */
    DECLARE_EMERGENCY(
            urgent(
                    stopped(
                            lead().from(RUNNING)
                                    .to(EMERGENCY)
                                    .inWriting()
                                    .as("declareProjectEmergency")))),
    END_EMERGENCY(
            ordinary(
                    stopped(
                            lead().from(EMERGENCY)
                                    .to(RUNNING)
                                    .inWriting()
                                    .as("endProjectEmergency")))),
    DISCLOSE(ordinary(stopped(charity().from(RUNNING)))),
    DISCLOSE_IN_EMERGENCY(urgent(stopped(charity().from(EMERGENCY)))),
    END(concluding(charity().from(RUNNING, EMERGENCY).to(ENDED).as("endProject"))),
    /** Its last day is over. */
    RUN_OUT(concluding(turn(HUB).from(RUNNING, EMERGENCY).to(ENDED))),
    DISCLOSE_AT_LAST(charity().from(ENDED).to(DISCLOSED).ends(Clocks.CONCLUSION));

    /** The clocks of the law. */
    static final class Clocks {
        static final String PROJECT = "CHARITY_PROJECT_DISCLOSE";
        static final String EMERGENCY = "CHARITY_EMERGENCY_DISCLOSE";
        static final String CONCLUSION = "CHARITY_FINAL_DISCLOSE";

        private Clocks() {}
    }

    private final Row<ProjectState, HelpProject> row;

    ProjectTransition(Row<ProjectState, HelpProject> row) {
        this.row = row;
    }

    private static Row<ProjectState, HelpProject> turn(ProjectSide side) {
        return Row.turn(side);
    }

    private static Row<ProjectState, HelpProject> charity() {
        return turn(ORGANISATION).by(Role.CHARITY);
    }

    private static Row<ProjectState, HelpProject> lead() {
        return turn(LEAD).by(Role.SHARING_UNIT, Role.SHARING_HEAD);
    }

    private static Row<ProjectState, HelpProject> stopped(Row<ProjectState, HelpProject> row) {
        return row.ends(Clocks.PROJECT, Clocks.EMERGENCY);
    }

    private static Row<ProjectState, HelpProject> ordinary(Row<ProjectState, HelpProject> row) {
        return row.starts(Clocks.PROJECT, HelpProject::lead);
    }

    private static Row<ProjectState, HelpProject> urgent(Row<ProjectState, HelpProject> row) {
        return row.starts(Clocks.EMERGENCY, HelpProject::lead);
    }

    private static Row<ProjectState, HelpProject> concluding(Row<ProjectState, HelpProject> row) {
        return stopped(row).starts(Clocks.CONCLUSION, HelpProject::lead);
    }

    @Override
    public Row<ProjectState, HelpProject> row() {
        return row;
    }

    /** {@return whether it tells the public something} */
    boolean discloses() {
        return this == DISCLOSE || this == DISCLOSE_IN_EMERGENCY || this == DISCLOSE_AT_LAST;
    }

    /** {@return how a project is disclosed that stands there} */
    static ProjectTransition disclosing(ProjectState state) {
        return switch (state) {
            case EMERGENCY -> DISCLOSE_IN_EMERGENCY;
            case ENDED -> DISCLOSE_AT_LAST;
            case RUNNING, DISCLOSED -> DISCLOSE;
        };
    }
}
