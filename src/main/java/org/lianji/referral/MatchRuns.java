package org.lianji.referral;

import org.lianji.database.MutationCall;
import org.lianji.database.MutationKeys;
import org.lianji.platform.Ids;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs of matching that have a name, so that one that is sent again answers the same. */
@Component
final class MatchRuns {

    private static final String KEEP = "CREATE (:MatchRun {id: $id, at: $at, answer: $answer})";

    private static final String KEPT = "MATCH (r:MatchRun {id: $id}) RETURN r.answer";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Neo4jClient graph;
    private final MutationKeys keys;
    private final Clock clock;

    MatchRuns(Neo4jClient graph, MutationKeys keys, Clock clock) {
        this.graph = graph;
        this.keys = keys;
        this.clock = clock;
    }

    /** {@return what the run answers, or what it answered before; in the caller's transaction} */
    MatchRun once(MutationCall call, Supplier<MatchRun> run) {
        String id = Ids.next('J');
        Optional<String> earlier = keys.earlier(call, id);
        if (earlier.isPresent()) {
            return kept(earlier.get());
        }
        MatchRun made = run.get();
        if (call.key() != null) {
            graph.query(KEEP)
                    .bindAll(
                            Map.of(
                                    "id", id,
                                    "at", OffsetDateTime.now(clock),
                                    "answer", JSON.writeValueAsString(made)))
                    .run();
        }
        return made;
    }

    private MatchRun kept(String id) {
        return graph.query(KEPT)
                .bind(id)
                .to("id")
                .fetchAs(String.class)
                .one()
                .map(answer -> JSON.readValue(answer, MatchRun.class))
                .orElse(MatchRun.NOTHING);
    }
}
