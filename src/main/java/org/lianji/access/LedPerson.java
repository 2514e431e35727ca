package org.lianji.access;

import org.lianji.platform.Caller;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A person to whom a basis in force of the caller's leads by name, for statements of flows. */
public final class LedPerson {

    /** Binds {@code b} and {@code p}; for {@link #parameters}. Further conditions follow. */
    public static final String MATCH =
            """
            MATCH (b:Basis {id: $basis})-[:PARTY]->(y:Party)
            WHERE b.closed IS NULL AND b.until > $now AND y.department = $department
              AND (y.client = $client OR (y.client IS NULL AND NOT $named)) AND (y.role IS NULL OR y.role IN $roles)
              AND (y.until IS NULL OR y.until > $now)
            MATCH (p:Person {id: $person})
            WHERE (EXISTS { (b)-[:CONCERNS]->(:Identity {hash: p.idHash}) } OR EXISTS { (b)-[:CONCERNS]->(p) })
            """;

    private LedPerson() {}

    /** {@return what fills its parameters} */
    public static Map<String, Object> parameters(
            Caller caller, String basis, String person, ZonedDateTime now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("basis", basis);
        parameters.put("person", person);
        parameters.put("now", now);
        parameters.put("department", caller.department());
        parameters.put("client", caller.client());
        parameters.put("named", caller.atTheDoor());
        parameters.put("roles", List.copyOf(caller.roles().stream().map(Enum::name).toList()));
        return parameters;
    }
}
