package org.lianji.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.looks.AccessLog;
import org.lianji.paging.Stretch;
import org.lianji.proof.Block;
import org.lianji.proof.Looks;
import org.lianji.proof.Merkle;
import org.lianji.proof.VerifyCommand;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What auditors and departments see of the chain, over HTTP. */
@HubTest
class OverseersIT {

    private static final String ENTRIES =
            "query ($department: String, $kind: EntryKind, $from: DateTime) { entries(department:"
                    + " $department, kind: $kind, from: $from, first: 200) { nodes { id at kind"
                    + " department client purpose basis agreements items digest block position } }"
                    + " }";

    private static final String PROOF =
            "query ($entry: ID!) { inclusionProof(entry: $entry) { entry position path block"
                    + " dayPath day head { date hash closed } } }";

    @Autowired Hub hub;

    @Autowired AuditLog chain;

    @Autowired Sealer sealer;

    @Autowired Neo4jClient graph;

    @Autowired Clock clock;

    @Autowired Driver driver;

    @TempDir Path folder;

    @BeforeEach
    void entries() {
        graph.query("CREATE (:Person {id: 'P-secret'})").run();
        chain.append(
                List.of(
                        entry(Kind.READ, "MZ", "MZ01.status"),
                        entry(Kind.READ, "MZ", "GA01.name"),
                        entry(Kind.DENIAL, "YB", "GA01.name"),
                        entry(Kind.READ, "YB", "YB01.scheme")));
        sealer.seal();
    }

    private static Entry entry(Kind kind, String department, String item) {
        return new Entry(
                kind,
                department,
                department.toLowerCase(java.util.Locale.ROOT),
                "A",
                "C1",
                List.of(),
                List.of(item),
                List.of("P-secret"),
                Merkle.sha256("document"),
                null);
    }

    private List<String> seen(String client, Map<String, Object> variables) {
        JsonNode answer = hub.ask(client, ENTRIES, variables);
        assertThat(answer.toString()).doesNotContain("P-secret", Merkle.sha256("P-secret"));
        List<String> seen = new ArrayList<>();
        for (JsonNode node : answer.at("/data/entries/nodes")) {
            seen.add(node.get("department").asString() + " " + node.at("/items/0").asString());
        }
        return seen;
    }

    @Test
    void auditorsSeeAllAndDepartmentsTheirOwnAndWhatTheyProvide() {
        assertThat(seen("auditor", Map.of())).hasSize(4);
        assertThat(seen("GA", Map.of())).containsExactlyInAnyOrder("MZ GA01.name", "YB GA01.name");
        assertThat(seen("MZ-TOWN", Map.of()))
                .containsExactlyInAnyOrder("MZ MZ01.status", "MZ GA01.name");
        assertThat(seen("JY", Map.of())).isEmpty();
        assertThat(seen("auditor", Map.of("department", "YB", "kind", "DENIAL")))
                .containsExactly("YB GA01.name");
        assertThat(seen("auditor", Map.of("from", "2999-01-01T00:00:00Z"))).isEmpty();
    }

    private static final List<?> PLACE = List.of("at", "sheet", 1);
    private static final Stretch BEHIND = new Stretch(PLACE, false, true, 50);
    private static final Stretch BEFORE = new Stretch(PLACE, true, false, 50);

    @Test
    void listsAreReadFromAnIndexInTheirOrder() {
        for (String statement :
                List.of(
                        Entries.statement(Stretch.start(50)),
                        Entries.statement(BEHIND),
                        Entries.statement(BEFORE),
                        Sealer.WAITING,
                        Blocks.ENTRIES,
                        AccessLog.OWN + AccessLog.statement(Stretch.start(50)))) {
            String plan =
                    driver.executableQuery(
                                    "EXPLAIN "
                                            + statement
                                                    .replaceAll("\\$(most|limit)\\b", "50")
                                                    .replaceAll(
                                                            "\\$(at0|now|from|to)\\b", "datetime()")
                                                    .replaceAll("\\$(all|monitors)\\b", "false")
                                                    .replaceAll(
                                                            "\\$(owned|hidden|unfounded|former|subjects)\\b",
                                                            "['GA01']")
                                                    .replaceAll("\\$(height)\\b", "7")
                                                    .replaceAll("\\$\\w+", "'text'"))
                            .execute()
                            .summary()
                            .plan()
                            .toString();
            assertThat(plan).as(statement).containsPattern("Node\\w*Index\\w*(Seek|Scan)");
            if (!statement.contains("SAW")) {
                assertThat(plan.replaceAll("Partial(Sort|Top)", ""))
                        .as(statement)
                        .doesNotContain("Sort", "Top");
            }
        }
    }

