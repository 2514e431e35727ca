package org.lianji.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.lianji.Hub;
import org.lianji.platform.Reason;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One client, and all that it asks about what flows do. */
final class FlowAudience {

    /**
     * How long the chain is tells of nobody; entries, bases and looks grow by what the client asks
     * itself; the catalogue, the regions, the errors, rules of law and documents know no flow.
     */
    static final Set<String> PASSED_OVER =
            Set.of(
                    "Query.chainHead",
                    "Query.chainDays",
                    "Query.entries",
                    "Query.accessLog",
                    "Query.bases",
                    "Query.catalogue",
                    "Query.regions",
                    "Query.errorCodes",
                    "Query.eligibilityRule",
                    "Query.localStandards",
                    "Query.trustedDocuments");

    /** What flows write and no other department sees without an agreement. */
    private static final List<String> WRITTEN = List.of("MZ05", "MZ12", "MZ14");

    private final Hub hub;
    private final String client;
    private final RootQuestions schema;
    private final Map<String, String> lists;
    private final Reason plan;

    FlowAudience(Hub hub, String client, Reason plan) {
        this.hub = hub;
        this.client = client;
        this.schema = new RootQuestions(hub, client, PASSED_OVER);
        this.lists = schema.lists();
        this.plan = plan;
    }

    String client() {
        return client;
    }

    /**
     * {@return each answer to the byte, by what was asked}
     *
     * @param numbers of persons whom it asks for, by who they are
     */
    Map<String, String> answers(Map<String, String> numbers) {
        Map<String, String> answers = new LinkedHashMap<>();
        lists.forEach((root, document) -> answers.put(root, ask(Reason.NONE, document, Map.of())));
        if (plan.basis() != null) {
            for (String category : WRITTEN) {
                answers.put(
                        "records of " + category,
                        ask(
                                plan,
                                "{ records(category: %s, first: 20) { totalCount edges { cursor }"
                                                .formatted(category)
                                        + " nodes { __typename id recordNo person { id } household"
                                        + " { id } } } }",
                                Map.of()));
                answers.put(
                        "statistics of " + category,
                        ask(
                                new Reason("G", null),
                                "{ statistics(category: %s) { cells { count } } }"
                                        .formatted(category),
                                Map.of()));
            }
            numbers.forEach(
                    (who, number) ->
                            answers.put(
                                    who,
                                    ask(
                                            plan,
                                            "query ($n: IdNumber!) { person(idNumber: $n) { id name"
                                                    + " registeredIn { code } } }",
                                            Map.of("n", number))));
        }
        answers.put("board", board());
        return answers;
    }

    private String board() {
        return hub.send(
                        HttpRequest.newBuilder(
                                        URI.create(hub.address() + "/notices/" + FlowWalk.HERE))
                                .header("Accept", "application/json"))
                .body();
    }

    /**
     * {@return the answers about one object: by each root that takes an identifier, and by each
     * step of things of its type}
     */
    List<String> about(String id, String type) {
        List<String> answers = new ArrayList<>();
        schema.byIdentifier(type)
                .forEach(
                        (root, document) ->
                                answers.add(root + " " + ask(plan, document, Map.of("id", id))));
        schema.steps().stream()
                .filter(step -> step.matter().endsWith(type))
                .forEach(
                        step ->
                                answers.add(
                                        step.name()
                                                + " "
                                                + ask(
                                                        Reason.NONE,
                                                        step.document(),
                                                        Map.of("input", Inputs.of(step, id)))));
        return answers;
    }

    private String ask(Reason reason, String document, Map<String, Object> variables) {
        String body =
                hub.send(hub.question(client, reason, document, new HashMap<>(variables))).body();
        assertThat(body).as(document).doesNotContain("\"INTERNAL\"", "\"INVALID_DOCUMENT\"");
        return body;
    }
}
