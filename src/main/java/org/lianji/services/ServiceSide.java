package org.lianji.services;

import org.jspecify.annotations.Nullable;
import org.lianji.database.Fragment;
import org.lianji.people.Guardianship;
import org.lianji.people.Kinship;
import org.lianji.people.MatterPlaces;
import org.lianji.people.Spokespeople;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

import java.util.List;

/** Whose turn a step about services is. */
enum ServiceSide implements Party<ServiceSide.ServiceMatter> {
    /** An officer of the leading department, in whose region it lies. */
    OFFICER,
    /** The social worker who was sent by name, in whose place it lies. */
    ASSESSOR,
    /** The person, or a child's guardian, by their own token; or an officer whom they told. */
    PERSON,
    /** Who provides the service: a charity, or the provider with whom there is a contract. */
    PROVIDER,
    /** Nobody: the hub takes the step by itself. */
    HUB;

    /**
     * What decides beside the matter itself who may do what.
     *
     * @param lead code of the department that watches the clocks
     * @param kin what the person and their near relatives are known by
     */
    record Around(String lead, List<String> kin) {

        Around {
            kin = List.copyOf(kin);
        }

        /** {@return columns of a matter {@code m} for a person, as a map projection has them} */
        static String columns(String lead) {
            return """
            , lead: '%s'
            , kin: COLLECT { MATCH (m)-[:FOR]->(p:Person) UNWIND %s AS near RETURN DISTINCT near }
            """
                    .formatted(lead, Kinship.of("p"));
        }

        /**
         * No officer or worker handles what is for them or for a near relative (社会救助法 §62); who
         * answers with their own token, as a citizen, answers for themself or as a guardian.
         */
        @Nullable Code unrelated(Actor actor) {
            return Kinship.keepsOff(kin, actor.caller()) ? ServiceCode.SERVICE_OF_RELATIVE : null;
        }
    }

    /** What is done about one person, or for a county. */
    interface ServiceMatter {

        /** {@return token of the person; empty where it is about nobody} */
        String person();

        /** {@return codes of the regions that it lies in, the smallest first} */
        List<String> places();

        /** {@return unified code of who provides the service; empty where it is none} */
        String organisation();

        /** {@return who speaks for the person beside themself} */
        default Spokespeople spokespeople() {
            return Spokespeople.NOBODY;
        }

        /** {@return whether it is under a contract of services that a county buys} */
        default boolean bought() {
            return false;
        }

        /** {@return client of the social worker who is sent; null where nobody is} */
        default @Nullable String worker() {
            return null;
        }
    }

    @Override
    public boolean has(Actor actor, ServiceMatter matter) {
        Caller caller = actor.caller();
        return switch (this) {
            case OFFICER ->
                    actor.leads()
                            && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                            && matter.places().contains(caller.region());
            case ASSESSOR ->
                    actor.leads()
                            && caller.is(Role.SOCIAL_WORKER)
                            && caller.client().equals(matter.worker())
                            && matter.places().contains(caller.region());
            case PERSON ->
                    OFFICER.has(actor, matter)
                            || caller.person() instanceof String who
                                    && (who.equals(matter.person())
                                            || matter.spokespeople().guardian(who, actor.today()));
            case PROVIDER ->
                    (caller.is(Role.CHARITY) || caller.is(Role.PROVIDER) && matter.bought())
                            && caller.department().equals(matter.organisation());
            case HUB -> false;
        };
    }

    /** {@return the matters in the region of an officer of the leading department} */
    static Fragment officers(Actor actor) {
        Caller caller = actor.caller();
        return actor.leads() && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                ? MatterPlaces.within("region", caller.region())
                : Fragment.FALSE;
    }

    private static final String OWN_OR_WARDS =
            "EXISTS { MATCH (m)-[:FOR]->(about:Person) WHERE %s }"
                    .formatted(Guardianship.selfOrWard("about"));

    /**
     * {@return the matters of a person for themself and for a child's guardians, and for the
     * officers of the place}
     */
    static Fragment persons(Actor actor) {
        return actor.caller().is(Role.CITIZEN) && actor.caller().person() instanceof String self
                ? new Fragment(OWN_OR_WARDS, Guardianship.parameters(self, actor.today()))
                : officers(actor);
    }
}
