package org.lianji.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lists other than those of records: read either way they are the same list. */
@HubTest
class ListsIT {

    private static final int ROWS = 7;

    /** The demo client {@code citizen}. */
    private static final String CITIZEN = "152627195801035714";

    @Autowired Hub hub;

    @BeforeEach
    void rows() {
        for (int i = 0; i < ROWS; i++) {
            Paper.draft(hub, "JY", Paper.input("RS01", List.of(), "E"));
            hub.plan("JY");
            hub.ask(
                    "JY",
                    "mutation ($t: String!) { trustDocument(name: \"n\", text: $t) { id } }",
                    Map.of("t", "{ regions { code } } #" + i));
            hub.ask(
                    "JY",
                    """
                    mutation ($k: String!) { contribute(category: JY01, idempotencyKey: $k,
                      rows: {schoolEnrolment: []}) { id } }
                    """,
                    Map.of("k", UUID.randomUUID().toString()));
            hub.ask(
                    "JY",
                    hub.matter("JY", CITIZEN),
                    "query ($n: IdNumber!) { person(idNumber: $n) { name } }",
                    Map.of("n", CITIZEN));
        }
    }

    private JsonNode page(String client, String list, String direction, int size, String cursor) {
        Map<String, Object> variables = new HashMap<>();
        boolean forward = direction.equals("first");
        variables.put(forward ? "first" : "last", size);
        if (!cursor.isEmpty()) {
            variables.put(forward ? "after" : "before", cursor);
        }
        JsonNode answer =
                hub.ask(
                        client,
                        Reason.NONE,
                        """
                        query ($first: Int, $after: String, $last: Int, $before: String) {
                          %s(first: $first, after: $after, last: $last, before: $before) {
                            edges { cursor node { id } } nodes { id } totalCount totalCountIsExact
                            pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
                        """
                                .formatted(list),
                        variables);
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.at("/data/" + list);
    }

    private static List<String> ids(JsonNode page) {
        return page.get("nodes").valueStream().map(node -> node.get("id").asString()).toList();
    }

    private static boolean told(JsonNode page, String name) {
        return page.at("/pageInfo/" + name).asBoolean();
    }

    @ParameterizedTest
    @CsvSource({
        "JY,agreements",
        "JY,bases",
        "JY,trustedDocuments",
        "JY,receipts",
        "auditor,entries"
    })
    void isTheSameFromEitherEndAndSaysWhatLiesAroundAPage(String client, String list) {
        List<String> whole = ids(page(client, list, "first", 200, ""));
        assertThat(whole).hasSizeGreaterThanOrEqualTo(ROWS).doesNotHaveDuplicates();

        List<String> forth = new ArrayList<>();
        String cursor = "";
        boolean more = true;
        while (more) {
            JsonNode page = page(client, list, "first", 3, cursor);
            assertThat(told(page, "hasPreviousPage")).isEqualTo(!forth.isEmpty());
            assertThat(page.at("/totalCount").asInt()).isEqualTo(whole.size());
            assertThat(page.at("/totalCountIsExact").asBoolean()).isTrue();
            forth.addAll(ids(page));
            more = told(page, "hasNextPage");
            cursor = page.at("/pageInfo/endCursor").asString();
        }
        assertThat(forth).isEqualTo(whole);

        List<String> back = new ArrayList<>();
        cursor = "";
        more = true;
        while (more) {
            JsonNode page = page(client, list, "last", 3, cursor);
            assertThat(told(page, "hasNextPage")).isEqualTo(!back.isEmpty());
            back.addAll(ids(page).reversed());
            more = told(page, "hasPreviousPage");
            cursor = page.at("/pageInfo/startCursor").asString();
        }
        Collections.reverse(back);
        assertThat(back).isEqualTo(whole);
    }

    @Test
    void aCursorIsGoodForItsListAndCallerOnly() {
        String cursor = page("JY", "bases", "first", 1, "").at("/pageInfo/endCursor").asString();

        assertThat(code("JY", "bases(after: \"%s\")".formatted(cursor))).isEmpty();
        assertThat(code("JY", "agreements(after: \"%s\")".formatted(cursor))).isEqualTo("CURSOR");
        assertThat(code("JY", "bases(awaitingReview: true, after: \"%s\")".formatted(cursor)))
                .isEqualTo("CURSOR");
        assertThat(code("MZ", "bases(after: \"%s\")".formatted(cursor))).isEqualTo("CURSOR");
    }

    @Test
    void arguesNotAboutWhatIsLeftOutButAboutBothEndsAtOnce() {
        assertThat(code("JY", "bases(first: null)")).isEmpty();
        assertThat(code("JY", "bases(first: null, last: 2)")).isEmpty();
        assertThat(code("JY", "bases(first: 2, last: 2)")).isEqualTo("PAGE_DIRECTION");
        assertThat(code("JY", "bases(first: 2, before: \"x\")")).isEqualTo("PAGE_DIRECTION");
        assertThat(code("JY", "bases(last: 201)")).isEqualTo("PAGE_SIZE");
        assertThat(code("JY", "bases(first: 0)")).isEqualTo("PAGE_SIZE");
    }

    /** {@return the code of the refusal, if it is one} */
    private String code(String client, String list) {
        return hub.ask(client, "{ " + list + " { nodes { id } } }")
                .at("/errors/0/extensions/code")
                .asString("");
    }
}
