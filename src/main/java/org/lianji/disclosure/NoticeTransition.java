package org.lianji.disclosure;

import static org.lianji.disclosure.NoticeState.ANSWERED;
import static org.lianji.disclosure.NoticeState.OBJECTED;
import static org.lianji.disclosure.NoticeState.POSTED;
import static org.lianji.disclosure.NoticeState.WITHDRAWN;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Kinship;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The life of a notice: it hangs for its days whoever objects, and ends by itself. */
enum NoticeTransition implements Transition<NoticeState, PublicNotice> {
    POST(turn().by(Role.TOWN_OFFICER).to(POSTED)),
    OBJECT(
            objected(officer())
                    .inWriting()
                    .only(NoticeTransition::stillHangs)
                    .as("recordObjection")),
    /** Somebody without a token, who needn't say who they are. */
    OBJECT_OPENLY(objected(Row.turn(NoticeSide.HUB))),
    /**
     * What was objected to is looked into at the door anew, or by the neighbours' assembly
     * (最低生活保障审核确认办法 §19, 特困人员认定办法 §15), and not judged by who posted it.
     */
    ANSWER(
            officer()
                    .from(OBJECTED)
                    .to(ANSWERED)
                    .inWriting()
                    .only(NoticeTransition::unrelated)
                    .only(NoticeTransition::postedByAnother)
                    .ends(Notices.OBJECTION_CLOCK)),
    /** What was objected to can't be taken off the table with the sheet. */
    WITHDRAW(
            officer()
                    .from(POSTED, OBJECTED)
                    .to(WITHDRAWN)
                    .inWriting()
                    .only(NoticeTransition::stillHangs)
                    .only(NoticeTransition::answered)
                    .ends(Notices.OBJECTION_CLOCK)
                    .as("withdrawNotice"));

    private final Row<NoticeState, PublicNotice> row;

    NoticeTransition(Row<NoticeState, PublicNotice> row) {
        this.row = row;
    }

    private static Row<NoticeState, PublicNotice> turn() {
        return Row.turn(NoticeSide.OFFICER);
    }

    private static Row<NoticeState, PublicNotice> officer() {
        return turn().by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER);
    }

    private static Row<NoticeState, PublicNotice> objected(Row<NoticeState, PublicNotice> row) {
        return row.from(POSTED).to(OBJECTED).starts(Notices.OBJECTION_CLOCK, _ -> Notices.LEAD);
    }

    /** Nobody handles what is about them or a near relative (社会救助法 §62). */
    private static @Nullable Code unrelated(Actor actor, PublicNotice notice) {
        return Kinship.has(notice.concern().kin(), actor.caller())
                ? DisclosureCode.NOTICE_OF_RELATIVE
                : null;
    }

    private static @Nullable Code postedByAnother(Actor actor, PublicNotice notice) {
        return actor.caller().client().equals(notice.concern().by())
                ? DisclosureCode.OWN_NOTICE
                : null;
    }

    private static @Nullable Code answered(Actor actor, PublicNotice notice) {
        return notice.state() == OBJECTED ? DisclosureCode.OBJECTION_UNANSWERED : null;
    }

    private static @Nullable Code stillHangs(Actor actor, PublicNotice notice) {
        return notice.over(actor.today()) ? DisclosureCode.NOTICE_OVER : null;
    }

    @Override
    public Row<NoticeState, PublicNotice> row() {
        return row;
    }
}