    @Test
    void charitiesSeeNoneOfIt() {
        for (String document :
                List.of(
                        "{ entries { nodes { id } } }",
                        "{ chainDays { nodes { hash } } }",
                        "{ chainHead(date: \"2026-11-25\") { hash } }",
                        "{ inclusionProof(entry: \"E1\") { day } }")) {
            assertThat(hub.ask("charity-a", document).at("/errors/0/extensions/code").asString())
                    .isEqualTo("NOT_FOR_CHARITIES");
        }
        assertThat(hub.send(hub.as("charity-a", "/audit/heads/2026-11-25")).statusCode())
                .isEqualTo(403);
        assertThat(hub.send(hub.as("MZ", "/audit/chain")).statusCode()).isEqualTo(403);
    }

    @Test
    void anEntryIsProvenWithoutTheHub() throws IOException {
        for (String id : ids()) {
            JsonNode answer = hub.ask("auditor", PROOF, Map.of("entry", id));
            JsonNode head = answer.at("/data/inclusionProof/head");
            Path file = Files.writeString(folder.resolve("proof.json"), answer.toString());
            String kept = head.get("date").asString() + "=" + head.get("hash").asString();

            assertThat(prove(file, kept)).isZero();
            assertThat(prove(file, head.get("date").asString() + "=" + Merkle.NOTHING))
                    .isEqualTo(1);
            Files.writeString(file, answer.toString().replace("C1", "C2"));
            assertThat(prove(file, kept)).isEqualTo(1);
            Files.writeString(file, answer.toString().replace("\"position\":", "\"position\":1"));
            assertThat(prove(file, kept)).isEqualTo(1);
        }
    }

    private static int prove(Path file, String head) {
        return VerifyCommand.run("--proof", file.toString(), "--head", head);
    }

    private List<String> ids() {
        return Looks.all(graph).stream().map(look -> look.text("entry")).toList();
    }

    @Test
    void aDepartmentProvesOnlyWhatItSees() {
        for (String id : ids()) {
            hub.ask("JY", PROOF, Map.of("entry", id));
            assertThat(
                            hub.ask("JY", PROOF, Map.of("entry", id))
                                    .at("/errors/0/extensions/code")
                                    .asString())
                    .isEqualTo("ENTRY_NOT_FOUND");
        }
    }

    @Test
    void theChainComesAsAFileAndTheHeadOfTheDayToThoseWhoKeepIt() throws IOException {
        String today = Block.dateOf(clock.instant()).toString();
        HttpResponse<String> chain = hub.send(hub.as("auditor", "/audit/chain"));
        Path file = Files.writeString(folder.resolve("chain.ndjson"), chain.body());
        JsonNode head =
                JsonMapper.shared()
                        .readTree(hub.send(hub.as("GA", "/audit/heads/" + today)).body());
        JsonNode same =
                hub.ask(
                        "GA",
                        "query ($d: Date!) { chainHead(date: $d) { hash } }",
                        Map.of("d", today));

        assertThat(chain.body()).doesNotContain("P-secret");
        assertThat(head.get("closed").asBoolean()).isFalse();
        assertThat(same.at("/data/chainHead/hash")).isEqualTo(head.get("hash"));
        assertThat(
                        VerifyCommand.run(
                                file.toString(),
                                "--head",
                                today + "=" + head.get("hash").asString()))
                .isZero();
    }

    @Test
    void theChainTellsWhichBlocksItGives() {
        chain.append(List.of(entry(Kind.READ, "MZ", "MZ01.status")));
        sealer.seal();

        assertThat(told("")).isEqualTo("1-2");
        assertThat(told("?from=1&to=1")).isEqualTo("1-1");
        assertThat(told("?from=1&to=9")).isEqualTo("1-2");
        assertThat(told("?from=2")).as("a day comes whole").isEqualTo("1-2");
    }

    /** {@return which blocks the header names, as they are in the file} */
    private String told(String range) {
        HttpResponse<String> file = hub.send(hub.as("auditor", "/audit/chain" + range));
        assertThat(file.headers().firstValue(ChainController.BLOCKS)).hasValue(blocks(file));
        return blocks(file);
    }

    /** {@return first and last height in the file} */
    private static String blocks(HttpResponse<String> chain) {
        List<String> heights =
                Pattern.compile("block\\\\\":(\\d+)")
                        .matcher(chain.body())
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        return heights.getFirst() + "-" + heights.getLast();
    }
}
