package org.lianji.special;

import org.jspecify.annotations.Nullable;
import org.lianji.access.LedPerson;
import org.lianji.assistance.Cases;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who may have special assistance without a new application: whose family the library has
 * recognised already, whoever did so, which counts for all departments (社会救助法 §42).
 */
@Component
final class AidRecipients {

    /** What one of must recognise the family. */
    private static final List<String> RECOGNITIONS = List.of("MZ01", "MZ02", "MZ03", "MZ04");

    /** Where somebody lives in the region or, where they live elsewhere, is registered in it. */
    private static final String PLACE =
            """
            MATCH (p)-[at:RESIDES_IN|REGISTERED_IN]->(g:Region)
            WHERE (at.from IS NULL OR at.from <= $today) AND (at.to IS NULL OR at.to > $today)
              AND EXISTS { (g)-[:PART_OF*0..4]->(:Region {code: $region}) }
            RETURN g.code ORDER BY type(at) DESC, at.from DESC LIMIT 1
            """;

    private static final String LED = LedPerson.MATCH + PLACE;

    private static final String SELF = "MATCH (p:Person {id: $person})\n" + PLACE;

    private final Neo4jClient graph;
    private final Cases cases;
    private final AuditLog chain;
    private final Clock clock;
    private final String lead;

    AidRecipients(
            Neo4jClient graph, Cases cases, AuditLog chain, Clock clock, Catalogue catalogue) {
        this.graph = graph;
        this.cases = cases;
        this.chain = chain;
        this.clock = clock;
        this.lead = catalogue.lead();
    }

    /**
     * @param person token of who asks
     * @param places codes of the regions that the family lives in, the smallest first
     */
    record Recipient(String person, List<String> places) {

        Recipient {
            places = List.copyOf(places);
        }
    }

    /**
     * {@return somebody to whom a basis of the officer's leads}
     *
     * @throws Problem SPECIAL_AID_PERSON, SPECIAL_AID_NOT_IN_RECEIPT
     */
    Recipient led(Caller officer, String basis, String person) {
        Map<String, Object> parameters =
                LedPerson.parameters(officer, basis, person, ZonedDateTime.now(clock));
        parameters.put("region", officer.region());
        String place = officer.department().equals(lead) ? place(LED, parameters) : null;
        if (place == null) {
            throw new Problem(SpecialAidCode.SPECIAL_AID_PERSON);
        }
        return recognised(officer, Purpose.E, basis, person, place);
    }

    /**
     * {@return a citizen who asks for themself}
     *
     * @throws Problem SPECIAL_AID_NOT_IN_RECEIPT
     */
    Recipient self(Caller citizen, String self) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("person", self);
        parameters.put("region", Regions.WHOLE.getLast());
        return recognised(citizen, Purpose.H, null, self, place(SELF, parameters));
    }

    private @Nullable String place(String which, Map<String, Object> parameters) {
        parameters.put("today", LocalDate.now(clock));
        return graph.query(which).bindAll(parameters).fetchAs(String.class).one().orElse(null);
    }

    /** What was looked for is on the chain before anybody is told, of a refusal as well. */
    private Recipient recognised(
            Caller caller,
            Purpose purpose,
            @Nullable String basis,
            String person,
            @Nullable String place) {
        List<String> found = cases.recognised(person);
        Stream<String> absent = RECOGNITIONS.stream().filter(one -> !found.contains(one));
        chain.append(
                List.of(
                        new Entry(
                                        Kind.READ,
                                        caller.department(),
                                        caller.client(),
                                        purpose.name(),
                                        basis,
                                        List.of(),
                                        found,
                                        List.of(person),
                                        Digests.hex("requestSpecialAid"),
                                        null)
                                .lacking(absent.toList())));
        if (found.isEmpty() || place == null) {
            throw new Problem(SpecialAidCode.SPECIAL_AID_NOT_IN_RECEIPT);
        }
        return new Recipient(person, Regions.upToProvince(place));
    }
}
