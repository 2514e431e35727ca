package org.lianji.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/** What comes masked, through the API alone: contributed, agreed and asked for as partners do. */
@HubTest
class MaskedItemsIT {

    private static final String ZHANG = "150902195603121010";
    private static final List<String> DATES = List.of("ZR01.registeredOn", "ZR01.lastTransferOn");

    @Autowired Hub hub;

    private Reason matter = Reason.NONE;

    @BeforeEach
    void realEstate() {
        String rows =
                "recordNo,observedAt,idNumber,personName,unitNo,right,registeredOn,lastTransferOn,address,areaM2\n"
                        + "1,2026-03-01T08:00:00+08:00,%s,张三,150902001001GB00001F00010001,HOUSE_OWNERSHIP,2009-05-04,2019-08-20,集宁区解放路8号院3号楼,80\n"
                                .formatted(ZHANG);
        assertThat(
                        hub.send(
                                        hub.as("ZR", "/contributions/ZR01")
                                                .header("Content-Type", "text/csv")
                                                .header("Idempotency-Key", "1")
                                                .POST(BodyPublishers.ofString(rows)))
                                .body())
                .contains("\"accepted\":1");
        matter = hub.matter("MZ", ZHANG);
    }

    private JsonNode ask(String arguments) {
        return hub.ask(
                "MZ",
                matter,
                "{ records(category: ZR01%s) { nodes { ... on RealEstate { address registeredOn lastTransferOn } } } }"
                        .formatted(arguments),
                Map.of());
    }

    private static String estate(JsonNode answer) {
        return answer.at("/data/records/nodes/0").toString();
    }

    @Test
    void showsMaskedWhatIsAboveTheLevelAndWasAskedForMasked() {
        new Agreed(hub)
                .on(
                        "ZR",
                        "MZ",
                        "A",
                        "S2",
                        List.of(),
                        List.of("ZR01.registeredOn"),
                        List.of("ZR01.address", "ZR01.lastTransferOn"));

        JsonNode answer = ask("");
        assertThat(estate(answer))
                .isEqualTo(
                        "{\"address\":\"集宁区解放路…\",\"registeredOn\":\"2009-05-04\",\"lastTransferOn\":\"2019-01-01\"}");
        assertThat(answer.at("/extensions/withheld").toString())
                .contains("MASKED", "ZR01.address", "ZR01.lastTransferOn")
                .doesNotContain("registeredOn");
        assertThat(
                        ask(", where: {realEstate: {lastTransferOn: {eq: \"2019-01-01\"}}}")
                                .at("/errors/0/extensions/code")
                                .asString())
                .isEqualTo("ITEM_NOT_GRANTED");
    }

    @Test
    void showsMaskedWhatWasAskedForMaskedThoughTheLevelWouldAllowMore() {
        new Agreed(hub).on("ZR", "MZ", "A", "S3", List.of(), List.of(), DATES);

        assertThat(estate(ask("")))
                .isEqualTo(
                        "{\"address\":null,\"registeredOn\":\"2009-01-01\",\"lastTransferOn\":\"2019-01-01\"}");
    }

    @Test
    void showsInClearWhatAnotherAgreementGivesInClear() {
        new Agreed(hub).on("ZR", "MZ", "A", "S2", List.of(), List.of(), DATES);
        new Agreed(hub).on("ZR", "MZ", "A", "S3", List.of(), List.of("ZR01.lastTransferOn"));

        assertThat(estate(ask("")))
                .isEqualTo(
                        "{\"address\":null,\"registeredOn\":\"2009-01-01\",\"lastTransferOn\":\"2019-08-20\"}");
    }
}
