package org.lianji.services;

import org.lianji.database.Fragment;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step about services is. */
enum ServiceSide implements Party<ServiceMatter> {
    /** An officer of the leading department, in whose region it lies. */
    OFFICER,
    /** The person, by their own token, or an officer whom they told. */
    PERSON,
    /** Who provides the service. */
    PROVIDER,
    /** Nobody: the hub takes the step by itself. */
    HUB;

    @Override
    public boolean has(Actor actor, ServiceMatter matter) {
        Caller caller = actor.caller();
        return switch (this) {
            case OFFICER ->
                    actor.leads()
                            && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                            && matter.places().contains(caller.region());
            case PERSON ->
                    OFFICER.has(actor, matter)
                            || (!matter.person().isEmpty()
                                    && matter.person().equals(caller.person()));
            case PROVIDER ->
                    caller.is(Role.CHARITY) && caller.department().equals(matter.organisation());
            case HUB -> false;
        };
    }

    /** {@return the matters in the region of an officer of the leading department} */
    static Fragment officers(Actor actor) {
        Caller caller = actor.caller();
        return actor.leads() && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                ? Fragment.of("$region IN m.places", "region", caller.region())
                : Fragment.FALSE;
    }

    /** {@return the matters of a person for themself, and for the officers of the place} */
    static Fragment persons(Actor actor) {
        return actor.caller().person() instanceof String self
                ? Fragment.of("EXISTS { (m)-[:FOR]->(:Person {id: $self}) }", "self", self)
                : officers(actor);
    }
}
