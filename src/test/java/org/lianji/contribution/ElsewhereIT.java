package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.LI;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** People who are registered or live outside the city are people like any others. */
@HubTest
class ElsewhereIT {

    private static final String FAR_VILLAGE = "110101001001";

    @Autowired Hub hub;

    private Owner owner;

    @BeforeEach
    void owner() {
        owner = new Owner(hub);
    }

    @Test
    void areRegisteredDownToTheCounty() {
        HttpResponse<String> response =
                owner.send(
                        "k",
                        HEADER
                                + registered("1", ZHANG, FAR_VILLAGE)
                                + registered("2", ZHANG, "130000000000")
                                + registered("3", ZHANG, "150100000000")
                                + registered("4", ZHANG, "110199001001")
                                + registered("5", ZHANG, "150902001999"));

        assertThat(owner.outcomes(response))
                .containsExactly(
                        "ACCEPTED",
                        "ACCEPTED",
                        "ACCEPTED",
                        "REJECTED UNKNOWN_REGION@hukouRegion",
                        "REJECTED UNKNOWN_REGION@hukouRegion");
    }

    @Test
    void areSeenByTheWholeCityWithTheCountyTheyCameFromAndFoundByIt() {
        owner.send("k", HEADER + registered("1", ZHANG, FAR_VILLAGE));
        Reason plan = hub.plan("GA");

        JsonNode answer = records("GA", plan, Map.of("within", "110000000000"));

        assertThat(answer.at("/data/records/nodes/0/hukouRegion").asString())
                .isEqualTo(FAR_VILLAGE);
        assertThat(answer.at("/data/records/nodes/0/person/registeredIn").toString())
                .isEqualTo(
                        "{\"code\":\"110101000000\",\"name\":\"东城区\",\"levelWord\":\"区\",\"parent\":{\"code\":\"110100000000\"}}");
        assertThat(recordNos(records("GA", plan, Map.of("within", "150000000000")))).isEmpty();
    }

    @Test
    void areSeenByTheOfficersOfACountyOnlyWhereTheyLiveThere() {
        owner.send(
                "k",
                HEADER + registered("1", ZHANG, FAR_VILLAGE) + registered("2", LI, FAR_VILLAGE));
        String permit =
                "recordNo,observedAt,idNumber,liveRegion,from\n"
                        + "p,2026-03-01T08:00:00+08:00,"
                        + LI
                        + ",150924106001,2026-01-01\n";
        assertThat(
                        owner.outcomes(
                                owner.send(
                                        "GA",
                                        "GA04",
                                        "p",
                                        "text/csv",
                                        null,
                                        permit.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("ACCEPTED");
        String county =
                hub.ask(
                                "GA-COUNTY",
                                "mutation { openBasis(input: {kind: REVIEW_PLAN, purpose: B,"
                                    + " reference: \"county-1\", regions: [\"150924000000\"]}) { id"
                                    + " } }")
                        .at("/data/openBasis/id")
                        .asString();

        assertThat(
                        recordNos(
                                records(
                                        "GA-COUNTY",
                                        new Reason("B", county),
                                        Map.of("within", "110000000000"))))
                .containsExactly("2");
        assertThat(recordNos(records("GA", hub.plan("GA"), Map.of("within", "110000000000"))))
                .containsExactly("1", "2");
    }

    private static String registered(String recordNo, String idNumber, String region) {
        return row(
                recordNo,
                "2026-03-01",
                idNumber,
                "H1",
                "户主",
                region,
                "张三",
                idNumber.equals(ZHANG) ? "1956-03-12" : "1988-07-04");
    }

    private JsonNode records(String client, Reason reason, Map<String, Object> region) {
        return hub.ask(
                client,
                reason,
                "query ($region: RegionCodeFilter) { records(category: GA01, where:"
                    + " {householdRegistration: {hukouRegion: $region}}) { nodes { recordNo person"
                    + " { registeredIn { code name levelWord parent { code } } } ... on"
                    + " HouseholdRegistration { hukouRegion } } } }",
                Map.of("region", region));
    }

    private static List<String> recordNos(JsonNode answer) {
        List<String> numbers = new ArrayList<>();
        answer.at("/data/records/nodes")
                .forEach(node -> numbers.add(node.get("recordNo").asString()));
        return numbers;
    }
}
