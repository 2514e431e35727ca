package org.lianji.disclosure;

import static org.lianji.disclosure.NoticeState.OBJECTED;
import static org.lianji.disclosure.NoticeState.POSTED;
import static org.lianji.disclosure.NoticeState.WITHDRAWN;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The life of a notice: it hangs for its days whoever objects, and ends by itself. */
enum NoticeTransition implements Transition<NoticeState, PublicNotice> {
    POST(turn().by(Role.TOWN_OFFICER).to(POSTED)),
    OBJECT(
            turn().by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                    .from(POSTED)
                    .to(OBJECTED)
                    .inWriting()
                    .only(NoticeTransition::stillHangs)
                    .as("recordObjection")),
    WITHDRAW(
            turn().by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                    .from(POSTED, OBJECTED)
                    .to(WITHDRAWN)
                    .inWriting()
                    .only(NoticeTransition::stillHangs)
                    .as("withdrawNotice"));

    private final Row<NoticeState, PublicNotice> row;

    NoticeTransition(Row<NoticeState, PublicNotice> row) {
        this.row = row;
    }

    private static Row<NoticeState, PublicNotice> turn() {
        return Row.turn(NoticeSide.OFFICER);
    }

    private static @Nullable Code stillHangs(Actor actor, PublicNotice notice) {
        return notice.over(actor.today()) ? DisclosureCode.NOTICE_OVER : null;
    }

    @Override
    public Row<NoticeState, PublicNotice> row() {
        return row;
    }
}
