package org.lianji.query;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;

import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.lianji.access.Anchor;
import org.lianji.access.Anchors;
import org.lianji.platform.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * People below the objects of flows: a field with {@code @anchored} is answered by the graph, for
 * all objects of a list at once.
 */
@Component
class AnchoredFields implements RuntimeWiringConfigurer {

    private static final String LOADER = "anchored";

    private final ObjectProvider<Anchors<?>> anchors;

    AnchoredFields(
            ObjectProvider<Anchors<?>> anchors, AnchoredReads reads, BatchLoaderRegistry loaders) {
        this.anchors = anchors;
        loaders.<AnchoredReads.Row, Optional<ReadResult>>forName(LOADER)
                .registerMappedBatchLoader(
                        (rows, batch) ->
                                Mono.fromCallable(
                                        () -> reads.answer(rows, row -> field(batch, row))));
    }

    private static DataFetchingEnvironment field(
            BatchLoaderEnvironment batch, AnchoredReads.Row row) {
        return (DataFetchingEnvironment) Objects.requireNonNull(batch.getKeyContexts().get(row));
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        for (Anchors<?> of : anchors) {
            for (String field : of.fields()) {
                wiring.type(of.type(), type -> type.dataFetcher(field, one -> field(of, one)));
            }
        }
    }

    /** Where nothing leads there, it is as if nobody were there. */
    private static @Nullable Object field(Anchors<?> of, DataFetchingEnvironment environment) {
        Anchor anchor =
                of.of(
                        Caller.of(environment),
                        Objects.requireNonNull(environment.<Object>getSource()));
        if (anchor == null || !anchor.tokens().containsKey(environment.getField().getName())) {
            return null;
        }
        DataLoader<AnchoredReads.Row, Optional<ReadResult>> loader =
                Objects.requireNonNull(environment.getDataLoader(LOADER));
        String key = environment.getMergedField().getResultKey();
        return loader.load(
                        new AnchoredReads.Row(object(environment), of.type(), anchor), environment)
                .thenApply(read -> result(read, key));
    }

    /** {@return the way to the object, without positions in lists} */
    private static List<String> object(DataFetchingEnvironment environment) {
        List<?> keys = environment.getExecutionStepInfo().getPath().getKeysOnly();
        return keys.subList(0, keys.size() - 1).stream().map(String::valueOf).toList();
    }

    private static Object result(Optional<ReadResult> read, String key) {
        return DataFetcherResult.newResult()
                .data(read.map(one -> one.at(key)).orElse(null))
                .localContext(read.orElse(null))
                .build();
    }
}
