package org.lianji.people;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Ids;
import org.lianji.platform.PersonTokens;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Persons and who they are. */
@Component
public final class People implements PersonTokens {

    private static final String ENSURE =
            """
            UNWIND $people AS person
            MERGE (p:Person {idHash: person.hash})
            ON CREATE SET p.id = person.id, p.idNumber = person.number, p.cellKey = person.cellKey
            RETURN p.idHash AS hash, p.id AS id
            """;

    /**
     * Each person has a random number for life that nobody is given and nothing can be worked out
     * from: whom a count counts decides by it how the count is blurred. Of 40 bits, so that the sum
     * over a whole province is still a number.
     */
    private static final long CELL_KEYS = 1L << 40;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Neo4jClient graph;
    private final IdentityHash hash;

    public People(Neo4jClient graph, IdentityHash hash) {
        this.graph = graph;
        this.hash = hash;
    }

    /**
     * {@return who it is: certain by a valid number, none without one}
     *
     * @param idNumber checked, or missing
     */
    public Match match(@Nullable String idNumber) {
        return idNumber == null ? new Match.None() : new Match.Certain(identity(idNumber));
    }

    @Override
    public Optional<String> of(String idNumber) {
        return graph.query("MATCH (p:Person {idHash: $hash}) RETURN p.id")
                .bind(hash.of(idNumber))
                .to("hash")
                .fetchAs(String.class)
                .one();
    }

    /**
     * {@return the person behind a number}
     *
     * @param idNumber checked
     */
    public Identity identity(String idNumber) {
        return new Identity(hash.of(idNumber), idNumber);
    }

    /**
     * Makes the persons that the graph lacks, in the caller's transaction.
     *
     * @param identities any order, taken in one order so that writers don't wait for each other in
     *     a circle
     * @return token of each by hash
     */
    public Map<String, String> ensure(Collection<Identity> identities) {
        List<Map<String, Object>> people =
                identities.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Identity::hash))
                        .map(
                                identity ->
                                        Map.<String, Object>of(
                                                "hash",
                                                identity.hash(),
                                                "number",
                                                identity.number(),
                                                "id",
                                                Ids.next('P'),
                                                "cellKey",
                                                RANDOM.nextLong(CELL_KEYS)))
                        .toList();
        Map<String, String> tokens = new HashMap<>();
        if (!people.isEmpty()) {
            graph.query(ENSURE)
                    .bind(people)
                    .to("people")
                    .fetch()
                    .all()
                    .forEach(row -> tokens.put((String) row.get("hash"), (String) row.get("id")));
        }
        return tokens;
    }
}
