package org.lianji.people;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Ids;
import org.lianji.security.PersonTokens;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Persons and who they are. */
@Component
public final class People implements PersonTokens {

    private static final String TOKENS =
            """
            UNWIND $hashes AS hash
            MATCH (p:Person {idHash: hash})
            RETURN hash, p.id AS id
            """;

    private static final String LED =
            "UNWIND $hashes AS hash MATCH %s RETURN hash, p.id AS id"
                    .formatted(MergedPersons.led("idHash", "hash", "p"));

    private static final String LED_ONE =
            "MATCH %s RETURN p.id".formatted(MergedPersons.led("idHash", "$hash", "p"));

    private static final String NUMBERS =
            """
            UNWIND range(0, size($tokens) - 1) AS i
            MATCH (p:Person {id: $tokens[i]}) WHERE p.idNumber IS NOT NULL
            RETURN p.idNumber ORDER BY i
            """;

    private static final String MISSING =
            """
            UNWIND $hashes AS hash
            WITH hash WHERE NOT EXISTS { MATCH (:Person {idHash: hash}) }
            RETURN hash
            """;

    /** Someone else may have made a person since. */
    private static final String MAKE =
            """
            UNWIND $people AS person
            MERGE (p:Person {idHash: person.hash})
            ON CREATE SET p.id = person.id, p.idNumber = person.number, p.cellKey = person.cellKey,
              p.demo = CASE WHEN $demo THEN true END
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
     * @param named by a number that was checked; missing where there is none
     */
    public Match match(@Nullable Identity named) {
        return named == null ? new Match.None() : new Match.Certain(named);
    }

    @Override
    public Optional<String> of(String idNumber) {
        return graph.query(LED_ONE).bind(hash.of(idNumber)).to("hash").fetchAs(String.class).one();
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
     * {@return the person of that token; none where there is none, or none with a number}
     *
     * @param token of a person
     */
    public Optional<Identity> known(String token) {
        return graph.query(
                        "MATCH (p:Person {id: $token}) WHERE p.idNumber IS NOT NULL"
                                + " RETURN p.idNumber")
                .bind(token)
                .to("token")
                .fetchAs(String.class)
                .one()
                .map(this::identity);
    }

    /**
     * {@return the ID numbers of persons, in their order, of those who have one}
     *
     * @param persons tokens
     */
    public List<String> numbers(List<String> persons) {
        return List.copyOf(
                graph.query(NUMBERS).bind(persons).to("tokens").fetchAs(String.class).all());
    }

    /**
     * {@return the number of a certificate as it is kept}
     *
     * @param number 20 characters
     */
    public CertificateNumber certificate(String number) {
        return CertificateNumber.of(number, hash);
    }

    /**
     * Makes the persons that the graph lacks, in the caller's transaction. Most are there, which is
     * found out without the locks that making one takes.
     *
     * @param identities any order, taken in one order so that writers don't wait for each other in
     *     a circle
     */
    public void ensure(Collection<Identity> identities) {
        ensure(identities, false);
    }

    /**
     * Makes the persons that the graph lacks.
     *
     * @param demo whether those it makes are people of the demo city, who don't exist
     */
    public void ensure(Collection<Identity> identities, boolean demo) {
        Map<String, Identity> byHash = new TreeMap<>();
        identities.forEach(identity -> byHash.put(identity.hash(), identity));
        if (byHash.isEmpty()) {
            return;
        }
        byHash.keySet()
                .retainAll(
                        graph.query(MISSING)
                                .bind(List.copyOf(byHash.keySet()))
                                .to("hashes")
                                .fetchAs(String.class)
                                .all());
        if (!byHash.isEmpty()) {
            graph.query(MAKE)
                    .bind(byHash.values().stream().map(People::made).toList())
                    .to("people")
                    .bind(demo)
                    .to("demo")
                    .run();
        }
    }

    /**
     * {@return the token of each person who is in the graph, by hash: of who goes on, where two
     * were merged}
     *
     * @param identities any
     */
    public Map<String, String> tokens(Collection<Identity> identities) {
        return tokens(LED, identities);
    }

    /**
     * {@return the same of the number's own person, for what must be told apart again after a
     * split}
     */
    public Map<String, String> ownTokens(Collection<Identity> identities) {
        return tokens(TOKENS, identities);
    }

    private Map<String, String> tokens(String statement, Collection<Identity> identities) {
        Map<String, String> tokens = new HashMap<>();
        if (!identities.isEmpty()) {
            graph.query(statement)
                    .bind(identities.stream().map(Identity::hash).distinct().toList())
                    .to("hashes")
                    .fetch()
                    .all()
                    .forEach(row -> tokens.put((String) row.get("hash"), (String) row.get("id")));
        }
        return tokens;
    }

    private static Map<String, Object> made(Identity identity) {
        return Map.of(
                "hash",
                identity.hash(),
                "number",
                identity.number(),
                "id",
                Ids.next('P'),
                "cellKey",
                RANDOM.nextLong(CELL_KEYS));
    }
}
