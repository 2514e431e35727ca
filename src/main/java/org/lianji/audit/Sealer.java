package org.lianji.audit;

import org.jspecify.annotations.Nullable;
import org.lianji.proof.Block;
import org.lianji.proof.Day;
import org.lianji.proof.Merkle;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
            RETURN EXISTS { MATCH (s:Unsealed) } OR EXISTS { MATCH (end:ChainEnd) WHERE end.open < $today } AS work
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
            MATCH (s:Unsealed) WHERE s.at IS NOT NULL AND s.id IS NOT NULL
            RETURN s.id AS id, s.at AS at, size(s.kinds) AS entries
            ORDER BY s.at, s.id LIMIT $most
            """;

    private static final String SEAL =
            """
            MATCH (end:ChainEnd {name: 'chain'})
            SET end.height = $block.height, end.hash = $block.hash, end.sealedAt = $block.sealedAt,
              end.open = $block.date
            CREATE (b:Block) SET b = $block
            WITH b
            UNWIND $sheets AS sheet
            MATCH (s:Sheet {id: sheet.id})
            REMOVE s:Unsealed
            SET s.block = b.height, s.first = sheet.first
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

    private record UnsealedSheet(String id, Instant at, List<String> digests) {}

    private final Neo4jClient graph;
    private final TransactionTemplate transactions;
    private final Blocks blocks;
    private final SheetDigests digests;
    private final AuditSettings settings;
    private final Clock clock;

    Sealer(
            Neo4jClient graph,
            PlatformTransactionManager manager,
            Blocks blocks,
            SheetDigests digests,
            AuditSettings settings,
            Clock clock) {
        this.graph = graph;
        this.transactions = new TransactionTemplate(manager);
        this.blocks = blocks;
        this.digests = digests;
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
        List<UnsealedSheet> waiting = waiting();
        if (!waiting.isEmpty()) {
            seal(end, dayBefore, waiting, sealedAt);
        }
    }

    /** {@return the oldest sheets, as many as make a block} */
    private List<UnsealedSheet> waiting() {
        Map<String, Instant> times = new LinkedHashMap<>();
        long entries = 0;
        for (Map<String, Object> sheet :
                graph.query(WAITING).bind(Block.LARGEST).to("most").fetch().all()) {
            entries += (long) Objects.requireNonNull(sheet.get("entries"));
            if (entries > Block.LARGEST) {
                break;
            }
            ZonedDateTime at = (ZonedDateTime) Objects.requireNonNull(sheet.get("at"));
            times.put(String.valueOf(sheet.get("id")), at.toInstant());
        }
        Map<String, List<String>> known = digests.take(times.keySet());
        return times.entrySet().stream()
                .map(
                        sheet ->
                                new UnsealedSheet(
                                        sheet.getKey(),
                                        sheet.getValue(),
                                        Objects.requireNonNull(known.get(sheet.getKey()))))
                .toList();
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

    private void seal(End end, String dayBefore, List<UnsealedSheet> waiting, Instant sealedAt) {
        List<String> all = new ArrayList<>();
        List<Map<String, Object>> sheets = new ArrayList<>();
        for (UnsealedSheet sheet : waiting) {
            sheets.add(Map.of("id", sheet.id(), "first", all.size()));
            all.addAll(sheet.digests());
        }
        Block block =
                Block.seal(
                        end.height() + 1,
                        end.hash(),
                        dayBefore,
                        all,
                        waiting.getFirst().at(),
                        sealedAt,
                        settings.retention());
        graph.query(SEAL)
                .bind(Blocks.properties(block))
                .to("block")
                .bind(sheets)
                .to("sheets")
                .run();
    }

    private String close(LocalDate date, Instant now) {
        Day day = Day.of(blocks.of(date), true);
        graph.query(CLOSE)
                .bind(Blocks.properties(day))
                .to("day")
                .bind(EntryGroup.utc(now))
                .to("now")
                .run();
        return day.hash();
    }
}
