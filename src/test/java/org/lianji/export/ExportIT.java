package org.lianji.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianji.Agreed;
import org.lianji.BehindAPage;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.agreements.AgreementsInForce;
import org.lianji.audit.Kind;
import org.lianji.export.ExportFile.Format;
import org.lianji.people.IdentityHash;
import org.lianji.platform.Reason;
import org.lianji.proof.Looks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An export is what paging through GraphQL gives, in a file: no more, no less, no other way. */
@HubTest
@Import(BehindAPage.class)
@TestPropertySource(properties = "lianji.export.page=2")
class ExportIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final int VEHICLES = 7;
    private static final List<String> VEHICLE =
            List.of("vehicleType", "usage", "registeredOn", "value", "state");
    private static final List<String> RELIEF =
            List.of("kind", "reliefFirst", "occurredRegion", "amount", "goods", "grantedAt");
    private static final List<String> ALLOWANCE =
            List.of("memberIdNumbers", "memberCount", "classUplift", "monthlyAmount", "status");

    @Autowired Hub hub;
    @Autowired Neo4jClient graph;
    @Autowired AgreementsInForce inForce;
    @Autowired IdentityHash hash;
    @Autowired BehindAPage behindAPage;

    private Reason plan = Reason.NONE;

    @BeforeEach
    void facts() {
        behindAPage.then(() -> {});
        run(
                """
                MATCH (g:Region {code: '150902000000'}), (h:Region {code: '150921000000'})
                UNWIND range(1, 7) AS i
                CREATE (p:Person {id: 'P' + i, idNumber: '15090219560312101' + i, idHash: 'h' + i})-[:REGISTERED_IN]->(g)
                CREATE (:Record:MotorVehicle {id: 'Rv' + i, key: 'GA03|' + i, category: 'GA03', recordNo: toString(i),
                  observedAt: datetime('2026-01-01T00:00:00+08:00'), personName: '张三', plateTail: '12' + i,
                  vehicleType: 'SMALL_PASSENGER', registeredOn: date('2020-03-0' + i),
                  value: CASE i WHEN 3 THEN null ELSE 100000 * i + 1 END, state: 'NORMAL'})-[:ABOUT]->(p)
                CREATE (:Record:TemporaryRelief {id: 'Rr' + i, key: 'MZ05|' + i, category: 'MZ05', recordNo: toString(i),
                  observedAt: datetime('2026-01-01T00:00:00+08:00'), personName: '张三', kind: 'EMERGENCY',
                  reliefFirst: i % 2 = 0, occurredRegion: CASE WHEN i < 4 THEN g.code ELSE h.code END, amount: 123 * i,
                  goods: '米 "东北",\\n面;=1+1', grantedAt: datetime('2026-02-01T12:30:15+08:00')})-[:ABOUT]->(p)
                CREATE (:Record:MinimumLivingAllowance {id: 'Ra' + i, key: 'MZ01|' + i, category: 'MZ01', recordNo: toString(i),
                  observedAt: datetime('2026-01-01T00:00:00+08:00'), validFrom: date('2026-01-01'), memberCount: i,
                  memberIdNumbers: ['P1', 'P2'], classUplift: [], monthlyAmount: 20050, status: 'ACTIVE'})-[:ABOUT]->(p)
                """);
        graph.query("CREATE (:Person {id: 'Pcitizen', idNumber: $number, idHash: $hash})")
                .bindAll(Map.of("number", CITIZEN, "hash", hash.of(CITIZEN)))
                .run();
        plan = hub.plan("MZ");
    }

    private void agree() {
        agree(VEHICLE);
    }

    /** The value is above the level and comes masked. */
    private void agree(List<String> items) {
        Map<Boolean, List<String>> masked =
                items.stream()
                        .map(item -> "GA03." + item)
                        .collect(Collectors.partitioningBy("GA03.value"::equals));
        new Agreed(hub)
                .on(
                        "GA",
                        "MZ",
                        "B",
                        "S2",
                        List.of("150900000000"),
                        masked.get(false),
                        masked.get(true));
    }

    @ParameterizedTest
    @EnumSource
    void holdsWhatGraphQlAnswersUnderAnAgreement(Format format) throws IOException {
        agree();
        List<Map<String, String>> asked = ask("MZ", plan, "GA03", "MotorVehicle", VEHICLE, "");

        List<Map<String, String>> rows = rows(format, get("MZ", plan, "GA03", format, ""));

        assertThat(asked).hasSize(VEHICLES);
        assertThat(asked.getFirst())
                .containsEntry("value", "1000.00")
                .doesNotContainKey("plateTail");
        assertThat(rows).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({
        "NDJSON,MZ01",
        "CSV,MZ01",
        "PARQUET,MZ01",
        "NDJSON,MZ05",
        "CSV,MZ05",
        "PARQUET,MZ05"
    })
    void holdsOnesOwnWithAllTypesOfValues(Format format, String category) throws IOException {
        boolean relief = category.equals("MZ05");
        List<String> items = relief ? RELIEF : ALLOWANCE;
        String type = relief ? "TemporaryRelief" : "MinimumLivingAllowance";
        List<Map<String, String>> asked = ask("MZ", plan, category, type, items, "");

        String named = "&items=" + String.join(",", items);
        List<Map<String, String>> rows = rows(format, get("MZ", plan, category, format, named));

        assertThat(asked).hasSize(VEHICLES);
        assertThat(rows).isEqualTo(asked);
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutItemsThatAreNotGrantedAndNamesThem(Format format) throws IOException {
        agree();

        HttpResponse<byte[]> answer =
                get("MZ", plan, "GA03", format, "&items=plateTail,value,state");

        assertThat(rows(format, answer))
                .allSatisfy(
                        row ->
                                assertThat(row.keySet())
                                        .doesNotContain("plateTail", "personName")
                                        .contains("value", "state"));
        assertThat(answer.headers().firstValue(ExportController.WITHHELD).orElseThrow())
                .contains("GA03.plateTail;code=NO_AGREEMENT", "GA03.value;code=MASKED")
                .doesNotContain("GA03.state");
    }

    @ParameterizedTest
    @EnumSource
    void goesOnBehindEachCursor(Format format) throws IOException {
        agree();
        List<Map<String, String>> whole = rows(format, get("MZ", plan, "GA03", format, ""));

        for (int cut = 1; cut <= VEHICLES; cut++) {
            List<Map<String, String>> rest =
                    rows(
                            format,
                            get(
                                    "MZ",
                                    plan,
                                    "GA03",
                                    format,
                                    "&after=" + whole.get(cut - 1).get("cursor")));

            assertThat(rest).isEqualTo(whole.subList(cut, VEHICLES));
        }
    }

    @Test
    void comesInPartsThatTellWhereTheyGoOn() throws IOException {
        List<Map<String, String>> parts = new ArrayList<>();
        String after = "";
        int files = 0;
        while (after != null) {
            byte[] part = get("MZ", plan, "MZ05", Format.PARQUET, "&first=3" + after).body();
            parts.addAll(ExportedRows.read(Format.PARQUET, part));
            String next = ExportedRows.metadata(part).get(ParquetRows.NEXT);
            after = next == null ? null : "&after=" + next;
            files++;
        }

        assertThat(files).isEqualTo(3);
        assertThat(parts)
                .isEqualTo(rows(Format.PARQUET, get("MZ", plan, "MZ05", Format.PARQUET, "")));
    }

    @Test
    void isNarrowedToARegionAndThoseBelow() throws IOException {
        List<Map<String, String>> asked =
                ask(
                        "MZ",
                        plan,
                        "MZ05",
                        "TemporaryRelief",
                        RELIEF,
                        ", where: {temporaryRelief: {occurredRegion: {within: \"150902000000\"}}}");

        List<Map<String, String>> rows =
                rows(
                        Format.NDJSON,
                        get(
                                "MZ",
                                plan,
                                "MZ05",
                                Format.NDJSON,
                                "&region=150902000000&items=" + String.join(",", RELIEF)));

        assertThat(rows).hasSize(3).isEqualTo(asked);
    }

    @Test
    void entersEachPageOnTheChain() {
        agree();

        get("MZ", plan, "GA03", Format.CSV, "");

        assertThat(looks(Kind.EXPORT, "mz")).hasSize(4);
        assertThat(looks(Kind.READ, "mz")).isEmpty();
        assertThat(
                        looks(Kind.EXPORT, "mz").stream()
                                .flatMap(look -> look.saw().stream())
                                .distinct())
                .hasSize(VEHICLES);
    }

    @Test
    void readsNoMoreThanItsFirstPageForAHead() {
        agree();

        HttpResponse<byte[]> answer = send(request("MZ", plan, "/export/GA03?format=csv").HEAD());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("GA03.csv");
        assertThat(looks(Kind.EXPORT, "mz")).hasSize(1);
    }

    @Test
    void endsWithTheAgreementAndGoesOnWithTheNext() throws IOException {
        agree();
        List<Map<String, String>> whole =
                rows(Format.NDJSON, get("MZ", plan, "GA03", Format.NDJSON, ""));

        List<Map<String, String>> begun = cut("GA03", this::suspend);

        assertThat(begun).isEqualTo(whole.subList(0, 2));
        String rest = "&after=" + begun.getLast().get("cursor");
        HttpResponse<byte[]> refused = get("MZ", plan, "GA03", Format.NDJSON, rest);
        assertThat(code(refused)).isEqualTo("EXPORT_NOT_GRANTED");
        agree();
        assertThat(rows(Format.NDJSON, get("MZ", plan, "GA03", Format.NDJSON, rest)))
                .isEqualTo(whole.subList(2, VEHICLES));
    }

    @Test
    void endsWhereMoreOrLessIsGrantedThanAtItsBeginning() throws IOException {
        agree(List.of("state"));

        assertThat(cut("GA03", this::agree)).hasSize(2);

        agree(List.of("usage"));
        assertThat(
                        cut(
                                "GA03",
                                () -> {
                                    run(
                                            "MATCH (a:Agreement) WHERE a.items = ['GA03.usage'] SET"
                                                    + " a.state = 'SUSPENDED'");
                                    inForce.refresh();
                                }))
                .hasSize(2);
    }

    @Test
    void endsWithItsBasis() throws IOException {
        agree();

        assertThat(cut("GA03", () -> run("MATCH (b:Basis) SET b.closed = b.opened"))).hasSize(2);
        assertThat(code(get("MZ", plan, "GA03", Format.NDJSON, "")))
                .isEqualTo("BASIS_NOT_IN_FORCE");
    }

    @Test
    void endsWhereAPageCannotBeEntered() throws IOException {
        try {
            assertThat(
                            cut(
                                    "MZ05",
                                    () ->
                                            run(
                                                    "CREATE CONSTRAINT no_second_look FOR (s:Sheet)"
                                                            + " REQUIRE s.kinds IS UNIQUE")))
                    .hasSize(2);
            assertThat(code(get("MZ", plan, "MZ05", Format.NDJSON, "")))
                    .isEqualTo("CHAIN_UNAVAILABLE");
        } finally {
            run("DROP CONSTRAINT no_second_look IF EXISTS");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNothingToWhoeverIsNotGrantedTheCategory(Format format) {
        agree();

        HttpResponse<byte[]> refused = get("CL", hub.plan("CL"), "GA03", format, "");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(code(refused)).isEqualTo("EXPORT_NOT_GRANTED");
        assertThat(json(refused).at("/details/next/step").asString())
                .isEqualTo("REQUEST_AGREEMENT");
        assertThat(text(refused)).doesNotContain("SMALL_PASSENGER", "150902");
        assertThat(denials("cl")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "citizen,H,MZ05,NOT_ALLOWED",
        "charity-a,A,MZ05,NOT_FOR_CHARITIES",
        "auditor,A,MZ05,NOT_ALLOWED",
        "charity-a,F,MZ13,NOT_FOR_CHARITIES"
    })
    void isForDepartmentsOnly(String client, String purpose, String category, String code) {
        HttpResponse<byte[]> refused =
                get(client, new Reason(purpose, "Cx"), category, Format.NDJSON, "");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(code(refused)).isEqualTo(code);
        assertThat(denials(client)).isEqualTo(1);
    }

    @Test
    void needsATokenAndAReason() throws IOException, InterruptedException {
        try (HttpClient nobody = HttpClient.newHttpClient()) {
            assertThat(
                            nobody.send(
                                            HttpRequest.newBuilder(
                                                            URI.create(
                                                                    hub.address() + "/export/MZ05"))
                                                    .build(),
                                            BodyHandlers.discarding())
                                    .statusCode())
                    .isEqualTo(401);
        }
        assertThat(code(get("MZ", Reason.NONE, "MZ05", Format.CSV, "")))
                .isEqualTo("PURPOSE_REQUIRED");
        assertThat(code(get("MZ", new Reason("B", null), "MZ05", Format.CSV, "")))
                .isEqualTo("BASIS_REQUIRED");
        assertThat(code(get("MZ", hub.plan("GA"), "MZ05", Format.CSV, "")))
                .isEqualTo("BASIS_NOT_IN_FORCE");
    }

    @ParameterizedTest
    @CsvSource({
        "ZZ99,'',404,EXPORT_CATEGORY",
        "MZ05,&format=xml,400,EXPORT_FORMAT",
        "MZ05,'&items=kind,nothing',400,EXPORT_ITEM",
        "MZ05,&first=0,400,EXPORT_ROWS",
        "MZ05,&first=x,400,EXPORT_ROWS",
        "MZ05,&after=forged,400,CURSOR",
        "MZ05,&region=15,400,VALUE",
        "MZ01,&region=150902000000,400,EXPORT_REGION"
    })
    void refusesWhatIsWrong(String category, String parameters, int status, String code) {
        HttpResponse<byte[]> refused =
                send(request("MZ", plan, "/export/" + category + "?" + parameters));

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(code(refused)).isEqualTo(code);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
                .isEqualTo("application/problem+json");
    }

    @Test
    void forASpreadsheetNoCellIsAFormula() {
        HttpResponse<byte[]> plain =
                send(request("MZ", plan, "/export/MZ05?format=csv&items=goods"));
        run("MATCH (r:TemporaryRelief) SET r.goods = '=1+1', r.personName = '+1'");
        HttpResponse<byte[]> excel = send(request("MZ", plan, "/export/MZ05?excel&items=goods"));
        HttpResponse<byte[]> other = send(request("MZ", plan, "/export/MZ05?excel&format=ndjson"));

        assertThat(text(plain)).startsWith("recordNo").contains("=1+1");
        assertThat(excel.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv;")
                .contains("charset=UTF-8");
        assertThat(text(excel)).startsWith("\uFEFFrecordNo").contains(",'=1+1,", ",'+1,");
        assertThat(code(other)).isEqualTo("EXPORT_FORMAT");
    }

    @Test
    void refusesACursorOfAnotherClient() throws IOException {
        List<Map<String, String>> rows = rows(Format.CSV, get("MZ", plan, "MZ05", Format.CSV, ""));
        String after = "&after=" + rows.getFirst().get("cursor");

        assertThat(code(get("MZ-county", hub.plan("MZ"), "MZ05", Format.CSV, after)))
                .isEqualTo("CURSOR");
        assertThat(code(get("MZ", hub.plan("MZ"), "MZ05", Format.CSV, after))).isEqualTo("CURSOR");
    }

    /** What reaches the receiver of an export in whose middle something happens. */
    private List<Map<String, String>> cut(String category, Runnable event) throws IOException {
        behindAPage.then(event);
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        boolean whole = false;
        try (HttpClient http = HttpClient.newHttpClient();
                InputStream body =
                        http.send(
                                        request("MZ", plan, "/export/" + category).build(),
                                        BodyHandlers.ofInputStream())
                                .body()) {
            body.transferTo(received);
            whole = true;
        } catch (IOException torn) {
            // as it should be
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(whole).as("looks whole").isFalse();
        return ExportedRows.read(Format.NDJSON, received.toByteArray());
    }

    private void suspend() {
        run("MATCH (a:Agreement) SET a.state = 'SUSPENDED'");
        inForce.refresh();
    }

    private void run(String cypher) {
        graph.query(cypher).run();
    }

    private long denials(String client) {
        return looks(Kind.DENIAL, client).size();
    }

    private List<Looks.Look> looks(Kind kind, String client) {
        return Looks.all(graph, kind).stream()
                .filter(look -> look.text("client").equals(client))
                .toList();
    }

    private long count(String cypher) {
        return graph.query(cypher).fetchAs(Long.class).one().orElseThrow();
    }

    private HttpResponse<byte[]> get(
            String client, Reason reason, String category, Format format, String parameters) {
        return send(
                request(
                        client,
                        reason,
                        "/export/%s?format=%s%s".formatted(category, format.ending(), parameters)));
    }

    private HttpRequest.Builder request(String client, Reason reason, String path) {
        HttpRequest.Builder request = hub.as(client, path);
        if (reason.purpose() != null) {
            request.header(Reason.PURPOSE, reason.purpose());
        }
        if (reason.basis() != null) {
            request.header(Reason.BASIS, reason.basis());
        }
        return request;
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Map<String, String>> rows(Format format, HttpResponse<byte[]> answer)
            throws IOException {
        assertThat(answer.statusCode()).as(() -> text(answer)).isEqualTo(200);
        return ExportedRows.read(format, answer.body());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String code(HttpResponse<byte[]> answer) {
        return json(answer).at("/code").asString();
    }

    /** The same by GraphQL, with the columns of an export that are granted. */
    private List<Map<String, String>> ask(
            String client,
            Reason reason,
            String category,
            String type,
            List<String> items,
            String where) {
        String document =
                "{ records(category: %s, first: 200%s) { edges { cursor node { recordNo person { id idNumber } personName observedAt validFrom validTo ... on %s { %s } } } } }"
                        .formatted(category, where, type, String.join(" ", items));
        List<Map<String, String>> rows = new ArrayList<>();
        JsonNode answer = hub.ask(client, reason, document, Map.of());
        boolean own = !answer.at("/extensions/withheld").toString().contains("personName");
        for (JsonNode edge : answer.at("/data/records/edges")) {
            JsonNode node = edge.get("node");
            Map<String, String> row = new LinkedHashMap<>();
            row.put("recordNo", ExportedRows.text(node.get("recordNo")));
            row.put("idNumber", ExportedRows.text(node.at("/person/idNumber")));
            List<String> others = new ArrayList<>(own ? List.of("personName") : List.of());
            others.addAll(List.of("observedAt", "validFrom", "validTo"));
            others.addAll(items);
            others.forEach(name -> row.put(name, ExportedRows.text(node.get(name))));
            row.put("person", ExportedRows.text(node.at("/person/id")));
            row.put("cursor", edge.get("cursor").asString());
            rows.add(row);
        }
        return rows;
    }
}
