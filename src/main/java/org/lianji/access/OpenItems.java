package org.lianji.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a conference has named, whole categories and some items of others: its basis opens nothing
 * else. That never changes, so what was found is kept.
 */
@Component
final class OpenItems {

    private static final int KEPT = 1_000;

    private final Neo4jClient graph;
    private final Cache<String, Map<String, Set<String>>> found =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    OpenItems(Neo4jClient graph) {
        this.graph = graph;
    }

    /**
     * {@return names of the items that a conference's basis opens by category, none where it opens
     * all of them; null of any other basis}
     */
    @Nullable Map<String, Set<String>> of(ReadPurpose reason) {
        String basis = reason.basis();
        if (basis == null || !reason.confers()) {
            return null;
        }
        Map<String, Set<String>> known = found.getIfPresent(basis);
        return known == null ? read(basis) : known;
    }

    private Map<String, Set<String>> read(String basis) {
        Map<String, Set<String>> items =
                graph
                        .query(
                                "MATCH (b:Basis {id: $id}) UNWIND b.categories AS named RETURN"
                                        + " named")
                        .bindAll(Map.of("id", basis))
                        .fetchAs(String.class)
                        .all()
                        .stream()
                        .map(OpenItems::named)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        ItemNames::category, ItemNames::items, OpenItems::both));
        if (!items.isEmpty()) {
            found.put(basis, items);
        }
        return items;
    }

    private record ItemNames(String category, Set<String> items) {}

    private static ItemNames named(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? new ItemNames(text, Set.of())
                : new ItemNames(text.substring(0, dot), Set.of(text.substring(dot + 1)));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return Stream.of(one, other).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
