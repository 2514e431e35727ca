package org.lianji.access;

import org.lianji.platform.Caller;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * A person to whom a basis in force of the caller's leads by name, as far as it leads this caller,
 * for statements of flows. A conference's leads nobody so: it opens what it has named to be read,
 * and no step that would show more, or to others.
 */
public final class LedPerson {

    /** Binds {@code b} and {@code p}; for {@link #parameters}. Further conditions follow. */
    public static final String MATCH =
            """
            MATCH (b:Basis {id: $basis})-[:PARTY]->(y:Party)
            WHERE b.closed IS NULL AND b.until > $now AND b.categories IS NULL AND %s
            MATCH (p:Person {id: $person})
            WHERE (EXISTS { (b)-[:CONCERNS]->(:Identity {hash: p.idHash}) } OR EXISTS { (b)-[:CONCERNS]->(p) })
              AND NOT %s AND %s
            """
                    .formatted(
                            BasisParty.is("y", "$"),
                            ConsentBounds.spare("b", "p", "$now"),
                            BasisReach.covers("b", "p"));

    private LedPerson() {}

    /** {@return what fills its parameters} */
    public static Map<String, Object> parameters(
            Caller caller, String basis, String person, ZonedDateTime now) {
        Map<String, Object> parameters = new HashMap<>(BasisReach.parameters(caller, now));
        parameters.put("basis", basis);
        parameters.put("person", person);
        return parameters;
    }
}
