package org.lianji.conferences;

import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a conference is. */
enum ConferenceSide implements Party<Conference> {
    /** Who has called it together, who is a member too. */
    CONVENER,
    /** Each of its members. */
    MEMBER,
    /** The hub by itself. */
    HUB;

    @Override
    public boolean has(Actor actor, Conference conference) {
        String one = Conference.member(actor.caller());
        return switch (this) {
            case CONVENER -> one.equals(conference.members().getFirst());
            case MEMBER -> conference.members().contains(one);
            case HUB -> false;
        };
    }
}
