package org.lianji.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.code;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.Test;
import org.lianji.EventReader;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.assistance.Town;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Weeks pass in a demo as fast as it wants; on a hub of its own, whose time no other test shares.
 */
@HubTest
@TestPropertySource(properties = "lianji.demo.hub=clock")
class DemoClockIT {

    private static final String SOMEBODY = "152627195801035714";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private JsonNode advance(String client, int days) {
        return hub.ask(
                client, "mutation { advanceClock(days: %d) { now daysAhead } }".formatted(days));
    }

    @Test
    void aNoticeIsOverAWeekLater() {
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        new Monitored(hub, catalogue).register(SOMEBODY, HERE, today.minusDays(30));
        Town town = new Town(hub);
        JsonNode noticed =
                town.taken(TOWN, "noticeCase", town.opined(town.checked(SOMEBODY), true));
        assertThat(code(town.step(TOWN, "reportCase", noticed))).isEqualTo("NOTICE_RUNS");

        JsonNode first = done(advance("MZ", 3));
        JsonNode second = done(advance("MZ", 4));

        assertThat(second.at("/daysAhead").asInt() - first.at("/daysAhead").asInt()).isEqualTo(4);
        assertThat(OffsetDateTime.parse(second.at("/now").asString()).toLocalDate())
                .isAfterOrEqualTo(today.plusDays(7));
        assertThat(town.taken(TOWN, "reportCase", noticed, Town.PAPER).at("/state").asString())
                .isEqualTo("REPORTED");
        whoListensNowIsTold();
    }

    /** A token is good by its issuer's clock: what is due weeks later can be listened for. */
    private void whoListensNowIsTold() {
        try (EventReader clues =
                EventReader.listen(hub, COUNTY, "subscription { clueChanged { step } }")) {
            done(
                    hub.ask(
                            TOWN,
                            "mutation { reportClue(input: {region: \"%s\", what: \"路边有位老人无人照看\"}) { id } }"
                                    .formatted(HERE)));
            assertThat(clues.answer().at("/data/clueChanged/step").asString()).isEqualTo("REPORT");
        }
    }

    @Test
    void timeGoesForwardAndNotFar() {
        for (int days : new int[] {-1, 0, 32}) {
            assertThat(code(advance("MZ", days))).as("%d", days).isEqualTo("DEMO_DAYS");
        }
        for (String other : new String[] {COUNTY, "CITIZEN", "CHARITY-A"}) {
            assertThat(advance(other, 1).has("errors")).as(other).isTrue();
        }
    }
}
