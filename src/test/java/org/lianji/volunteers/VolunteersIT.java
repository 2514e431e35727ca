package org.lianji.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.charity.Charities.code;
import static org.lianji.charity.Charities.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.charity.Charities;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * A volunteer is told what to do, when, and where as the person lets be known, as long as they are
 * sent; reads nobody's records; and says how long they helped.
 */
@HubTest
class VolunteersIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String HERE = "150924106001";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String ORGANISATION = "53150900MJ0000026K";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @Autowired Neo4jClient graph;

    private Charities charities;
    private JsonNode charity;
    private Reason matter;
    private String person;

    @BeforeEach
    void somebodyIsKnown() {
        charities = new Charities(hub);
        Monitored city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, TODAY);
        matter = hub.matter("MZ-COUNTY", CITIZEN);
        person = city.token("GA01", CITIZEN);
        charity = charities.approved("CHARITY-B");
    }

    private JsonNode consented(String task, String consent) {
        Map<String, Object> input = new HashMap<>();
        input.put("basis", matter.basis());
        input.put("person", person);
        input.put("volunteers", ORGANISATION);
        input.put("kind", "COMPANY");
        input.put("units", 4);
        input.put("task", task);
        input.put("note", "还有别的需要");
        input.put("until", TODAY.plusDays(60).toString());
        JsonNode order =
                done(
                        hub.ask(
                                "MZ-COUNTY",
                                "mutation ($input: ServiceOrderInput!) { orderService(input:"
                                        + " $input) { id version } }",
                                Map.of("input", input)),
                        "orderService");
        return step(
                "CITIZEN",
                "consentToService",
                "input",
                ", until: \"%s\"%s".formatted(TODAY.plusDays(20), consent),
                order);
    }

    private JsonNode accepted() {
        return accepted("陪老人散步", ", name: \"老李\", address: \"东梁社区3号\"");
    }

    private JsonNode accepted(String task, String consent) {
        return step("CHARITY-B", "acceptServiceOrder", "step", "", consented(task, consent));
    }

    private JsonNode step(
            String client, String mutation, String argument, String more, JsonNode one) {
        return done(
                hub.ask(
                        client,
                        "mutation ($id: ID!, $version: Int!) { %s(%s: {id: $id, version: $version%s}) { id version } }"
                                .formatted(mutation, argument, more),
                        Map.of(
                                "id",
                                one.at("/id").asString(),
                                "version",
                                one.at("/version").asInt())),
                mutation);
    }

    private JsonNode errand(String client, String mutation, JsonNode order, String volunteer) {
        return hub.ask(
                client,
                "mutation ($o: ID!, $v: String!) { %s(input: {order: $o, volunteer: $v}) { volunteer withdrawnAt work { task } } }"
                        .formatted(mutation),
                Map.of("o", order.at("/id").asString(), "v", volunteer));
    }

    private JsonNode sent(JsonNode order) {
        return done(
                errand("CHARITY-B", "assignVolunteer", order, "volunteer-b"), "assignVolunteer");
    }

    private JsonNode seen(String client) {
        return hub.ask(
                        client,
                        "{ volunteerAssignments { nodes { volunteer kind plannedOn hours days {"
                                + " hours } work { task address } } } }")
                .at("/data/volunteerAssignments/nodes");
    }

    private JsonNode helped(JsonNode order, LocalDate day, int hours) {
        return hub.ask(
                "volunteer-b",
                "mutation ($o: ID!, $d: Date!, $h: Int!) { recordVolunteerHours(input: {order: $o,"
                        + " day: $d, hours: $h}) { hours } }",
                Map.of("o", order.at("/id").asString(), "d", day.toString(), "h", hours));
    }

    @Test
    void areToldWhatToDoAndWhereAndSayHowLongTheyHelped() {
        JsonNode order = accepted();
        assertThat(seen("volunteer-b")).as("not sent").isEmpty();
        assertThat(code(helped(order, TODAY, 2))).isEqualTo("NOT_SENT");
        sent(order);
        step(
                "CHARITY-B",
                "scheduleService",
                "input",
                ", plannedOn: \"%s\"".formatted(TODAY),
                order);

        assertThat(seen("volunteer-b").toString())
                .isEqualTo(
                        "[{\"volunteer\":\"volunteer-b\",\"kind\":\"COMPANY\",\"plannedOn\":\"%s\",\"hours\":0,\"days\":[],\"work\":{\"task\":\"陪老人散步\",\"address\":\"东梁社区3号\"}}]"
                                .formatted(TODAY));

        done(helped(order, TODAY, 2), "recordVolunteerHours");
        assertThat(done(helped(order, TODAY, 3), "recordVolunteerHours").at("/hours").asInt())
                .isEqualTo(5);
        assertThat(code(helped(order, TODAY, 20))).as("25 of a day").isEqualTo("HOURS_HELPED");
        assertThat(code(helped(order, TODAY.plusDays(1), 1))).isEqualTo("HOURS_HELPED");
        assertThat(code(helped(order, TODAY.minusDays(1), 1))).isEqualTo("HOURS_HELPED");
        assertThat(seen("CHARITY-B").at("/0/hours").asInt()).isEqualTo(5);
        assertThat(seen("CHARITY-B").at("/0/work").isNull()).as("who has the order").isTrue();
        assertThat(seen("CHARITY-A")).as("another organisation").isEmpty();
        assertThat(
                        hub.ask(
                                        "CITIZEN",
                                        new Reason("H", null),
                                        "{ accessLog(first: 50) { nodes { sentence } } }",
                                        Map.of())
                                .toString())
                .contains("凭您的同意查看了您的地址。");
    }

    @Test
    void areToldNoAddressThatThePersonKeeps() {
        sent(accepted("陪老人散步", ", name: \"老李\""));

        assertThat(seen("volunteer-b").at("/0/work").toString())
                .isEqualTo("{\"task\":\"陪老人散步\",\"address\":null}");
    }

    @Test
    void areNeverToldWhoElseLivesThere() {
        graph.query(
                        """
                        MATCH (p:Person {id: $person})
                        MERGE (h:Household {id: 'Hvolunteers'})
                        MERGE (p)-[:MEMBER_OF]->(h)
                        CREATE (:Record {category: 'GA01', name: '王小花'})-[:ABOUT]->(:Person {id: 'Pother'})-[:MEMBER_OF]->(h)
                        """)
                .bind(person)
                .to("person")
                .run();
        sent(accepted("陪老人散步，家里有王 小花，李建国电话138 0013 8000，周三9:30", ", address: \"东梁社区3号王小花家\""));

        assertThat(seen("volunteer-b").at("/0/work").toString())
                .isEqualTo(
                        "{\"task\":\"陪老人散步，家里有〔家人〕，〔本人〕电话〔号码〕，周三9:30\",\"address\":\"东梁社区3号〔家人〕家\"}");
        assertThat(recipient())
                .isEqualTo("{\"name\":null,\"task\":\"陪老人散步，家里有〔家人〕，〔本人〕电话〔号码〕，周三9:30\"}");
    }

    /** {@return whom the organisation serves, as it is let know} */
    private String recipient() {
        return hub.ask(
                        "CHARITY-B",
                        "{ serviceOrders(first: 1) { nodes { recipient { name task } } } }")
                .at("/data/serviceOrders/nodes/0/recipient")
                .toString();
    }

    @Test
    void areToldNothingOnceTheyAreTakenBackOrTheConsentIs() {
        JsonNode order = accepted();
        sent(order);
        done(errand("CHARITY-B", "withdrawVolunteer", order, "volunteer-b"), "withdrawVolunteer");
        assertThat(seen("volunteer-b")).isEmpty();
        assertThat(code(errand("CHARITY-B", "withdrawVolunteer", order, "volunteer-b")))
                .isEqualTo("VOLUNTEER_ERRAND");
        sent(order);
        assertThat(seen("volunteer-b").at("/0/work/task").asString()).isEqualTo("陪老人散步");

        step("CITIZEN", "revokeServiceConsent", "input", "", order);

        assertThat(seen("volunteer-b")).isEmpty();
        assertThat(code(helped(order, TODAY, 1))).isEqualTo("NOT_SENT");
    }

    @Test
    void areToldNothingFromTheNextRequestOnAfterTheirOrganisationIsSuspended() {
        sent(accepted());
        assertThat(seen("volunteer-b")).hasSize(1);

        charities.taken("MZ", "suspendCharity", ", note: \"核查\"", charity);

        assertThat(seen("volunteer-b")).isEmpty();
    }

    @Test
    void areSentByTheirOrganisationForAnOrderThatItHasAccepted() {
        JsonNode order = consented("陪老人散步", ", name: \"老李\"");
        assertThat(code(errand("CHARITY-B", "assignVolunteer", order, "volunteer-b")))
                .as("not accepted")
                .isEqualTo("NO_VOLUNTEERS_ORDER");
        step("CHARITY-B", "acceptServiceOrder", "step", "", order);
        assertThat(code(errand("CHARITY-A", "assignVolunteer", order, "volunteer-b")))
                .isEqualTo("NO_VOLUNTEERS_ORDER");
        assertThat(code(errand("CHARITY-B", "assignVolunteer", order, "charity-b")))
                .isEqualTo("VOLUNTEER_ERRAND");
        done(errand("CHARITY-B", "assignVolunteer", order, "volunteer-of-old"), "assignVolunteer");
        assertThat(seen("volunteer-b")).as("another was sent").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ serviceOrders { nodes { recipient { name } } } }",
                "{ person(idNumber: \"152627195801035714\") { id } }",
                "{ records(category: MZ13) { nodes { recordNo } } }",
                "{ node(id: \"D1\") { id } }",
                "mutation { assignVolunteer(input: {order: \"D1\", volunteer: \"x\"}) { order } }"
            })
    void knowNothingElseOfTheHub(String document) {
        assertThat(code(hub.ask("volunteer-b", document))).isEqualTo("INVALID_DOCUMENT");
    }
}
