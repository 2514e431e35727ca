package org.lianji.services;

import org.lianji.access.LedPerson;
import org.lianji.charity.HelpRecords;
import org.lianji.people.Deaths;
import org.lianji.people.Kinship;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom services are for: somebody of the officer's region to whom a basis of theirs leads. Not
 * while the looks on it are hidden: what is done for them stands in the person's log.
 */
@Component
final class ServiceSubjects {

    private static final String SUBJECT =
            LedPerson.MATCH
                    + """
                      AND (b.shownFrom IS NULL OR b.shownFrom <= $now)
                      AND (($assessed AND 'E' IN b.purposes) OR (NOT $assessed AND b.kind = 'CASE'))
                    MATCH (p)-[at:RESIDES_IN|REGISTERED_IN]->(g:Region)
                    WHERE (at.from IS NULL OR at.from <= $today) AND (at.to IS NULL OR at.to > $today)
                    WITH p, g ORDER BY type(at) DESC, at.from DESC LIMIT 1
                    WHERE EXISTS { (g)-[:PART_OF*0..4]->(:Region {code: $region}) }
                    RETURN g.code
                    """;

    private static final String DEAD =
            "MATCH (p:Person {id: $person}) RETURN %s".formatted(Deaths.of("p"));

    /** All who share the help are locked: two of one family are not served at the same time. */
    private static final String HELPED =
            "MATCH (p:Person {id: $person})\n"
                    + HelpRecords.lockFamily("$kind")
                    + "WITH p, "
                    + HelpRecords.helped("$kind")
                    + "RETURN helped";

    private final Neo4jClient graph;
    private final Clock clock;

    ServiceSubjects(Neo4jClient graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /** {@return where the person lives, for an assessment on a basis of purpose E} */
    List<String> assessed(Caller caller, String basis, String person) {
        return places(caller, basis, person, true);
    }

    /** {@return where the person lives, whose case the basis is} */
    List<String> ofCase(Caller caller, String basis, String person) {
        return places(caller, basis, person, false);
    }

    /**
     * @throws Problem SERVICE_OF_RELATIVE where they are the caller or a near relative;
     *     SERVED_PERSON_DIED
     */
    void requireServed(Caller caller, String person) {
        requireUnrelated(Kinship.names(caller), person);
        requireAlive(person);
    }

    /**
     * @param names what somebody is known by
     * @throws Problem SERVICE_OF_RELATIVE where that is the person or a near relative of theirs
     */
    void requireUnrelated(List<String> names, String person) {
        if (Kinship.among(graph, person, names)) {
            throw new Problem(ServiceCode.SERVICE_OF_RELATIVE);
        }
    }

    /**
     * @throws Problem SERVED_PERSON_DIED
     */
    void requireAlive(String person) {
        if (holds(DEAD, Map.of("person", person))) {
            throw new Problem(ServiceCode.SERVED_PERSON_DIED);
        }
    }

    /**
     * {@return whether whom an order is for has such help already; nobody else orders or pairs it
     * until the transaction ends}
     */
    boolean helped(ServiceOrder order) {
        Map<String, Object> parameters =
                new HashMap<>(HelpRecords.helping(order.id(), ZonedDateTime.now(clock)));
        parameters.put("person", order.person());
        parameters.put("kind", order.service().kind().name());
        return holds(HELPED, parameters);
    }

    private boolean holds(String condition, Map<String, Object> parameters) {
        return graph.query(condition)
                .bindAll(parameters)
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    /**
     * @throws Problem SERVED_PERSON where it leads to nobody, whether or not there is such a person
     */
    private List<String> places(Caller caller, String basis, String person, boolean assessed) {
        Map<String, Object> parameters =
                LedPerson.parameters(caller, basis, person, ZonedDateTime.now(clock));
        parameters.put("today", LocalDate.now(clock));
        parameters.put("region", caller.region());
        parameters.put("assessed", assessed);
        return graph.query(SUBJECT)
                .bindAll(parameters)
                .fetchAs(String.class)
                .one()
                .map(Regions::upToProvince)
                .orElseThrow(() -> new Problem(ServiceCode.SERVED_PERSON));
    }
}
