package org.lianji.database;

import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The names that callers give to their mutations, so that one that is sent again, because its
 * answer was lost, makes nothing new. A name belongs to a caller and a mutation, and is kept as
 * long as the graph.
 */
@Component
public final class MutationKeys {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,100}");

    /** The constraint has those who come at the same time wait for the first. */
    private static final String CLAIM =
            """
            MERGE (k:MutationKey {id: $id})
            ON CREATE SET k.made = $made, k.salt = $salt, k.digest = $digest, k.at = $now
            RETURN k.made AS made, k.salt AS salt, k.digest AS digest
            """;

    private final Neo4jClient graph;
    private final Clock clock;

    public MutationKeys(Neo4jClient graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /**
     * Takes the call's key, in the caller's transaction and before anything else is written in it.
     *
     * @param call what is called
     * @param made identifier of what this call is about to make
     * @return what an earlier call made under the same key; empty where this is the first, or has
     *     no key
     * @throws Problem where the key is none, or was used with another content
     */
    public Optional<String> earlier(MutationCall call, String made) {
        String key = call.key();
        if (key == null) {
            return Optional.empty();
        }
        if (!KEY.matcher(key).matches()) {
            throw new Problem(PlatformCode.MUTATION_KEY);
        }
        String salt = UUID.randomUUID().toString();
        Map<String, Object> kept = claim(call, key, made, salt);
        if (salt.equals(kept.get("salt"))) {
            return Optional.empty();
        }
        if (!digest(String.valueOf(kept.get("salt")), call).equals(kept.get("digest"))) {
            throw new Problem(PlatformCode.MUTATION_KEY_TAKEN);
        }
        return Optional.of(String.valueOf(kept.get("made")));
    }

    private Map<String, Object> claim(MutationCall call, String key, String made, String salt) {
        return graph.query(CLAIM)
                .bindAll(
                        Map.of(
                                "id",
                                id(call, key),
                                "made",
                                made,
                                "salt",
                                salt,
                                "digest",
                                digest(salt, call),
                                "now",
                                OffsetDateTime.now(clock)))
                .fetch()
                .one()
                .orElseThrow();
    }

    private static String id(MutationCall call, String key) {
        Caller caller = call.caller();
        return Digests.hex(
                String.join(
                        "\n",
                        caller.department(),
                        caller.client(),
                        Objects.requireNonNullElse(caller.person(), ""),
                        call.mutation(),
                        key));
    }

    /** Salted, since the content may be little more than an ID number. */
    private static String digest(String salt, MutationCall call) {
        return Digests.hex(salt + call.content());
    }
}
