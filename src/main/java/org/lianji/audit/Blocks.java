package org.lianji.audit;

import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.platform.Problem;
import org.lianji.proof.Block;
import org.lianji.proof.CanonicalParser;
import org.lianji.proof.Day;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Blocks and days as the graph keeps them: their texts, and what they are found by. */
@Component
public final class Blocks {

    private static final String OF_DAY =
            "MATCH (b:Block {date: $date}) RETURN b.text ORDER BY b.height";

    private static final String FROM =
            """
            MATCH (b:Block) WHERE b.height >= $from AND b.height <= $to
            RETURN b.text ORDER BY b.height LIMIT $most
            """;

    private static final String HEIGHT =
            "MATCH (end:ChainEnd {name: 'chain'}) RETURN coalesce(end.height, 0)";

    private static final String DAY = "MATCH (d:ChainDay {date: $date}) RETURN d.text";

    private static final Keyset NEWEST = Keyset.newestFirst("d.date");

    static final String ENTRIES =
            """
            MATCH (s:Sheet) WHERE s.block = $height AND s.first IS NOT NULL
            UNWIND range(0, size(s.texts) - 1) AS n
            RETURN s.texts[n] AS text ORDER BY s.block, s.first, n
            """;

    private final Neo4jClient graph;

    Blocks(Neo4jClient graph) {
        this.graph = graph;
    }

    static Map<String, Object> properties(Block block) {
        return Map.of(
                "height",
                block.height(),
                "date",
                block.date(),
                "previous",
                block.previous(),
                "root",
                block.root(),
                "hash",
                block.hash(),
                "count",
                block.count(),
                "firstAt",
                EntryGroup.utc(block.firstAt()),
                "sealedAt",
                EntryGroup.utc(block.sealedAt()),
                "text",
                block.text());
    }

    static Map<String, Object> properties(Day day) {
        return Map.of(
                "date",
                day.date(),
                "previous",
                day.previous(),
                "root",
                day.root(),
                "count",
                day.entries(),
                "hash",
                day.hash(),
                "retention",
                day.retention().toString(),
                "text",
                day.text());
    }

    List<Block> of(LocalDate date) {
        return read(graph.query(OF_DAY).bind(date).to("date").fetchAs(String.class).all());
    }

    /** {@return blocks of these heights, as many as are good to hold at a time} */
    List<Block> from(long from, long to) {
        return read(
                graph.query(FROM)
                        .bindAll(Map.of("from", from, "to", to, "most", 50))
                        .fetchAs(String.class)
                        .all());
    }

    /** {@return the height of the last block; 0 where there is none} */
    long height() {
        return graph.query(HEIGHT).fetchAs(Long.class).one().orElse(0L);
    }

    private static List<Block> read(Collection<String> texts) {
        return texts.stream().map(text -> CanonicalParser.block(text).orElseThrow()).toList();
    }

    /** {@return the day's line so far, or when closed; none where nothing was sealed on it} */
    public Optional<Day> day(LocalDate date) {
        return closed(date)
                .or(
                        () ->
                                Optional.of(of(date))
                                        .filter(blocks -> !blocks.isEmpty())
                                        .map(blocks -> Day.of(blocks, false)));
    }

    Optional<Day> closed(LocalDate date) {
        return graph.query(DAY)
                .bind(date)
                .to("date")
                .fetchAs(String.class)
                .one()
                .map(text -> CanonicalParser.day(text).orElseThrow());
    }

    /** {@return closed days, the newest first} */
    public ListSource<Day> days() {
        return new ListSource<>(
                stretch ->
                        graph
                                .query(
                                        "MATCH (d:ChainDay) WHERE d.date IS NOT NULL AND %s RETURN d.text %s"
                                                .formatted(
                                                        NEWEST.within(stretch),
                                                        NEWEST.ordered(stretch)))
                                .bindAll(NEWEST.parameters(stretch))
                                .fetchAs(String.class)
                                .all()
                                .stream()
                                .map(text -> CanonicalParser.day(text).orElseThrow())
                                .toList(),
                day -> List.of(day.date()));
    }

    /** {@return the block's entries as they were sealed} */
    List<String> entries(long height) {
        return List.copyOf(
                graph.query(ENTRIES).bind(height).to("height").fetchAs(String.class).all());
    }

    /**
     * {@return the date that a caller names}
     *
     * @throws Problem {@code DATE_FORMAT} where it is none
     */
    public static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Problem(AuditCode.DATE_FORMAT);
        }
    }
}
