package org.lianji.demo;

import org.lianji.people.People;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Needs of two dozen families of a county, published on the first day: of the old all is shown; of
 * those whose needs can wait unequally long, that is hidden.
 */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
final class DemoNeeds {

    private static final String COUNTY = "mz-county";
    private static final String LEAD = "mz";
    private static final int DAYS = 60;
    private static final int QUANTITY = 4;

    /** Heads of families of the demo city, over sixty. */
    private static final List<String> OLD =
            List.of(
                    "152627195107192349",
                    "152627195802010391",
                    "15262719481219111X",
                    "15262719510831239X",
                    "152627195811071073",
                    "152627195512318929",
                    "152627196105099583",
                    "152627196104201355",
                    "152627194607246652",
                    "152627194112308516",
                    "152627195709210444",
                    "152627196006072641");

    /** The same, of an age to work. */
    private static final List<String> YOUNGER =
            List.of(
                    "152627198907249079",
                    "152627199309188362",
                    "152627199804099500",
                    "152627197606176190",
                    "152627198812165120",
                    "152627199111144014",
                    "152627197801071378",
                    "152627198205311210",
                    "152627199410205139",
                    "152627198504195635",
                    "152627198306129696",
                    "152627199006217074");

    private static final String CASE =
            """
            mutation ($persons: [BasisPersonInput!], $reference: String!) {
              openBasis(input: {kind: CASE, purpose: A, persons: $persons, reference: $reference}) { id }
            }
            """;

    private static final String NEED =
            """
            mutation ($basis: ID!, $person: ID!, $kind: HelpKind!, $quantity: Int!, $urgency: Urgency!, $hardship: Hardship!, $until: Date!) {
              stateNeed(input: {basis: $basis, person: $person, kind: $kind, quantity: $quantity, urgency: $urgency, hardship: $hardship, until: $until}) { id }
            }
            """;

    private static final String PUBLISH = "mutation { publishNeeds { needs } }";

    private final DemoSession session;
    private final People people;
    private final Clock clock;

    DemoNeeds(DemoSession session, People people, Clock clock) {
        this.session = session;
        this.people = people;
        this.clock = clock;
    }

    /** {@return how many needs are published} */
    int publish() {
        if (Stream.of(OLD, YOUNGER)
                .flatMap(List::stream)
                .anyMatch(one -> people.of(one).isEmpty())) {
            return 0;
        }
        String old = basis("演示3号：老年人的需求", OLD);
        String younger = basis("演示4号：大病家庭的需求", YOUNGER);
        for (int i = 0; i < OLD.size(); i++) {
            state(old, OLD.get(i), "DAILY_CARE", "SOON", "OLD_AGE");
            state(old, OLD.get(i), "COMPANY", "ORDINARY", "OLD_AGE");
            state(younger, YOUNGER.get(i), "FOOD", i % 2 == 0 ? "SOON" : "ORDINARY", "ILLNESS");
        }
        return session.ask(LEAD, PUBLISH, Map.of()).at("/publishNeeds/needs").asInt();
    }

    private String basis(String reference, List<String> numbers) {
        return session.ask(
                        COUNTY,
                        CASE,
                        Map.of(
                                "reference",
                                reference,
                                "persons",
                                numbers.stream()
                                        .map(one -> Map.of("idNumber", one, "consentNo", "SQ-1"))
                                        .toList()))
                .at("/openBasis/id")
                .asString();
    }

    private void state(String basis, String number, String kind, String urgency, String hardship) {
        Map<String, Object> values = new HashMap<>();
        values.put("basis", basis);
        values.put("person", people.of(number).orElseThrow());
        values.put("kind", kind);
        values.put("quantity", QUANTITY);
        values.put("urgency", urgency);
        values.put("hardship", hardship);
        values.put("until", LocalDate.now(clock).plusDays(DAYS).toString());
        session.ask(COUNTY, NEED, values);
    }
}
