package org.lianji.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.code;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.Map;

/** The county says whose a worker's account is, and nobody else reads it. */
@HubTest
class WorkersIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String PERSON = "152627195801035714";

    private static final String VILLAGE = "150924106001";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private Registry registry;

    @BeforeEach
    void somebodyIsKnown() {
        registry = new Registry(hub);
        new Monitored(hub, catalogue).register(PERSON, VILLAGE, LocalDate.parse("2026-10-01"));
    }

    private JsonNode registered() {
        return registry.registered("mz-village", PERSON, "VILLAGE_CADRE", VILLAGE);
    }

    @Test
    void areSeenWithTheirAccountsAndNeverWithTheirNumbers() {
        JsonNode worker = registered();
        assertThat(worker.at("/state").asString()).isEqualTo("REGISTERED");

        JsonNode listed = registry.list(Registry.OFFICER);

        assertThat(listed.at("/data/workers/nodes/0/client").asString()).isEqualTo("mz-village");
        assertThat(listed.toString() + worker).doesNotContain(PERSON).doesNotContain("152627");
    }

    @Test
    void readInTheirLogThatTheyWereRegisteredAndThatItEnded() {
        done(registry.end(Registry.OFFICER, registered()));

        String log =
                hub.ask(
                                "CITIZEN",
                                new Reason("H", null),
                                "{ accessLog { nodes { sentence } } }",
                                Map.of())
                        .toString();

        assertThat(log).contains("登记了您是社会救助工作人员以及所用的账号").contains("结束了您的工作人员登记");
    }

    @Test
    void haveAnAccountThatIsNobodyElsesUntilTheirWorkEnds() {
        JsonNode worker = registered();
        assertThat(
                        code(
                                registry.register(
                                        "MZ-COUNTY-2", "mz-village", PERSON, "ASSISTANT", VILLAGE)))
                .isEqualTo("WORKER_REGISTERED");

        JsonNode ended = done(registry.end(Registry.OFFICER, worker));

        assertThat(ended.at("/state").asString()).isEqualTo("ENDED");
        assertThat(code(registry.end(Registry.OFFICER, ended))).isEqualTo("TRANSITION_NOT_ALLOWED");
        assertThat(registered().at("/id")).isNotEqualTo(worker.at("/id"));
    }

    @Test
    void areRegisteredByAnotherOfTheirCountyForAPlaceInIt() {
        assertThat(code(registry.register("MZ-JINING", "x", PERSON, "ASSISTANT", VILLAGE)))
                .isEqualTo("WORKER_PLACE");
        assertThat(code(registry.register("MZ-CITY", "x", PERSON, "ASSISTANT", VILLAGE)))
                .isEqualTo("WORKER_PLACE");
        assertThat(code(registry.register("YB-COUNTY", "x", PERSON, "ASSISTANT", VILLAGE)))
                .isEqualTo("NOT_YOUR_TURN");
        assertThat(
                        code(
                                registry.register(
                                        Registry.OFFICER,
                                        "mz-county",
                                        PERSON,
                                        "COUNTY_OFFICER",
                                        Registry.COUNTY)))
                .isEqualTo("WORKER_SELF");
        JsonNode other =
                registry.registered("mz-county-2", PERSON, "COUNTY_OFFICER", Registry.COUNTY);
        assertThat(code(registry.end("MZ-COUNTY-2", other))).isEqualTo("WORKER_SELF");
    }

    @Test
    void standOutWhereTheyNameTheirOwnFamily() {
        registry.registered("mz-county-2", PERSON, "COUNTY_OFFICER", Registry.COUNTY);

        String basis = String.valueOf(hub.matter("MZ-COUNTY-2", PERSON).basis());

        JsonNode awaited =
                hub.ask(
                                "MZ-HEAD",
                                "{ bases(awaitingConfirmation: true) { nodes { id confirmation {"
                                        + " reasons } } } }")
                        .at("/data/bases/nodes");
        assertThat(awaited.valueStream().filter(one -> one.at("/id").asString().equals(basis)))
                .singleElement()
                .satisfies(
                        one ->
                                assertThat(one.at("/confirmation/reasons").toString())
                                        .contains("OWN_FAMILY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZ-TOWN", "MZ-VILLAGE", "MZ", "MZ-HEAD", "CITIZEN", "AUDITOR"})
    void areNotAskedForByWhoeverIsNoOfficerOfTheCounty(String client) {
        registered();
        assertThat(registry.list(client).at("/data/workers/nodes")).isEmpty();
        assertThat(registry.list(client).has("errors")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZ-JINING", "MZ-CITY", "YB-COUNTY"})
    void areNotThereForOfficersOfAnotherPlaceOrDepartment(String client) {
        JsonNode worker = registered();
        assertThat(registry.list(client).at("/data/workers/totalCount").asInt(-1)).isZero();
        assertThat(code(registry.end(client, worker))).isEqualTo("WORKER_NOT_FOUND");
        assertThat(
                        hub.ask(
                                        client,
                                        "query ($id: ID!) { worker(id: $id) { client } node(id:"
                                                + " $id) { id } }",
                                        Map.of("id", worker.at("/id").asString()))
                                .at("/data")
                                .toString())
                .isEqualTo("{\"worker\":null,\"node\":null}");
    }
}
