package org.lianji.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.code;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.lianji.review.ReviewOffices;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Nobody is refused for where they are registered, and who takes them in can work. */
@HubTest
@Import({MovingClock.class, ReviewOffices.class})
class ElsewhereCasesIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String NEXT_VILLAGE = "150924107200";
    private static final String OTHER_VILLAGE = "150981005000";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @Autowired TestClock clock;

    private Town town;

    @BeforeEach
    void aMonday() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        town = new Town(hub);
        new Agreed(hub)
                .on(
                        "GA",
                        "MZ",
                        "A",
                        "S4",
                        List.of("150900000000"),
                        List.of("GA01.hukouNo", "GA01.relationToHead"));
    }

    private void registered(String region) {
        new Monitored(hub, catalogue).register(CITIZEN, region, LocalDate.parse("2026-10-01"));
    }

    private JsonNode seen(String client, JsonNode one) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { case(id: $id) { region state applicant { id } } }",
                        Map.of("id", one.at("/id").asString()))
                .at("/data/case");
    }

    private String look(String client, JsonNode one) {
        return look(client, new Reason("A", one.at("/basis").asString()));
    }

    private String look(String client, Reason basis) {
        return hub.ask(
                        client,
                        basis,
                        "query ($n: IdNumber!) { person(idNumber: $n) { id } }",
                        Map.of("n", CITIZEN))
                .at("/data/person/id")
                .asString("");
    }

    private JsonNode transfer(String client, JsonNode one) {
        return town.step(client, "transferCase", one, "登记的住处在邻近苏木乡镇");
    }

    @Test
    void anApplicationGoesToTheTownWhereTheFamilyLives() {
        registered(NEXT_VILLAGE);
        done(town.submitMine());
        JsonNode here = town.seen(TOWN);
        assertThat(seen(TOWN, here).at("/applicant").isNull()).isTrue();
        assertThat(code(transfer("YB-TOWN", here))).isEqualTo("CASE_NOT_FOUND");

        JsonNode moved = done(transfer(TOWN, here));

        assertThat(seen(ReviewOffices.NEXT_TOWN, moved).at("/region").asString())
                .isEqualTo(NEXT_VILLAGE);
        assertThat(seen(ReviewOffices.NEXT_TOWN, moved).at("/applicant/id").asString())
                .startsWith("P");
        assertThat(seen(TOWN, moved).isNull()).as("it is no longer theirs").isTrue();
        assertThat(
                        done(town.step(ReviewOffices.NEXT_TOWN, "acceptCase", moved))
                                .at("/state")
                                .asString())
                .isEqualTo("ACCEPTED");
        assertThat(town.mine().at("/0/state").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void whoWasLetInSeesNothingOfWhatWentOn() {
        registered(OTHER_VILLAGE);
        done(town.submitMine());
        JsonNode accepted = town.taken(TOWN, "acceptCase", town.seen(TOWN));
        Reason basis = new Reason("A", accepted.at("/basis").asString());
        assertThat(look(TOWN, basis)).startsWith("P");

        JsonNode moved = done(transfer(TOWN, accepted));

        assertThat(look(TOWN, basis)).isEmpty();
        assertThat(seen(ReviewOffices.OTHER_COUNTY, moved).at("/applicant/id").asString())
                .startsWith("P");
    }

    @Test
    void whoLivesHereByTheLibraryIsHandedToNobody() {
        registered(HERE);
        JsonNode one = town.submitted(CITIZEN);

        assertThat(code(transfer(TOWN, one))).isEqualTo("CASE_NO_TRANSFER");
    }

    @Test
    void whoAppliesThemselfIsSeenByWhoAcceptsIt() {
        registered(OTHER_VILLAGE);
        done(town.submitMine());
        JsonNode one = town.seen(TOWN);
        assertThat(look(TOWN, one)).as("nobody has taken it on").isEmpty();

        JsonNode accepted = town.taken(TOWN, "acceptCase", one);

        assertThat(seen(TOWN, accepted).at("/applicant/id").asString()).startsWith("P");
        assertThat(look(TOWN, accepted)).startsWith("P");
        assertThat(look(COUNTY, accepted)).as("the county has not acted").isEmpty();
        town.taken(TOWN, "withdrawCase", accepted, "申请人要求撤回");
        assertThat(look(TOWN, accepted)).isEmpty();
    }

    @Test
    void nobodyIsOpenedByTheWordOfOneOfficer() {
        registered(OTHER_VILLAGE);
        JsonNode checked = town.checked(CITIZEN);

        assertThat(seen(TOWN, checked).at("/applicant").isNull())
                .as("who took it in, and accepted it")
                .isTrue();
        assertThat(seen(COUNTY, checked).at("/applicant/id").asString())
                .as("the county's officer, who checked it")
                .startsWith("P");
    }
}
