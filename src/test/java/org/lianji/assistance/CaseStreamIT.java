package org.lianji.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.code;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.EventReader;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.contribution.Owner;
import org.lianji.monitoring.Monitored;
import org.lianji.review.ReviewOffices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Who decides about a place's applications hears of them as they come, and of no others. */
@HubTest
@Import(ReviewOffices.class)
class CaseStreamIT {

    private static final String APPLICANT = "152627195801035714";
    private static final String ANOTHER = Owner.idNumber("15092419850101301");
    private static final String NEXT_VILLAGE = "150924107200";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private Town town;

    @BeforeEach
    void twoWhoAreKnown() {
        town = new Town(hub);
        Monitored city = new Monitored(hub, catalogue);
        city.register("1", APPLICANT, HERE, LocalDate.parse("2026-10-01"));
        city.register("2", ANOTHER, NEXT_VILLAGE, LocalDate.parse("2026-10-01"));
    }

    private EventReader listen(String client, String arguments) {
        return EventReader.listen(
                hub,
                client,
                "subscription { caseChanged%s { cursor step case { id state } } }"
                        .formatted(arguments));
    }

    private static String told(JsonNode answer) {
        JsonNode change = answer.at("/data/caseChanged");
        return change.at("/step").asString() + " " + change.at("/case/id").asString();
    }

    private JsonNode nextTown() {
        return town.submit(
                ReviewOffices.NEXT_TOWN, Map.of("idNumber", ANOTHER, "region", NEXT_VILLAGE));
    }

    @Test
    void tellsEachStepInTheOwnTownAndInNoOther() {
        try (EventReader here = listen(TOWN, "");
                EventReader county = listen(COUNTY, "(region: \"150924106000\")")) {
            assertThat(code(nextTown())).isEmpty();
            JsonNode one = town.submitted(APPLICANT);
            town.taken(TOWN, "acceptCase", one);

            for (EventReader who : List.of(here, county)) {
                assertThat(told(who.answer())).isEqualTo("SUBMIT " + one.at("/id").asString());
                assertThat(told(who.answer())).isEqualTo("ACCEPT " + one.at("/id").asString());
            }
        }
    }

    @Test
    void goesOnBehindTheLastThatWasHeard() {
        String cursor;
        JsonNode one;
        try (EventReader first = listen(TOWN, "")) {
            one = town.submitted(APPLICANT);
            cursor = first.answer().at("/data/caseChanged/cursor").asString();
        }
        town.taken(TOWN, "acceptCase", one);

        try (EventReader again = listen(TOWN, "(after: \"%s\")".formatted(cursor))) {
            assertThat(told(again.answer())).isEqualTo("ACCEPT " + one.at("/id").asString());
        }
    }

    @Test
    void isNotForWhoDecidesNoApplications() {
        for (String client : List.of("AUDITOR", "MZ")) {
            try (EventReader refused = listen(client, "")) {
                assertThat(code(refused.answer())).isEqualTo("NOT_ALLOWED");
            }
        }
    }
}
