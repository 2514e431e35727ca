package org.lianji.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** A mutation whose answer was lost is sent again under its key, and makes nothing new. */
@HubTest
class SentAgainIT {

    private static final String SOMEBODY = "150902195603121010";

    private static final String REQUEST =
            "mutation ($input: AgreementInput!) { requestAgreement(input: $input) { id state } }";

    private static final String OPEN =
            "mutation ($input: OpenBasisInput!) { openBasis(input: $input) { id } }";

    private static final String BREAK =
            "mutation ($n: IdNumber!, $reason: String!, $key: String) { breakGlass(idNumber: $n,"
                    + " reason: $reason, clientMutationKey: $key) { id } }";

    private static final String SIGN =
            "mutation ($step: AgreementStep!) { signAgreement(step: $step) { id version } }";

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    private static Map<String, Object> agreement(String key) {
        Map<String, Object> input = Paper.input("RS01", List.of(), "E");
        input.put("clientMutationKey", key);
        return input;
    }

    private static Map<String, Object> matter(String key) {
        Map<String, Object> input = new HashMap<>();
        input.put("kind", "CASE");
        input.put("purpose", "A");
        input.put("reference", "受理 1 号");
        input.put("persons", List.of(Map.of("idNumber", SOMEBODY)));
        input.put("clientMutationKey", key);
        return input;
    }

    private long count(String label) {
        return graph.query("MATCH (n:`" + label + "`) RETURN count(n)")
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    @Test
    void makesOneAgreement() {
        JsonNode first = hub.ask("JY", REQUEST, Map.of("input", agreement("k1")));
        JsonNode again = hub.ask("JY", REQUEST, Map.of("input", agreement("k1")));

        assertThat(first.at("/data/requestAgreement/id").asString()).isNotEmpty();
        assertThat(again).isEqualTo(first);
        assertThat(count("Agreement")).isEqualTo(1);
        assertThat(count("AgreementEvent")).isEqualTo(1);
    }

    @Test
    void refusesTheKeyForAnotherContent() {
        hub.ask("JY", REQUEST, Map.of("input", agreement("k1")));
        Map<String, Object> other = agreement("k1");
        other.put("months", 6);

        assertThat(code(hub.ask("JY", REQUEST, Map.of("input", other))))
                .isEqualTo("MUTATION_KEY_TAKEN");
        assertThat(count("Agreement")).isEqualTo(1);
    }

    @Test
    void takesAKeyAgainWhoseFirstUseWasRefused() {
        Map<String, Object> wrong = agreement("k1");
        wrong.put("months", 37);

        assertThat(code(hub.ask("JY", REQUEST, Map.of("input", wrong)))).isEqualTo("DURATION");
        assertThat(hub.ask("JY", REQUEST, Map.of("input", agreement("k1"))).has("errors"))
                .isFalse();
    }

    @Test
    void knowsAKeyByItsCallerAndItsMutation() {
        hub.ask("JY", REQUEST, Map.of("input", agreement("k1")));
        Map<String, Object> others = agreement("k1");

        assertThat(hub.ask("YB", REQUEST, Map.of("input", others)).has("errors")).isFalse();
        assertThat(hub.ask("JY", OPEN, Map.of("input", matter("k1"))).has("errors")).isFalse();
        assertThat(count("Agreement")).isEqualTo(2);
    }

    @Test
    void makesTwoWithoutAKey() {
        hub.ask("JY", REQUEST, Map.of("input", agreement(null)));
        hub.ask("JY", REQUEST, Map.of("input", agreement(null)));

        assertThat(count("Agreement")).isEqualTo(2);
    }

    @Test
    void makesOneOfManySentAtTheSameTime() {
        List<CompletableFuture<JsonNode>> sent =
                IntStream.range(0, 12)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        hub.ask(
                                                                "JY",
                                                                REQUEST,
                                                                Map.of("input", agreement("k1")))))
                        .toList();

        assertThat(sent.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(count("Agreement")).isEqualTo(1);
    }

    @Test
    void opensOneBasisAndBreaksOneGlass() {
        JsonNode opened = hub.ask("JY", OPEN, Map.of("input", matter("k1")));
        Map<String, Object> emergency =
                Map.of("n", SOMEBODY, "reason", "老人独自在家昏倒，急需联系", "key", "k2");
        JsonNode broken = hub.ask("JY", BREAK, emergency);

        assertThat(opened.at("/data/openBasis/id").asString()).startsWith("C");
        assertThat(broken.at("/data/breakGlass/id").asString()).startsWith("E");
        assertThat(hub.ask("JY", OPEN, Map.of("input", matter("k1")))).isEqualTo(opened);
        assertThat(hub.ask("JY", BREAK, emergency)).isEqualTo(broken);
        assertThat(count("Basis")).isEqualTo(2);
    }

    @Test
    void takesOneStep() {
        Paper paper = Paper.draft(hub, "JY", agreement(null));
        Map<String, Object> step =
                Map.of("step", Map.of("id", paper.id(), "version", 1, "clientMutationKey", "s1"));

        JsonNode first = hub.ask("JY-HEAD", SIGN, step);

        assertThat(first.at("/data/signAgreement/version").asInt()).isEqualTo(2);
        assertThat(hub.ask("JY-HEAD", SIGN, step)).isEqualTo(first);
        assertThat(paper.seenBy("JY").at("/history")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "键"})
    void refusesWhatIsNoKey(String key) {
        assertThat(code(hub.ask("JY", REQUEST, Map.of("input", agreement(key)))))
                .isEqualTo("MUTATION_KEY");
        assertThat(count("Agreement")).isZero();
    }
}
