package org.lianji.agencies;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Spokespeople;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.LinkedComponent;

import java.time.LocalDate;
import java.util.List;

/**
 * Who acts for whom a matter applies for, beside themself.
 *
 * @param spokespeople a child's guardians
 * @param agents who began it and may act still: token, and the last day, which may be empty
 * @param agency under which it was begun; null where none was needed
 */
public record Deputies(
        @LinkedComponent Spokespeople spokespeople,
        @LinkedComponent List<String> agents,
        @LinkedComponent @Nullable String agency) {

    /** Nobody. */
    public static final Deputies NOBODY = new Deputies(Spokespeople.NOBODY, List.of(), null);

    /** Columns of a matter {@code m} that applies for a person, as a map projection has them. */
    public static final String OF_MATTER =
            Spokespeople.ofMatter("APPLIES_FOR")
                    + """
                    , agents: COLLECT { MATCH (m)-[:APPLIED_UNDER]->(:Agency)-[:ACTS_BY]->(agent:Person)
                        MATCH (agent)<-[:ACTS_BY]-(x:Agency {state: 'VALID'})-[:ACTS_FOR]->(:Person)<-[:APPLIES_FOR]-(m)
                        WHERE %s RETURN DISTINCT agent.id + '|' + coalesce(toString(x.until), '') }
                    , agency: head([(m)-[:APPLIED_UNDER]->(g:Agency) | g.id])
                    """
                            .formatted(AgencyStore.alive("x"));

    public Deputies {
        agents = List.copyOf(agents);
    }

    /** {@return who was found to act, by an agency or, where it is empty, as a guardian} */
    static Deputies acting(String self, String agency) {
        return new Deputies(
                Spokespeople.NOBODY, List.of(self + "|"), agency.isEmpty() ? null : agency);
    }

    /** {@return whether a citizen acts for whom it is today} */
    public boolean has(Actor actor) {
        return actor.caller().is(Role.CITIZEN)
                && actor.caller().person() instanceof String self
                && (spokespeople.guardian(self, actor.today()) || agent(self, actor.today()));
    }

    /** {@return whether a citizen acts by an agency, and not as the guardian} */
    public boolean byAgency(Caller caller) {
        return agency != null && agents.stream().anyMatch(one -> is(one, caller.person()));
    }

    private static boolean is(String agent, @Nullable String self) {
        return agent.split("\\|", 2)[0].equals(self);
    }

    private boolean agent(String self, LocalDate today) {
        return agents.stream()
                .map(one -> one.split("\\|", 2))
                .anyMatch(
                        one ->
                                one[0].equals(self)
                                        && (one[1].isEmpty()
                                                || !LocalDate.parse(one[1]).isBefore(today)));
    }
}
