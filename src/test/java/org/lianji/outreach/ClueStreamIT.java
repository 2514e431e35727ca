package org.lianji.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.outreach.Fieldwork.ELSEWHERE;
import static org.lianji.outreach.Fieldwork.HERE;
import static org.lianji.outreach.Fieldwork.code;
import static org.lianji.outreach.Fieldwork.seen;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.EventReader;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** Who looks after a place hears of its clues as they come, and misses none while away. */
@HubTest
class ClueStreamIT {

    @Autowired Hub hub;

    private Fieldwork field;

    @BeforeEach
    void field() {
        field = new Fieldwork(hub);
    }

    /** {@return the new clue, as who looks after the place sees it} */
    private String reported() {
        field.reported("JY-TOWN", seen());
        return field.newest("MZ-TOWN").at("/id").asString();
    }

    private EventReader listen(String client, String arguments, String... header) {
        return EventReader.listen(
                hub,
                client,
                "subscription { clueChanged%s { cursor step clue { id state } } }"
                        .formatted(arguments),
                header);
    }

    private static String told(JsonNode answer) {
        JsonNode change = answer.at("/data/clueChanged");
        return change.at("/step").asString() + " " + change.at("/clue/id").asString();
    }

    @Test
    void isToldOfTheOwnPlaceAndOfNoOther() {
        try (EventReader here = listen("MZ-TOWN", "")) {
            field.reported("JY-TOWN", seen("region", ELSEWHERE));
            String id = reported();
            field.taken("MZ-TOWN", "acceptClue", "", field.newest("MZ-TOWN"));

            assertThat(told(here.answer())).isEqualTo("REPORT " + id);
            assertThat(told(here.answer())).isEqualTo("ACCEPT " + id);
        }
    }

    @Test
    void goesOnBehindTheLastThatWasHeard() {
        String cursor;
        String id;
        try (EventReader first = listen("MZ-TOWN", "")) {
            id = reported();
            List<String> event = first.next();
            cursor = EventReader.answer(event).at("/data/clueChanged/cursor").asString();
            assertThat(event).contains("id:" + cursor);
        }
        field.taken("MZ-TOWN", "acceptClue", "", field.newest("MZ-TOWN"));

        try (EventReader again = listen("MZ-TOWN", "(after: \"%s\")".formatted(cursor));
                EventReader byHeader = listen("MZ-TOWN", "", "Last-Event-ID", cursor)) {
            assertThat(told(again.answer())).isEqualTo("ACCEPT " + id);
            assertThat(told(byHeader.answer())).isEqualTo("ACCEPT " + id);
        }
    }

    @Test
    void isOfTheRegionThatWasAskedFor() {
        try (EventReader village = listen("MZ-COUNTY", "(region: \"%s\")".formatted(HERE))) {
            field.reported("JY-TOWN", seen("region", "150924106002"));
            String id = reported();

            assertThat(told(village.answer())).isEqualTo("REPORT " + id);
        }
    }

    @Test
    void takesNoCursorOfAnothersNorOfAnotherRegion() {
        try (EventReader first = listen("MZ-TOWN", "")) {
            field.reported("JY-TOWN", seen());
            String cursor = first.answer().at("/data/clueChanged/cursor").asString();

            for (String[] other :
                    List.of(
                            new String[] {"MZ-COUNTY", "(after: \"%s\")".formatted(cursor)},
                            new String[] {
                                "MZ-TOWN", "(region: \"%s\", after: \"%s\")".formatted(HERE, cursor)
                            })) {
                try (EventReader refused = listen(other[0], other[1])) {
                    assertThat(code(refused.answer())).isEqualTo("CURSOR");
                }
            }
        }
    }

    @Test
    void isNotForWhoMayNotSeeClues() {
        try (EventReader refused = listen("AUDITOR", "")) {
            assertThat(code(refused.answer())).isEqualTo("NOT_ALLOWED");
        }
    }
}
