package org.lianji.access;

import org.lianji.people.Regions;
import org.lianji.platform.Caller;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * How far a basis leads, for statements of flows: to people of the caller's own region; beyond it
 * in an emergency, and where a party names the caller's client, who doesn't go to the doors. What
 * the compiler says of reads, said of what flows do.
 */
public final class BasisReach {

    private static final String COVERS =
            """
            ($_everywhere OR %2$s.id STARTS WITH '%3$s'
              OR (NOT $named AND EXISTS { (%2$s)-[:PARTY]->(_own:Party) WHERE _own.client = $client AND %4$s })
              OR EXISTS { (%1$s)-[_in:RESIDES_IN|REGISTERED_IN]->(:Region)-[:PART_OF*0..4]->(:Region {code: $_region})
                WHERE (_in.from IS NULL OR _in.from <= $_day) AND (_in.to IS NULL OR _in.to > $_day) })\
            """;

    private BasisReach() {}

    /**
     * {@return the condition that the basis leads the caller to the person, as far as the region
     * goes}
     *
     * @param basis its variable
     * @param person its variable
     */
    public static String covers(String basis, String person) {
        return COVERS.formatted(person, basis, ReadPurpose.EMERGENCY, BasisParty.is("_own", "$"));
    }

    /** {@return what fills its parameters, and those of {@link BasisParty}} */
    public static Map<String, Object> parameters(Caller caller, ZonedDateTime now) {
        Map<String, Object> parameters = new HashMap<>(BasisParty.parameters(caller, now));
        parameters.put("_everywhere", Regions.WHOLE.contains(caller.region()));
        parameters.put("_region", caller.region());
        parameters.put("_day", now.toLocalDate());
        return parameters;
    }
}
