package org.lianji.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What takes long to plan or to compare is refused before it runs, however short it is written. */
@HubTest
class HeavyQuestionsIT {

    private static final String RECORDS = "records(first: 1) { nodes { recordNo } }";
    private static final String NESTED =
            "records(first: 1) { nodes { person { %s } } }".formatted(RECORDS);
    private static final String FAMILY =
            "memberships { household { members { person { %s } } } }".formatted(RECORDS);

    @Autowired Hub hub;

    private String code(String document, Map<String, Object> variables) {
        return hub.ask("MZ", hub.plan("MZ"), document, variables)
                .at("/errors/0/extensions/code")
                .asString("");
    }

    private String ofPerson(int times, String field) {
        return code(
                "query ($n: IdNumber!) { person(idNumber: $n) { %s } }"
                        .formatted(
                                IntStream.range(0, times)
                                        .mapToObj(i -> "a%d: %s".formatted(i, field))
                                        .collect(Collectors.joining(" "))),
                Map.of("n", "150902195603121010"));
    }

    @ParameterizedTest
    @ValueSource(strings = {RECORDS, "nested", "family"})
    void manyListsOfSomebodysRecordsAreTooComplex(String field) {
        String list =
                switch (field) {
                    case "nested" -> NESTED;
                    case "family" -> FAMILY;
                    default -> field;
                };
        assertThat(ofPerson(20, list)).isEqualTo("TOO_COMPLEX");
        assertThat(ofPerson(2, list)).isEmpty();
    }

    @Test
    void listsOfFewCategoriesWeighLess() {
        assertThat(ofPerson(20, "records(categories: [MZ01, MZ02]) { nodes { recordNo } }"))
                .isEmpty();
    }

    @Test
    void aVariableWeighsAsOftenAsItIsWritten() {
        String document =
                "query ($w: MinimumLivingAllowanceFilter!) { records(category: MZ01, where:"
                        + " {minimumLivingAllowance: {or: [%s]}}) { nodes { recordNo } } }";
        Map<String, Object> one = Map.of("w", Map.of("recordNo", Map.of("eq", "x")));
        assertThat(
                        code(
                                document.formatted(
                                        String.join(", ", Collections.nCopies(1_000, "$w"))),
                                one))
                .isEqualTo("TOO_COMPLEX");
        assertThat(code(document.formatted("$w, $w"), one)).isEmpty();
    }

    @Test
    void valuesThatAreComparedEachWithEachWeighMore() {
        String document =
                "query ($l: [IdNumber!]) { records(category: MZ01, where: {minimumLivingAllowance:"
                        + " {memberIdNumbers: {hasAny: $l}}}) { nodes { recordNo } } }";
        assertThat(code(document, Map.of("l", Collections.nCopies(1_000, "150902195603121010"))))
                .isEqualTo("TOO_COMPLEX");
        assertThat(code(document, Map.of("l", Collections.nCopies(50, "150902195603121010"))))
                .isEmpty();
    }
}
