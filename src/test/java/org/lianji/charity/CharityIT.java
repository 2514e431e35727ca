package org.lianji.charity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Charities and what they offer: approved by the department that leads, seen by nobody else. */
@HubTest
class CharityIT {

    @Autowired Hub hub;

    @Test
    void registerThemselvesAndAreJudgedByTheLeadingDepartmentAlone() {
        Charities charities = new Charities(hub);
        JsonNode one = charities.registered("CHARITY-A");
        assertThat(one.at("/state").asString()).isEqualTo("REGISTERED");
        assertThat(one.at("/organisation").asString()).hasSize(18);

        assertThat(Charities.code(charities.step("CHARITY-A", "approveCharity", "", one)))
                .isEqualTo("NOT_FOR_CHARITIES");
        assertThat(Charities.code(charities.step("YB", "approveCharity", "", one)))
                .isEqualTo("ORGANISATION_NOT_FOUND");
        assertThat(charities.taken("MZ", "approveCharity", "", one).at("/state").asString())
                .isEqualTo("APPROVED");
        assertThat(Charities.code(charities.register("CHARITY-A"))).isEqualTo("ALREADY_REGISTERED");
        assertThat(charities.own("CHARITY-B")).isEmpty();
    }

    @Test
    void offerNothingBeforeTheyAreApprovedNorWhileTheyAreSuspended() {
        Charities charities = new Charities(hub);
        assertThat(Charities.code(charities.offer("CHARITY-A", Map.of())))
                .isEqualTo("ORGANISATION_NOT_APPROVED");
        JsonNode approved = charities.approved("CHARITY-A");
        assertThat(charities.offered("CHARITY-A", Map.of()).at("/unit").asString())
                .isEqualTo("HOUR");

        JsonNode suspended = charities.taken("MZ", "suspendCharity", ", note: \"年检未过\"", approved);

        assertThat(Charities.code(charities.offer("CHARITY-A", Map.of())))
                .isEqualTo("ORGANISATION_NOT_APPROVED");
        charities.taken("MZ", "reinstateCharity", ", note: \"已补正\"", suspended);
        charities.offered("CHARITY-A", Map.of());
    }

    /** Else nobody could be found to be related to them. */
    @Test
    void registerWithTheirManagers() {
        assertThat(
                        Charities.code(
                                hub.ask(
                                        "CHARITY-A",
                                        "mutation { registerCharity(input: {name: \"某慈善会\","
                                                + " certificate: \"蒙民慈字第1号\", managers: []}) { id }"
                                                + " }")))
                .isEqualTo("MANAGERS_MISSING");
    }

    @Test
    void offerForCountiesAtLeastSoThatNobodyAsksWhoLivesInAVillage() {
        Charities charities = new Charities(hub);
        charities.approved("CHARITY-A");
        assertThat(
                        Charities.code(
                                charities.offer(
                                        "CHARITY-A", Map.of("regions", List.of("150924106001")))))
                .isEqualTo("OFFER_REGION");
        assertThat(Charities.code(charities.offer("CHARITY-A", Map.of("capacity", 0))))
                .isEqualTo("OFFER_CAPACITY");
        Map<String, Object> late = new HashMap<>();
        late.put("until", LocalDate.now().plusYears(3).toString());
        assertThat(Charities.code(charities.offer("CHARITY-A", late))).isEqualTo("OFFER_DAY");
    }

    @Test
    void seeTheirOwnOffersAndNobodyElses() {
        Charities charities = new Charities(hub);
        charities.approved("CHARITY-A");
        charities.approved("CHARITY-B");
        JsonNode offer = charities.offered("CHARITY-A", Map.of());

        assertThat(offers("CHARITY-B")).isEmpty();
        assertThat(offers("YB-COUNTY")).isEmpty();
        assertThat(offers("CHARITY-A")).hasSize(1);
        assertThat(offers("MZ-COUNTY")).hasSize(1);
        assertThat(Charities.code(charities.withdrawn("CHARITY-B", offer)))
                .isEqualTo("OFFER_NOT_FOUND");
        assertThat(
                        charities
                                .withdrawn("CHARITY-A", offer)
                                .at("/data/withdrawOffer/state")
                                .asString())
                .isEqualTo("WITHDRAWN");
    }

    private JsonNode offers(String client) {
        return hub.ask(client, "{ helpOffers { nodes { id } } }").at("/data/helpOffers/nodes");
    }
}
