package org.lianji.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Takes entries that wait into the next block, one sealer at a time however many hubs run: whoever
 * has the lock of the chain's end. The constraints on height and previous hash would stop a fork
 * even so.
 */
@Component
final class Sealer {

    private static final String WORK =
            """
            RETURN EXISTS { MATCH (e:Unsealed) } OR EXISTS { MATCH (end:ChainEnd) WHERE end.open < $today } AS work
            """;

    private static final String LOCK =
            """
            MERGE (end:ChainEnd {name: 'chain'})
            ON CREATE SET end.height = 0, end.hash = $nothing, end.dayBefore = $nothing
            SET end.lock = true REMOVE end.lock
            RETURN end.height AS height, end.hash AS hash, end.dayBefore AS dayBefore, end.open AS open,
              end.sealedAt AS sealedAt
            """;

    static final String WAITING =
            """
            MATCH (e:Unsealed) WHERE e.at IS NOT NULL AND e.id IS NOT NULL
            RETURN e.id AS id, e.digest AS digest, e.at AS at
            ORDER BY e.at, e.id LIMIT $most
            """;

    private static final String SEAL =
            """
            MATCH (end:ChainEnd {name: 'chain'})
            SET end.height = $block.height, end.hash = $block.hash, end.sealedAt = $block.sealedAt,
              end.open = $block.date
            CREATE (b:Block) SET b = $block
            WITH b
            UNWIND range(0, size($ids) - 1) AS position
            MATCH (e:Entry {id: $ids[position]})
            REMOVE e:Unsealed
            SET e.block = b.height, e.position = position
            """;

    private static final String CLOSE =
            """
            MATCH (end:ChainEnd {name: 'chain'})
            SET end.dayBefore = $day.hash, end.sealedAt = $now
            REMOVE end.open
            CREATE (d:ChainDay) SET d = $day
            """;

    /**
     * Where the chain ends.
     *
     * @param open the day of the last block, unless it is closed
     */
    private record End(
            long height,
            String hash,
            String dayBefore,
            @Nullable LocalDate open,
            @Nullable Instant sealedAt) {}

    private final Neo4jClient graph;
    private final TransactionTemplate transactions;
    private final Blocks blocks;
    private final AuditSettings settings;
    private final Clock clock;

    Sealer(
            Neo4jClient graph,
            PlatformTransactionManager manager,
            Blocks blocks,
            AuditSettings settings,
            Clock clock) {
        this.graph = graph;
        this.transactions = new TransactionTemplate(manager);
        this.blocks = blocks;
        this.settings = settings;
        this.clock = clock;
    }

    /** Seals all that waits, and closes the day before. */
    void seal() {
        while (work()) {
            transactions.executeWithoutResult(_ -> sealOne());
        }
    }

    private boolean work() {
        return graph.query(WORK)
                .bind(Block.dateOf(clock.instant()))
                .to("today")
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    private void sealOne() {
        End end = lock();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Another hub's clock may be ahead; a block is never sealed before the one it follows.
        Instant sealedAt =
                end.sealedAt() == null || now.isAfter(end.sealedAt()) ? now : end.sealedAt();
        LocalDate open = end.open();
        String dayBefore = end.dayBefore();
        if (open != null && open.isBefore(Block.dateOf(sealedAt))) {
            dayBefore = close(open, sealedAt);
        }
        var waiting =
                graph.query(WAITING).bind(Block.LARGEST).to("most").fetch().all().stream().toList();
        if (!waiting.isEmpty()) {
            seal(end, dayBefore, waiting, sealedAt);
        }
    }

    private End lock() {
        Map<String, Object> end =
                graph.query(LOCK).bind(Merkle.NOTHING).to("nothing").fetch().one().orElseThrow();
        return new End(
                (long) Objects.requireNonNull(end.get("height")),
                String.valueOf(end.get("hash")),
                String.valueOf(end.get("dayBefore")),
                (LocalDate) end.get("open"),
                end.get("sealedAt") instanceof ZonedDateTime time ? time.toInstant() : null);
    }

    private void seal(
            End end, String dayBefore, List<Map<String, Object>> waiting, Instant sealedAt) {
        Block block =
                Block.seal(
                        end.height() + 1,
                        end.hash(),
                        dayBefore,
                        waiting.stream().map(entry -> String.valueOf(entry.get("digest"))).toList(),
                        time(waiting.getFirst()),
                        sealedAt,
                        settings.retention());
        graph.query(SEAL)
                .bind(Blocks.properties(block))
                .to("block")
                .bind(waiting.stream().map(entry -> entry.get("id")).toList())
                .to("ids")
                .run();
    }

    private static Instant time(Map<String, Object> entry) {
        return ((ZonedDateTime) Objects.requireNonNull(entry.get("at"))).toInstant();
    }

    private String close(LocalDate date, Instant now) {
        Day day = Day.of(blocks.of(date), true);
        graph.query(CLOSE)
                .bind(Blocks.properties(day))
                .to("day")
                .bind(Stamped.utc(now))
                .to("now")
                .run();
        return day.hash();
    }
}
