package org.lianji.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.lianji.proof.Merkle;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the entries of sheets that wait hash to. They are remembered from their writing, so that
 * they needn't be read back; those that this hub hasn't written or doesn't remember are read.
 */
@Component
public final class SheetDigests {

    private static final String TEXTS =
            """
            UNWIND $ids AS id
            MATCH (s:Sheet {id: id})
            RETURN id, s.texts AS texts
            """;

    /** Entries; what a hub that has been stopped from sealing would otherwise gather. */
    private static final int MOST = 50_000;

    private static final Duration WHILE = Duration.ofMinutes(1);

    private final Neo4jClient graph;
    private final Cache<String, List<String>> written =
            Caffeine.newBuilder()
                    .maximumWeight(MOST)
                    .weigher((String _, List<String> digests) -> digests.size())
                    .expireAfterWrite(WHILE)
                    .build();

    SheetDigests(Neo4jClient graph) {
        this.graph = graph;
    }

    /**
     * @param sheet that is durable now
     */
    void remember(EntryGroup sheet) {
        written.put(sheet.id(), digests(sheet.texts()));
    }

    /** {@return the digests of these sheets' entries, by sheet, which are then forgotten} */
    Map<String, List<String>> take(Collection<String> sheets) {
        Map<String, List<String>> all = written.getAll(sheets, this::read);
        written.invalidateAll(sheets);
        return all;
    }

    private Map<String, List<String>> read(Set<? extends String> sheets) {
        return graph.query(TEXTS).bind(List.copyOf(sheets)).to("ids").fetch().all().stream()
                .collect(Collectors.toMap(row -> (String) row.get("id"), SheetDigests::read));
    }

    @SuppressWarnings("unchecked")
    private static List<String> read(Map<String, Object> row) {
        return digests((List<String>) Objects.requireNonNull(row.get("texts")));
    }

    private static List<String> digests(List<String> texts) {
        return texts.stream().map(Merkle::leaf).toList();
    }
}
