package org.lianji;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.catalogue.Catalogue;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Every argument and every input field that may be null is given null: as a literal, by a variable,
 * and by a variable that is left out. What the schema allows is never a fault of the hub's, and a
 * condition on null is never dropped.
 */
@HubTest
@TestPropertySource(properties = {"lianji.limits.rate=1000000", "lianji.limits.burst=1000000"})
class NullsIT {

    /** Why a condition may be refused whatever it says. */
    private static final Set<String> ANYWAY =
            Set.of(
                    "NULL_CONDITION",
                    "VARIABLE_WITHOUT_VALUE",
                    "CATEGORY_NOT_GRANTED",
                    "ITEM_NOT_GRANTED",
                    "NOT_FOR_STATISTICS");

    @Autowired Hub hub;
    @Autowired GraphQlSource source;
    @Autowired Catalogue catalogue;

    private final Map<String, Reason> plans = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void somethingToAskAbout() {
        JsonNode receipt =
                hub.ask(
                        "MZ",
                        "mutation { contribute(category: MZ05, idempotencyKey: \"k\", rows:"
                                + " {temporaryRelief: []}) { id } }");
        assertThat(receipt.at("/data/contribute/id").isString()).as("%s", receipt).isTrue();
    }

    @Test
    void noNullThatTheSchemaAllowsIsAFaultOrLost() {
        List<Runnable> questions = new ArrayList<>();
        for (Nulls.Way way : Nulls.ways(source.schema())) {
            for (GraphQLArgument argument : way.field().getArguments()) {
                for (Nulls.Position position : Nulls.positions(argument)) {
                    forms(position).forEach(form -> questions.add(() -> ask(way, position, form)));
                }
            }
        }
        questions.stream().parallel().forEach(Runnable::run);
        assertThat(questions).hasSizeGreaterThan(4_000);
        assertThat(wrong).as("%d of %d", wrong.size(), questions.size()).isEmpty();
    }

    /** All items of a row are read alike. */
    private static Stream<Nulls.Form> forms(Nulls.Position position) {
        return position.isOfRow() ? Stream.of(Nulls.Form.VARIABLE) : Stream.of(Nulls.Form.values());
    }

    private void ask(Nulls.Way way, Nulls.Position position, Nulls.Form form) {
        var category = position.category(catalogue);
        String client = category.owner().code();
        Nulls.Text text = new Nulls(category.code(), position, form).text(way);
        JsonNode answer =
                hub.ask(client, reason(client, way.root()), text.document(), text.variables());
        Set<String> codes = new TreeSet<>();
        answer.path("errors").forEach(error -> codes.add(error.at("/extensions/code").asString()));
        if (codes.contains("INTERNAL") || !answer.has("data") && codes.isEmpty()) {
            wrong.add("fault: " + text + "\n" + answer);
        }
        if (position.isCondition()
                && !isAbsent(position, form)
                && codes.stream().noneMatch(ANYWAY::contains)) {
            wrong.add("condition lost: " + text + "\n" + answer);
        }
    }

    /** A variable that is left out leaves its field out. */
    private static boolean isAbsent(Nulls.Position position, Nulls.Form form) {
        return form == Nulls.Form.VARIABLE_LEFT_OUT && position.path().size() == 2;
    }

    private Reason reason(String client, String root) {
        return root.equals("statistics")
                ? new Reason("G", null)
                : plans.computeIfAbsent(client, hub::plan);
    }
}
