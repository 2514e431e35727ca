package org.lianji.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Set;

/**
 * The categories that a conference has named: its basis opens no other. They never change, so one
 * that was found is kept.
 */
@Component
final class OpenCategories {

    private static final int KEPT = 1_000;

    private final Neo4jClient graph;
    private final Cache<String, Set<String>> found =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    OpenCategories(Neo4jClient graph) {
        this.graph = graph;
    }

    /**
     * {@return codes of the categories that a conference's basis opens; null of any other basis}
     */
    @Nullable Set<String> of(ReadPurpose reason) {
        String basis = reason.basis();
        if (basis == null || !reason.confers()) {
            return null;
        }
        Set<String> known = found.getIfPresent(basis);
        return known == null ? read(basis) : known;
    }

    private Set<String> read(String basis) {
        Set<String> categories =
                Set.copyOf(
                        graph.query(
                                        "MATCH (b:Basis {id: $id}) UNWIND b.categories AS category"
                                                + " RETURN category")
                                .bindAll(Map.of("id", basis))
                                .fetchAs(String.class)
                                .all());
        if (!categories.isEmpty()) {
            found.put(basis, categories);
        }
        return categories;
    }
}
