package org.lianji.contribution;

import org.jspecify.annotations.Nullable;
import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.records.Batch;
import org.lianji.records.Batches;
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

    private static final String SOME =
            """
            MATCH (b:Batch {department: $department})
            WHERE ($category IS NULL OR b.category = $category) AND %s
            RETURN b %s
            """;

    private final Batches batches;
    private final Neo4jTemplate graph;

    Receipts(Batches batches, Neo4jTemplate graph) {
        this.batches = batches;
        this.graph = graph;
    }

    Optional<Receipt> find(Caller caller, String id) {
        return batches.findByIdAndDepartment(id, caller.department()).map(Batch::receipt);
    }

    /** {@return the department's receipts, the newest first} */
    ListSource<Receipt> listing(Caller caller, @Nullable String category) {
        return new ListSource<>(
                stretch -> {
                    Map<String, Object> parameters = new HashMap<>(NEWEST.parameters(stretch));
                    parameters.put("department", caller.department());
                    parameters.put("category", category);
                    return graph
                            .findAll(
                                    SOME.formatted(NEWEST.within(stretch), NEWEST.ordered(stretch)),
                                    parameters,
                                    Batch.class)
                            .stream()
                            .map(Batch::receipt)
                            .toList();
                },
                receipt -> List.of(receipt.receivedAt(), receipt.id()));
    }
}
