package org.lianji.contribution;

import org.jspecify.annotations.Nullable;
import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.records.Batch;
import org.lianji.records.Receipt;
import org.springframework.data.neo4j.core.Neo4jTemplate;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a department's batches. */
@Component
final class Receipts {

    private static final Keyset NEWEST = Keyset.newestFirst("b.receivedAt", "b.id");

    /** What flows write is numbered by their matters, which are nothing to all officers. */
    private static final String SEEN = "(b.ofFlow IS NULL OR $whole)";

    private static final String SOME =
            """
            MATCH (b:Batch {department: $department})
            WHERE ($category IS NULL OR b.category = $category) AND %s AND %s
            RETURN b %s
            """;

    private static final String ONE =
            "MATCH (b:Batch {id: $id, department: $department}) WHERE " + SEEN + " RETURN b";

    private final Neo4jTemplate graph;

    Receipts(Neo4jTemplate graph) {
        this.graph = graph;
    }

    Optional<Receipt> find(Caller caller, String id) {
        Map<String, Object> parameters = parameters(caller);
        parameters.put("id", id);
        return graph.findOne(ONE, parameters, Batch.class).map(Batch::receipt);
    }

    private static Map<String, Object> parameters(Caller caller) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("department", caller.department());
        parameters.put("whole", caller.is(Role.SYSTEM, Role.SHARING_UNIT, Role.SHARING_HEAD));
        return parameters;
    }

    /** {@return the department's receipts, the newest first} */
    ListSource<Receipt> listing(Caller caller, @Nullable String category) {
        return new ListSource<>(
                stretch -> {
                    Map<String, Object> parameters = parameters(caller);
                    parameters.putAll(NEWEST.parameters(stretch));
                    parameters.put("category", category);
                    return graph
                            .findAll(
                                    SOME.formatted(
                                            SEEN, NEWEST.within(stretch), NEWEST.ordered(stretch)),
                                    parameters,
                                    Batch.class)
                            .stream()
                            .map(Batch::receipt)
                            .toList();
                },
                receipt -> List.of(receipt.receivedAt(), receipt.id()));
    }
}
