package org.lianji.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.audit.Kind;
import org.lianji.people.IdentityHash;
import org.lianji.platform.Reason;
import org.lianji.proof.Looks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/** Each field at the root is answered or refused alone, and so written down. */
@HubTest
class RootsIT {

    private static final String NUMBER = "150902195603121010";
    private static final String WRONG = "150902195603121019";
    private static final String ALLOWANCES =
            "records(category: MZ01, first: 1) { nodes { recordNo } } ";

    @Autowired Hub hub;
    @Autowired Neo4jClient graph;
    @Autowired IdentityHash hash;

    @BeforeEach
    void aPersonWithAnAllowance() {
        graph.query(
                        """
                        CREATE (:Record:MinimumLivingAllowance {id: 'R1', key: 'MZ01|1', category: 'MZ01', recordNo: '1',
                          observedAt: datetime('2026-01-01T00:00:00+08:00')})
                          -[:ABOUT]->(:Person {id: 'P1', idNumber: $number, idHash: $hash})
                        """)
                .bindAll(Map.of("number", NUMBER, "hash", hash.of(NUMBER)))
                .run();
    }

    private JsonNode ask(Reason reason, String document) {
        return hub.ask("MZ", reason, document, Map.of("n", NUMBER, "bad", WRONG));
    }

    private static List<String> errors(JsonNode answer) {
        return answer.path("errors")
                .valueStream()
                .map(error -> error.get("path") + " " + error.at("/extensions/code").asString())
                .toList();
    }

    @Test
    void neighboursOfARefusedFieldAreAnswered() {
        JsonNode answer =
                ask(
                        hub.plan("MZ"),
                        "{ ok: "
                                + ALLOWANCES
                                + "bad: records(category: MZ02, first: 0) { nodes { recordNo } }"
                                + " catalogue { departments { code } } }");

        assertThat(errors(answer)).containsExactly("[\"bad\"] PAGE_SIZE");
        assertThat(answer.at("/data/ok/nodes/0/recordNo").asString()).isEqualTo("1");
        assertThat(answer.at("/data/bad").isNull()).isTrue();
        assertThat(answer.at("/data/catalogue/departments")).hasSize(12);
    }

    @Test
    void whatIsAboutNobodyNeedsNoReasonBesideWhatIsAboutPeople() {
        JsonNode answer =
                ask(Reason.NONE, "{ region(code: \"150900000000\") { code } " + ALLOWANCES + "}");

        assertThat(errors(answer)).containsExactly("[\"records\"] PURPOSE_REQUIRED");
        assertThat(answer.at("/data/region/code").asString()).isEqualTo("150900000000");
    }

    @Test
    void aWrongNumberSpoilsItsOwnFieldOnly() {
        String both =
                "query ($n: IdNumber!, $bad: IdNumber!) { a: person(idNumber: $bad) { id } b:"
                        + " person(idNumber: $n) { id } }";

        JsonNode answer = ask(hub.matter("MZ", NUMBER), both);

        assertThat(errors(answer)).containsExactly("[\"a\"] VALUE");
        assertThat(answer.at("/data/b/id").asString()).isEqualTo("P1");
        assertThat(answer.at("/errors/0/locations").toString())
                .isEqualTo("[{\"line\":1,\"column\":42},{\"line\":1,\"column\":62}]");
    }

    @Test
    void allMayBeRefusedAndDataStays() {
        JsonNode answer =
                ask(
                        hub.plan("MZ"),
                        "{ a: regions(parent: \"15\") { code } b: records(category: MZ01, after:"
                                + " \"x\") { nodes { id } } }");

        assertThat(errors(answer)).containsExactly("[\"a\"] VALUE", "[\"b\"] CURSOR");
        assertThat(answer.get("data").toString()).isEqualTo("{\"a\":null,\"b\":null}");
    }

    @ParameterizedTest
    @CsvSource({
        "region(code: \"15\"), code, VALUE",
        "region(code: \"15090200100A\"), code, VALUE",
        "region(code: \"150902999001\"), code, NO_SUCH_REGION",
        "region(code: \"199900000000\"), code, NO_SUCH_REGION",
        "regions(parent: \"150999000000\"), parent, NO_SUCH_REGION"
    })
    void aRegionThatIsNoneIsToldWithItsArgument(String root, String argument, String code) {
        JsonNode answer = ask(Reason.NONE, "{ a: " + root + " { code } ok: regions { code } }");

        assertThat(errors(answer)).containsExactly("[\"a\"] " + code);
        assertThat(answer.at("/errors/0/extensions/details/argument").asString())
                .isEqualTo(argument);
        assertThat(answer.at("/errors/0/locations")).hasSize(2);
        assertThat(answer.at("/data/a").isNull()).isTrue();
        assertThat(answer.at("/data/ok")).hasSize(1);
    }

    @Test
    void bothTheLookAndTheRefusalAreWrittenDown() {
        ask(
                hub.plan("MZ"),
                "{ ok: "
                        + ALLOWANCES
                        + "bad: records(category: NM01, where: {povertyReturnMonitoring: {helper:"
                        + " {eq: \"x\"}}}) { nodes { recordNo } } }");

        assertThat(Looks.all(graph))
                .filteredOn(look -> look.is(Kind.READ) || look.is(Kind.DENIAL))
                .extracting(look -> look.text("kind") + " " + look.items() + " " + look.saw())
                .containsExactlyInAnyOrder("READ [MZ01] [P1]", "DENIAL [NM01.helper] []");
    }
}
