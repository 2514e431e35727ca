package org.lianji.referral;

import static org.lianji.referral.NeedState.LAPSED;
import static org.lianji.referral.NeedState.MET;
import static org.lianji.referral.NeedState.OPEN;
import static org.lianji.referral.NeedState.PAIRED;
import static org.lianji.referral.NeedState.WITHDRAWN;
import static org.lianji.referral.ReferralSide.HUB;
import static org.lianji.referral.ReferralSide.OFFICER;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Kinship;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The life of a need: what its pairings do to it, the hub does with them. */
enum NeedTransition implements Transition<NeedState, HelpNeed> {
    STATE(officer().to(OPEN)),
    WITHDRAW(officer().from(OPEN).to(WITHDRAWN)),
    PAIR(turn(HUB).from(OPEN).to(PAIRED)),
    RELEASE(turn(HUB).from(PAIRED).to(OPEN)),
    MEET(turn(HUB).from(PAIRED).to(MET)),
    LAPSE(turn(HUB).from(OPEN).to(LAPSED)),
    /** The application on whose basis it was stated was taken back, or ended. */
    END(turn(HUB).from(OPEN).to(WITHDRAWN));

    private final Row<NeedState, HelpNeed> row;

    NeedTransition(Row<NeedState, HelpNeed> row) {
        this.row = row;
    }

    private static Row<NeedState, HelpNeed> turn(ReferralSide side) {
        return Row.turn(side);
    }

    /** Nobody handles what is for them or for a near relative (社会救助法 §62). */
    private static @Nullable Code unrelated(Actor actor, HelpNeed need) {
        return Kinship.has(need.kin(), actor.caller()) ? ReferralCode.NEED_OF_RELATIVE : null;
    }

    private static Row<NeedState, HelpNeed> officer() {
        return turn(OFFICER)
                .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                .only(NeedTransition::unrelated);
    }

    @Override
    public Row<NeedState, HelpNeed> row() {
        return row;
    }
}
