package org.lianji.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import org.lianji.Hub;
import org.lianji.TestClock;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The town that takes applications in, and the county that decides. */
public final class Town {

    public static final String TOWN = "MZ-TOWN";
    public static final String COUNTY = "MZ-COUNTY";

    /** A village of the town. */
    public static final String HERE = "150924106001";

    /** Why no notice of the hub's hung. */
    public static final String PAPER = "已在村务公开栏张贴纸质公示，无异议";

    static final String SHOWN =
            "{ id version state basis allowedTransitions deadlines { rule { code } due endedOn }"
                    + " check { conclusion validUntil sources { source status found } } award {"
                    + " monthlyAmount memberCount startMonth } }";

    private final Hub hub;

    public Town(Hub hub) {
        this.hub = hub;
    }

    /** An application at the window. */
    public JsonNode apply(String idNumber) {
        return submit(idNumber);
    }

    /** The same, of which more is said. */
    public JsonNode apply(String idNumber, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("idNumber", idNumber);
        return submit(TOWN, input);
    }

    JsonNode submit(String idNumber) {
        return submit(TOWN, Map.of("idNumber", idNumber));
    }

    JsonNode submit(String client, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>();
        input.put("kind", "MINIMUM_LIVING");
        input.put("region", HERE);
        input.put("statement", "老伴重病，土地流转后没有收入");
        input.put("channel", "WINDOW");
        input.put("consentNo", "SQ-2026-1");
        input.putAll(more);
        return hub.ask(
                client,
                "mutation ($input: CaseInput!) { submitCase(input: $input) " + SHOWN + " }",
                Map.of("input", input));
    }

    JsonNode submitted(String idNumber) {
        return done(submit(idNumber));
    }

    /** A step with nothing but a note. */
    public JsonNode step(String client, String mutation, JsonNode one, String... note) {
        boolean own =
                switch (mutation) {
                    case "askForCaseMaterial",
                            "refuseCase",
                            "abortCase",
                            "checkMeans",
                            "transferCase" ->
                            true;
                    default -> false;
                };
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!, $note: String%s) { %s(%s: {id: $id, version: $version, note: $note}) %s }"
                        .formatted(
                                note.length == 0 ? "" : "!",
                                mutation,
                                own ? "input" : "step",
                                SHOWN),
                values(one, note.length == 0 ? Map.of() : Map.of("note", note[0])));
    }

    public JsonNode taken(String client, String mutation, JsonNode one, String... note) {
        return done(step(client, mutation, one, note));
    }

    JsonNode input(String client, String mutation, String fields, JsonNode one) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!) { %s(input: {id: $id, version: $version, %s}) %s }"
                        .formatted(mutation, fields, SHOWN),
                values(one, Map.of()));
    }

    public JsonNode surveyed(JsonNode accepted) {
        return done(
                input(
                        TOWN,
                        "recordSurvey",
                        "surveyors: [\"王干事\", \"李网格员\"], note: \"住土坯房，无存款凭证\"",
                        accepted));
    }

    /** Surveyed, with how the family lives. */
    JsonNode surveyed(JsonNode accepted, Map<String, Object> situation) {
        return done(
                hub.ask(
                        TOWN,
                        "mutation ($id: ID!, $version: Int!, $situation: CaseSituation) {"
                                + " recordSurvey(input: {id: $id, version: $version, surveyors:"
                                + " [\"王干事\", \"李网格员\"], note: \"住土坯房\", situation: $situation})"
                                + SHOWN
                                + " }",
                        values(accepted, Map.of("situation", situation))));
    }

    public JsonNode opined(JsonNode checked, boolean favourable) {
        return done(
                input(
                        TOWN,
                        "stateOpinion",
                        "favourable: %s, note: \"符合条件\"".formatted(favourable),
                        checked));
    }

    /** Granted otherwise than the rules say, or where they say nothing. */
    public JsonNode confirm(JsonNode reported, String amount, String... members) {
        return award(
                reported,
                Map.of("monthlyAmount", amount, "area", "RURAL", "reason", "入户所见与登记不符"),
                members);
    }

    /** Granted, with what else is said. */
    JsonNode award(JsonNode reported, Map<String, Object> more, String... members) {
        Map<String, Object> input = new HashMap<>(values(reported, more));
        input.put("reviewCycle", "MONTHS_12");
        input.put("members", members);
        return hub.ask(
                COUNTY,
                "mutation ($input: CaseAwardInput!) { confirmCase(input: $input) " + SHOWN + " }",
                Map.of("input", input));
    }

    public JsonNode checked(String idNumber) {
        JsonNode one = taken(TOWN, "acceptCase", submitted(idNumber));
        return taken(COUNTY, "checkMeans", surveyed(one));
    }

    /** Published for seven days by a clock that the test moves, and at the county. */
    JsonNode reported(JsonNode checked, TestClock clock) {
        JsonNode published = taken(TOWN, "noticeCase", opined(checked, true));
        clock.advance(Duration.ofDays(7));
        return taken(TOWN, "reportCase", published, PAPER);
    }

    /** A notice of an applicant whom the register calls 李建国, in the village. */
    void posted(JsonNode noticed, String person, String kind, String amount) {
        done(post(noticed, person, kind, amount));
    }

    JsonNode post(JsonNode noticed, String person, String kind, String amount) {
        return hub.ask(
                TOWN,
                "mutation ($n: NoticeInput!) { postNotice(input: $n) { id } }",
                Map.of(
                        "n",
                        Map.of(
                                "basis", noticed.at("/basis").asString(),
                                "person", person,
                                "village", HERE,
                                "name", "李建国",
                                "members", 1,
                                "amount", amount,
                                "kind", kind)));
    }

    JsonNode mine() {
        return hub.ask(
                        "CITIZEN",
                        "{ myCases { nodes { case version state progress missing reason decidedBy"
                                + " canWithdraw award { monthlyAmount } } } }")
                .at("/data/myCases/nodes");
    }

    JsonNode submitMine() {
        return hub.ask(
                "CITIZEN",
                "mutation { submitMyCase(input: {kind: MINIMUM_LIVING, region: \"%s\", statement:"
                                .formatted(HERE)
                        + " \"没有收入\", consentNo: \"SQ-2\"}) { case version state progress } }");
    }

    JsonNode withdrawnByCitizen() {
        JsonNode mine = mine().at("/0");
        return done(
                hub.ask(
                        "CITIZEN",
                        "mutation ($id: ID!, $version: Int!) { withdrawMyCase(input: {id: $id,"
                                + " version: $version}) { state } }",
                        Map.of(
                                "id",
                                mine.at("/case").asString(),
                                "version",
                                mine.at("/version").asInt())));
    }

    /** {@return the newest case that the client sees} */
    JsonNode seen(String client) {
        return hub.ask(client, "{ cases { nodes " + SHOWN + " } }").at("/data/cases/nodes/0");
    }

    private static Map<String, Object> values(JsonNode one, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("id", one.at("/id").asString());
        values.put("version", one.at("/version").asInt());
        return values;
    }

    /** {@return what the one mutation of an answer made} */
    public static JsonNode done(JsonNode answer) {
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data").iterator().next();
    }

    public static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }
}
