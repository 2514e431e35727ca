package org.lianji.documents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.lianji.api.TrustedDocuments;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Texts of trusted documents, in memory for two seconds: what this hub or another retires is
 * unknown after that at the latest, what either registers is known at once.
 */
@Component
final class TrustedTexts implements TrustedDocuments {

    /** Who keeps a department's list. */
    static final Role[] KEEPERS = {Role.SHARING_UNIT, Role.SYSTEM};

    static final Duration KEPT = Duration.ofSeconds(2);

    private static final long CHARACTERS = 4_000_000;
    private static final Set<String> FIELDS =
            Set.of("trustDocument", "retireDocument", "trustedDocuments");

    private static final String TEXT =
            """
            MATCH (d:TrustedDocument {department: $department, id: $id})
            WHERE d.retiredAt IS NULL
            RETURN d.text
            """;

    private final Neo4jClient graph;
    private final Cache<DocumentName, String> texts;

    private record DocumentName(String department, String id) {}

    TrustedTexts(Neo4jClient graph, Clock clock) {
        this.graph = graph;
        this.texts =
                Caffeine.newBuilder()
                        .maximumWeight(CHARACTERS)
                        .weigher((DocumentName _, String text) -> text.length())
                        .expireAfterWrite(KEPT)
                        .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                        .build();
    }

    @Override
    public Optional<String> text(Caller caller, String id) {
        DocumentName named = new DocumentName(caller.department(), id);
        Optional<String> kept = Optional.ofNullable(texts.getIfPresent(named));
        return kept.isPresent() ? kept : read(named);
    }

    private Optional<String> read(DocumentName named) {
        Optional<String> text = find(named);
        text.ifPresent(found -> texts.put(named, found));
        return text;
    }

    private Optional<String> find(DocumentName named) {
        return graph.query(TEXT)
                .bindAll(Map.of("department", named.department(), "id", named.id()))
                .fetchAs(String.class)
                .one();
    }

    void forget(String department, String id) {
        texts.invalidate(new DocumentName(department, id));
    }

    @Override
    public Set<String> fields(Caller caller) {
        return caller.is(KEEPERS) ? FIELDS : Set.of();
    }
}
