package org.lianji.families;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.contribution.Owner;
import org.lianji.monitoring.Monitored;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How many families a group has: for those whose they are, and for others of many alone. */
@HubTest
class GroupBoardIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String BOARD =
            """
            query ($region: RegionCode) { groupBoard(region: $region) { region asOf exact missing groups { group layer families } layers { layer families } } }
            """;

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private Monitored city;

    @BeforeEach
    void city() {
        city = new Monitored(hub, catalogue);
    }

    private static String number(int i) {
        return Owner.idNumber("152627195801%02d%03d".formatted(1 + i / 100, 101 + 2 * (i % 100)));
    }

    private static Map<String, Object> row(int i, Map<String, Object> items) {
        Map<String, Object> row = new HashMap<>(items);
        row.put("recordNo", "N" + i);
        row.put("observedAt", TODAY.minusDays(1) + "T08:00:00+08:00");
        row.put("idNumber", number(i));
        return row;
    }

    private void live(int from, int to, String place) {
        city.contribute(
                "GA01",
                IntStream.range(from, to)
                        .mapToObj(
                                i ->
                                        row(
                                                i,
                                                Map.of(
                                                        "hukouNo",
                                                        "H" + i,
                                                        "relationToHead",
                                                        "HEAD",
                                                        "hukouRegion",
                                                        place,
                                                        "name",
                                                        "某",
                                                        "sex",
                                                        "MALE",
                                                        "birthDate",
                                                        "1958-01-%02d".formatted(1 + i / 100))))
                        .toList());
    }

    private void onTheAllowance(int from, int to, String status) {
        city.contribute(
                "MZ01",
                IntStream.range(from, to)
                        .mapToObj(
                                i ->
                                        row(
                                                i,
                                                Map.of(
                                                        "householdNo",
                                                        "F" + i,
                                                        "memberIdNumbers",
                                                        List.of(number(i)),
                                                        "area",
                                                        "RURAL",
                                                        "memberCount",
                                                        1,
                                                        "monthlyAmount",
                                                        "615.00",
                                                        "startMonth",
                                                        YearMonth.from(TODAY)
                                                                .minusMonths(3)
                                                                .toString(),
                                                        "status",
                                                        status)))
                        .toList());
    }

    private JsonNode board(String client, String region) {
        JsonNode answer =
                hub.ask(client, BOARD, region.isEmpty() ? Map.of() : Map.of("region", region));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/groupBoard");
    }

    private static String counts(JsonNode list, String name) {
        return list.valueStream()
                .filter(one -> one.at("/families").asInt(0) > 0)
                .map(one -> one.at("/" + name).asString() + " " + one.at("/families").asInt())
                .collect(Collectors.joining("; "));
    }

    @Test
    void countsFamiliesAsTheirChainOfHelpTells() {
        live(0, 4, "150924106001");
        live(4, 5, "150902001001");
        onTheAllowance(0, 2, "ACTIVE");
        onTheAllowance(4, 5, "ACTIVE");
        onTheAllowance(2, 3, "STOPPED");
        city.contribute(
                "MZ03",
                List.of(
                        row(
                                0,
                                Map.of(
                                        "householdNo", "F0",
                                        "memberIdNumbers", List.of(number(0)),
                                        "perCapitaIncome", "900.00",
                                        "recognisedOn", TODAY.minusDays(100).toString(),
                                        "status", "VALID"))));

        JsonNode town = board("MZ-TOWN", "");
        assertThat(town.at("/exact").asBoolean()).isTrue();
        assertThat(town.at("/asOf").asString()).isEqualTo(TODAY.toString());
        assertThat(counts(town.at("/groups"), "group"))
                .isEqualTo("DIBAO 2; MARGIN 1; EXITED_LT_2Y 1");
        assertThat(counts(town.at("/layers"), "layer")).isEqualTo("IN_RECEIPT 2; AT_RISK 1");
        assertThat(counts(board("MZ", "").at("/groups"), "group"))
                .isEqualTo("DIBAO 3; MARGIN 1; EXITED_LT_2Y 1");
        assertThat(counts(board("MZ", "150902000000").at("/groups"), "group")).isEqualTo("DIBAO 1");
        assertThat(
                        hub.ask("MZ-TOWN", BOARD, Map.of("region", "150902000000"))
                                .at("/errors/0/extensions/code")
                                .asString())
                .as("not their region")
                .isEqualTo("BOARD_REGION");
    }

    @Test
    void countsNoneByWhatItMayNotRead() {
        JsonNode before = board("MZ", "");
        assertThat(before.at("/missing").toString()).contains("NM01");
        assertThat(before.at("/groups/4/group").asString()).isEqualTo("POVERTY_RETURN");
        assertThat(before.at("/groups/4/families").isNull()).isTrue();
        new Agreed(hub)
                .on(
                        "NM",
                        "MZ",
                        "C",
                        "S4",
                        List.of("150900000000"),
                        List.of("NM01.identifiedOn", "NM01.clearedOn", "NM01.riskCleared"));

        JsonNode after = board("MZ", "");
        assertThat(after.at("/missing")).isEmpty();
        assertThat(after.at("/groups/4/families").asInt(-1)).isZero();
    }

    @Test
    void tellsOthersOfManyAloneAndNotExactly() {
        live(0, 60, "150924106001");
        live(60, 63, "150924107200");
        onTheAllowance(0, 63, "ACTIVE");

        List<String> clients = List.of("YB", "GA-COUNTY", "MZ-HEAD", "auditor");
        for (String client : clients) {
            JsonNode board = board(client, "150924000000");
            assertThat(board.at("/exact").asBoolean()).isFalse();
            assertThat(board.at("/asOf").asString())
                    .isEqualTo(TODAY.withDayOfMonth(1).minusDays(1).toString());
            assertThat(board.at("/groups/0/families").asInt()).isBetween(50, 75);
            assertThat(board.at("/groups/0/families").asInt() % 5).isZero();
            assertThat(board.at("/layers/0/families"))
                    .as("the same families")
                    .isEqualTo(board.at("/groups/0/families"));
            assertThat(board.at("/groups/1/families").isNull()).isTrue();
            assertThat(board(client, "150924107000").at("/groups/0/families").isNull()).isTrue();
        }
        assertThat(board("YB", "150924000000")).isEqualTo(board("auditor", "150924000000"));
    }
}
