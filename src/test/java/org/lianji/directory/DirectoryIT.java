package org.lianji.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.charity.Charities;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a charity offers leaves as services of HSDS and comes back without a loss. */
@HubTest
class DirectoryIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OFFERS =
            "{ helpOffers { nodes { project kind capacity until regions ages hardships } } }";

    @Autowired Hub hub;

    private Charities charities;
    private JsonNode charity;

    @BeforeEach
    void charities() {
        charities = new Charities(hub);
        charity = charities.approved("CHARITY-A");
        charities.approved("CHARITY-B");
        charities.offered(
                "CHARITY-A",
                Map.of(
                        "project",
                        "暖冬陪伴",
                        "kind",
                        "COMPANY",
                        "capacity",
                        40,
                        "regions",
                        List.of("150924000000", "150902000000"),
                        "ages",
                        List.of("UNDER_18", "FROM_60"),
                        "hardships",
                        List.of("OLD_AGE", "SUDDEN")));
        charities.offered("CHARITY-A", Map.of("ages", List.of("FROM_18_TO_59", "FROM_60")));
    }

    private JsonNode services(String client) {
        HttpResponse<String> answer = hub.send(hub.as(client, "/hsds/services").GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> sent(String client, Object body) {
        return hub.send(
                hub.as(client, "/hsds/services")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** {@return another charity's services as somebody offers them anew} */
    private static ArrayNode renamed(JsonNode services) {
        ArrayNode renamed = (ArrayNode) services.deepCopy();
        renamed.forEach(
                one ->
                        ((ObjectNode) one)
                                .put("id", UUID.randomUUID().toString())
                                .remove("organization"));
        return renamed;
    }

    private List<String> offers(String client) {
        return hub.ask(client, OFFERS)
                .at("/data/helpOffers/nodes")
                .valueStream()
                .map(JsonNode::toString)
                .sorted()
                .toList();
    }

    @Test
    void leavesAsServicesAndComesBackWithoutALoss() {
        JsonNode page = services("CHARITY-A");
        assertThat(page.at("/total_items").asInt()).isEqualTo(2);
        JsonNode care = page.at("/contents/0");
        assertThat(care.at("/status").asString()).isEqualTo("active");
        assertThat(care.at("/minimum_age").asInt()).isEqualTo(18);
        assertThat(care.at("/service_capacities/0/available").asInt()).isEqualTo(10);
        assertThat(care.at("/service_areas/0/name").asString()).isEqualTo("乌兰察布市");
        JsonNode company = page.at("/contents/1");
        assertThat(company.has("minimum_age")).as("two spans of ages").isFalse();
        assertThat(HsdsDocument.judge(page.at("/contents"))).isEmpty();

        assertThat(sent("CHARITY-B", renamed(page.at("/contents"))).statusCode()).isEqualTo(200);

        assertThat(offers("CHARITY-B")).isEqualTo(offers("CHARITY-A")).hasSize(2);
    }

    /** Other systems would send people there. */
    @Test
    void isInactiveWhileItsOrganisationIsSuspended() {
        charities.taken("MZ", "suspendCharity", ", note: \"年检未过\"", charity);

        assertThat(services("MZ-TOWN").at("/contents").valueStream())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.at("/status").asString()).isEqualTo("inactive"));
    }

    @Test
    void isTheSameOfferHoweverOftenItIsSent() {
        ArrayNode services = renamed(services("CHARITY-A").at("/contents"));
        String first = sent("CHARITY-B", services).body();

        assertThat(sent("CHARITY-B", services).body()).isEqualTo(first);
        assertThat(
                        sent("CHARITY-B", Map.of("contents", JSON.readTree(first).at("/contents")))
                                .body())
                .isEqualTo(first);
        assertThat(offers("CHARITY-B")).hasSize(2);
    }

    @Test
    void isTakenAsAWholeOrNotAtAll() {
        ArrayNode services = renamed(services("CHARITY-A").at("/contents"));
        ((ObjectNode) services.get(1).at("/service_areas/0")).put("extent", "150924106000");
        assertThat(sent("CHARITY-B", services).body()).contains("OFFER_REGION");
        ((ObjectNode) services.get(1).at("/service_areas/0")).put("extent", "150924000000");
        ((ObjectNode) services.get(1).at("/service_capacities/0")).put("maximum", "much");
        assertThat(sent("CHARITY-B", services).body())
                .contains("HSDS_NOT_VALID", "/1/service_capacities/0/maximum");
        assertThat(sent("CHARITY-B", "nothing").body()).contains("HSDS_NOT_VALID");
        ((ObjectNode) services.get(1)).put("description", "联系人152627195801035714");
        assertThat(sent("CHARITY-B", services).body())
                .contains("ID_NUMBER_IN_TEXT")
                .doesNotContain("152627195801035714");
        assertThat(sent("CHARITY-B", services("CHARITY-A").at("/contents")).body())
                .contains("HSDS_OF_ANOTHER");

        assertThat(offers("CHARITY-B")).isEmpty();
    }

    @Test
    void isNobodyElsesToWriteAndShowsACharityItsOwn() {
        assertThat(services("CHARITY-B").at("/total_items").asInt()).isZero();
        assertThat(services("MZ-COUNTY").at("/total_items").asInt()).isEqualTo(2);
        assertThat(sent("MZ-COUNTY", List.of()).statusCode()).isEqualTo(403);
        assertThat(hub.send(hub.as("AUDITOR", "/hsds/services").GET()).statusCode()).isEqualTo(403);
    }

    private static ObjectNode site() {
        return (ObjectNode)
                JSON.readTree(
                        """
                        {"id": "e94c9f38-1e8f-4564-91d4-d53501ab1765", "location": {"id": "3a19ff88-4620-4d17-9830-ac1d859eb5d5",
                         "location_type": "physical", "name": "城关镇爱心超市", "latitude": 40.875, "longitude": 113.834,
                         "addresses": [{"id": "74706e55-df26-4b84-80fe-ecc30b5befb4", "address_1": "建设路 1 号", "city": "乌兰察布市",
                          "region": "兴和县", "state_province": "内蒙古自治区", "postal_code": "013650", "country": "CN",
                          "address_type": "physical"}]}}
                        """);
    }

    @Test
    void keepsWhereHelpIsGivenAndRefusesByNameWhatItCannotKeep() {
        ArrayNode services = renamed(services("CHARITY-A").at("/contents"));
        ((ObjectNode) services.get(0)).putArray("service_at_locations").add(site());
        JsonNode taken = JSON.readTree(sent("CHARITY-B", services).body()).at("/contents");
        assertThat(taken.at("/0/service_at_locations/0")).isEqualTo(site());

        JsonNode back = services("CHARITY-B").at("/contents");
        assertThat(HsdsDocument.judge(back)).isEmpty();
        assertThat(back.valueStream().filter(one -> one.has("service_at_locations")))
                .singleElement()
                .satisfies(one -> assertThat(one.at("/service_at_locations/0")).isEqualTo(site()));
        assertThat(sent("CHARITY-B", back).statusCode()).as("sent back").isEqualTo(200);
        assertThat(offers("CHARITY-B")).hasSize(2);

        ArrayNode more = renamed(services("CHARITY-A").at("/contents"));
        ObjectNode contact = site();
        ((ObjectNode) contact.at("/location")).putArray("phones");
        ((ObjectNode) more.get(0)).putArray("service_at_locations").add(contact);
        assertThat(sent("CHARITY-B", more).body())
                .contains("HSDS_NOT_VALID", "/0/service_at_locations/0/location/phones");
        ((ObjectNode) more.get(0)).remove("service_at_locations");
        ((ObjectNode) more.get(1)).put("minimum_age", 5);
        assertThat(sent("CHARITY-B", more).body()).contains("HSDS_NOT_KEPT", "/1/minimum_age");
        ((ObjectNode) more.get(1)).remove("minimum_age");
        ((ObjectNode) more.get(0).at("/service_areas/0")).put("name", "别处");
        assertThat(sent("CHARITY-B", more).body()).contains("HSDS_NOT_KEPT", "/0/service_areas");
        assertThat(offers("CHARITY-B")).as("nothing of these").hasSize(2);
    }

    @Test
    void saysHowWhereAnOfferIsSentAgainWithOtherContent() {
        ArrayNode services = renamed(services("CHARITY-A").at("/contents"));
        JsonNode taken = JSON.readTree(sent("CHARITY-B", services).body()).at("/contents");
        ((ObjectNode) services.get(1).at("/service_capacities/0")).put("maximum", 7);
        assertThat(sent("CHARITY-B", services).body())
                .as("under the sender's identifier")
                .contains("HSDS_CHANGED", "/1", "withdrawOffer");
        ArrayNode own = (ArrayNode) taken.deepCopy();
        ((ObjectNode) own.get(0)).put("name", "改了名");
        assertThat(sent("CHARITY-B", own).body())
                .as("under the hub's")
                .contains("HSDS_CHANGED", "/0/name");
        assertThat(services("CHARITY-B").at("/contents").toString()).doesNotContain("改了名");
    }

    @Test
    void aPageThatThereIsNotIsRefused() {
        for (String page : List.of("page=0", "page=3&per_page=1", "page=2", "per_page=501")) {
            HttpResponse<String> answer =
                    hub.send(hub.as("CHARITY-A", "/hsds/services?" + page).GET());
            assertThat(answer.statusCode()).as(page).isEqualTo(400);
            assertThat(answer.body()).contains("HSDS_PAGE");
        }
        assertThat(hub.send(hub.as("CHARITY-C", "/hsds/services?page=1").GET()).statusCode())
                .as("an empty list has a first page")
                .isEqualTo(200);
    }
}
