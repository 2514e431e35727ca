package org.lianji.cooperation;

import org.lianji.access.HiddenLooks;
import org.lianji.bases.BasisRegistry;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is helped, where, and where the library says that they are registered. */
@Component
final class CooperationSubjects {

    private static final int PREFECTURE = 4;

    /** Somebody is a danger to {@code p}, and where they are is told to nobody at home. */
    static final String HIDDEN = HiddenLooks.at("p");

    private static final String OF_MATTER =
            """
            MATCH (m:ReliefCase|Case {id: $matter})-[:FOR|APPLIES_FOR]->(p:Person)
            WHERE NOT %s
            RETURN p.id AS person, labels(m)[0] AS label, m.places AS places,
              COLLECT { MATCH (p)-[at:REGISTERED_IN]->(r:Region)
                WHERE (at.from IS NULL OR at.from <= $today) AND (at.to IS NULL OR at.to > $today)
                RETURN r.code } AS registered
            LIMIT 1
            """
                    .formatted(HIDDEN);

    private static final String ASKED =
            "MATCH (m:CooperationTask {matter: $matter}) RETURN count(m) > 0";

    private static final String NUMBER =
            """
            MERGE (n:LetterNumber {key: $key})
            SET n.last = coalesce(n.last, 0) + 1
            RETURN n.last
            """;

    private final Neo4jClient graph;
    private final BasisRegistry bases;
    private final Clock clock;

    CooperationSubjects(Neo4jClient graph, BasisRegistry bases, Clock clock) {
        this.graph = graph;
        this.bases = bases;
        this.clock = clock;
    }

    /**
     * @param person token of who is helped
     * @param places codes of the place and of what it lies in
     * @param registered codes of where the library says that they are registered
     */
    record Subject(
            CooperationTask.Origin origin,
            String matter,
            String person,
            List<String> places,
            List<String> registered) {

        String countyOfHelp() {
            return Regions.county(places.getFirst());
        }

        /** {@return counties of registration, other than that of the help} */
        List<String> elsewhere() {
            return registered.stream()
                    .map(Regions::county)
                    .filter(CooperationSubjects::isCounty)
                    .filter(county -> !county.equals(countyOfHelp()))
                    .distinct()
                    .toList();
        }

        /**
         * {@return whether the county can be asked about them}: where the library knows where they
         * are registered nobody else is told of them.
         */
        boolean mayBeOf(String county) {
            return isCounty(county)
                    && !county.equals(countyOfHelp())
                    && (registered.isEmpty() || elsewhere().contains(county));
        }
    }

    private static boolean isCounty(String code) {
        return Regions.isKnown(code)
                && code.equals(Regions.county(code))
                && !code.equals(Regions.above(code, PREFECTURE));
    }

    /**
     * {@return whom the caller helps}
     *
     * @throws Problem COOPERATION_MATTER where they don't handle it
     */
    Subject of(Caller caller, String matter) {
        if (bases.inForce(caller, matter).isEmpty()) {
            throw new Problem(CooperationCode.COOPERATION_MATTER);
        }
        return of(matter).orElseThrow(() -> new Problem(CooperationCode.COOPERATION_MATTER));
    }

    /** {@return who is helped by the matter, if that is known} */
    Optional<Subject> of(String matter) {
        return graph.query(OF_MATTER)
                .bindAll(
                        Map.of(
                                "matter",
                                matter,
                                "today",
                                LocalDate.now(clock),
                                "now",
                                ZonedDateTime.now(clock)))
                .fetchAs(Subject.class)
                .mappedBy(
                        (_, row) ->
                                new Subject(
                                        CooperationTask.Origin.of(row.get("label").asString()),
                                        matter,
                                        row.get("person").asString(),
                                        row.get("places").asList(Value::asString),
                                        row.get("registered").asList(Value::asString)))
                .one();
    }

    /** {@return whether somebody was ever asked because of the matter} */
    boolean wasAsked(String matter) {
        return graph.query(ASKED)
                .bind(matter)
                .to("matter")
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    /** {@return the next number of the county's letters of this year; taken in a transaction} */
    String letterNo(String county) {
        String key = county.substring(0, PREFECTURE + 2) + "-" + Year.now(clock);
        return key
                + "-%04d"
                        .formatted(
                                graph.query(NUMBER)
                                        .bind(key)
                                        .to("key")
                                        .fetchAs(Long.class)
                                        .one()
                                        .orElseThrow());
    }
}
