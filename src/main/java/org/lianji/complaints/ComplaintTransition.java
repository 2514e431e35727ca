package org.lianji.complaints;

import static org.lianji.complaints.ComplaintSide.COMPLAINANT;
import static org.lianji.complaints.ComplaintSide.HANDLER;
import static org.lianji.complaints.ComplaintSide.HUB;
import static org.lianji.complaints.ComplaintSide.OFFICE;
import static org.lianji.complaints.ComplaintState.ACCEPTED;
import static org.lianji.complaints.ComplaintState.ANSWERED;
import static org.lianji.complaints.ComplaintState.FILED;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The life of a complaint: answered by the county or, above it, by the city; contested once. */
enum ComplaintTransition implements Transition<ComplaintState, Complaint> {
    FILE(timed(turn(COMPLAINANT).by(Role.values()).to(FILED))),
    /** Without a token. */
    FILE_OPENLY(timed(turn(HUB).to(FILED))),
    ACCEPT(office(OFFICE).from(FILED).to(ACCEPTED).ends(Complaints.ACCEPT_CLOCK)),
    ANSWER(
            office(HANDLER)
                    .from(ACCEPTED)
                    .to(ANSWERED)
                    .inWriting()
                    .ends(Complaints.ANSWER_CLOCK, Complaints.REVIEW_CLOCK)),
    HAND_UP(
            up(
                    office(OFFICE)
                            .from(FILED, ACCEPTED)
                            .to(FILED)
                            .inWriting()
                            .only(ComplaintTransition::somebodyAbove))),
    /** Nobody of the county was in time. */
    ESCALATE(up(turn(HUB).from(FILED, ACCEPTED).to(FILED))),
    /** Whoever has the receipt is not content with the county's answer. */
    CONTEST(up(turn(HUB).from(ANSWERED).to(FILED)));

    private final Row<ComplaintState, Complaint> row;

    ComplaintTransition(Row<ComplaintState, Complaint> row) {
        this.row = row;
    }

    private static Row<ComplaintState, Complaint> turn(ComplaintSide side) {
        return Row.turn(side);
    }

    private static Row<ComplaintState, Complaint> office(ComplaintSide side) {
        return turn(side).by(Role.COUNTY_OFFICER, Role.SHARING_UNIT, Role.SHARING_HEAD);
    }

    private static Row<ComplaintState, Complaint> timed(Row<ComplaintState, Complaint> row) {
        return row.starts(Complaints.ACCEPT_CLOCK, one -> one.treatment().lead())
                .starts(Complaints.ANSWER_CLOCK, one -> one.treatment().lead());
    }

    private static Row<ComplaintState, Complaint> up(Row<ComplaintState, Complaint> row) {
        return row.ends(Complaints.ACCEPT_CLOCK)
                .starts(Complaints.REVIEW_CLOCK, one -> one.treatment().lead());
    }

    private static @Nullable Code somebodyAbove(Actor actor, Complaint complaint) {
        return complaint.level() == ComplaintLevel.CITY ? ComplaintCode.NOBODY_ABOVE : null;
    }

    @Override
    public Row<ComplaintState, Complaint> row() {
        return row;
    }
}
