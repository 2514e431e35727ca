package org.lianji.audit;

import org.jspecify.annotations.Nullable;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.proof.Block;
import org.lianji.proof.Day;
import org.lianji.proof.Merkle;
import org.lianji.proof.Proof;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries for those who oversee: auditors see all, a department those about the categories that
 * it provides and those that its own clients made (政务数据共享条例 §29). What the hub read by the rules of
 * monitoring, and what came of it, is for the department that it read for: who contributes a row
 * and then counts one entry more would learn what others know of its person.
 */
@Component
public final class Entries {

    private static final String VISIBLE =
            """
            ($all OR CASE
              WHEN s.kinds[n] IN ['FINDING', 'RUN']
                THEN $monitors OR (s.kinds[n] = 'FINDING' AND s.departments[n] = $own AND NOT s.texts[n] CONTAINS '"client":"hub"')
              WHEN s.departments[n] = $own THEN true
              ELSE any(category IN split(s.categories[n], ' ') WHERE category IN $owned)
                AND NOT s.texts[n] CONTAINS '"act":"FINDING_READ"'
            END)
            """;

    /** To whom of the leading department it is told how many warnings there are. */
    private static final Role[] MONITORS = {Role.SYSTEM, Role.SHARING_UNIT, Role.SHARING_HEAD};

    /** The index is entered where the stretch begins. */
    private static final String SOME =
            """
            MATCH (s:Sheet)
            WHERE s.at >= $from AND s.at < $to AND s.id IS NOT NULL AND %s
            UNWIND range(0, size(s.texts) - 1) AS n
            WITH s, n
            WHERE ($department IS NULL OR s.departments[n] = $department)
              AND ($kind IS NULL OR s.kinds[n] = $kind)
              AND %s AND\s\
            """
                    + VISIBLE
                    + AuditEntryView.ROW;

    private static final String ONE =
            "MATCH (s:Sheet {id: $sheet}) WITH s, $number AS n WHERE n < size(s.texts) AND "
                    + VISIBLE
                    + AuditEntryView.ROW;

    private static final String OF_HUB =
            "MATCH (s:Sheet {id: $sheet}) WITH s, $number AS n WHERE n < size(s.texts) "
                    + AuditEntryView.ROW;

    /** Sheets are come to by the persons on them: there is no index of bases. */
    private static final String READS =
            """
            UNWIND $bases AS basis
            CALL (basis) {
              MATCH (p:Person)<-[:SAW]-(s:Sheet) WHERE p.id IN basis.persons
              WITH DISTINCT basis, s
              UNWIND range(0, size(s.texts) - 1) AS n
              WITH basis, s, n WHERE s.kinds[n] IN ['READ', 'EXPORT'] AND s.texts[n] CONTAINS basis.text
              RETURN count(*) AS reads, max(s.at) AS last
            }
            RETURN basis.id AS id, reads, last
            """;

    /**
     * What was read on a basis.
     *
     * @param count entries of reads that showed somebody
     * @param last when the last of them was
     */
    public record Reads(int count, @Nullable ZonedDateTime last) {}

    /**
     * Which entries are asked for.
     *
     * @param department only those of its clients
     * @param kind only those
     * @param from at that time or later
     * @param to before that time
     */
    public record Filter(
            @Nullable String department,
            @Nullable Kind kind,
            @Nullable Instant from,
            @Nullable Instant to) {}

    private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

    private final Neo4jClient graph;
    private final EntryWording wording;
    private final Blocks blocks;

    Entries(Neo4jClient graph, EntryWording wording, Blocks blocks) {
        this.graph = graph;
        this.wording = wording;
        this.blocks = blocks;
    }

    /** {@return the entries, the newest first} */
    public ListSource<AuditEntryView> listing(Caller caller, Filter filter) {
        Map<String, Object> parameters = new HashMap<>(visible(caller));
        Instant from = filter.from();
        Instant to = filter.to();
        Kind kind = filter.kind();
        parameters.put("from", EntryGroup.utc(from == null ? Instant.EPOCH : from));
        parameters.put("to", EntryGroup.utc(to == null ? ALWAYS : to));
        parameters.put("department", filter.department());
        parameters.put("kind", kind == null ? null : kind.name());
        return new ListSource<>(
                stretch ->
                        List.copyOf(
                                graph.query(statement(stretch))
                                        .bindAll(parameters)
                                        .bindAll(AuditEntryView.NEWEST.parameters(stretch))
                                        .fetchAs(AuditEntryView.class)
                                        .mappedBy((_, row) -> AuditEntryView.read(row))
                                        .all()),
                AuditEntryView::place);
    }

    static String statement(Stretch stretch) {
        return SOME.formatted(
                        AuditEntryView.NEWEST.about(stretch), AuditEntryView.NEWEST.within(stretch))
                + AuditEntryView.NEWEST.ordered(stretch);
    }

    /** {@return the entry, where the caller may see it} */
    Optional<AuditEntryView> find(Caller caller, String id) {
        return Overseers.include(caller)
                ? graph.query(ONE)
                        .bindAll(one(caller, id))
                        .fetchAs(AuditEntryView.class)
                        .mappedBy((_, row) -> AuditEntryView.read(row))
                        .one()
                : Optional.empty();
    }

    /** {@return the entries, whoever asks: for who answers a complaint about them} */
    public List<AuditEntryView> ofHub(Collection<String> ids) {
        return ids.stream()
                .map(EntryId::of)
                .flatMap(
                        id ->
                                graph
                                        .query(OF_HUB)
                                        .bindAll(Map.of("sheet", id.sheet(), "number", id.number()))
                                        .fetchAs(AuditEntryView.class)
                                        .mappedBy((_, row) -> AuditEntryView.read(row))
                                        .all()
                                        .stream())
                .toList();
    }

    private Map<String, Object> one(Caller caller, String id) {
        Map<String, Object> parameters = new HashMap<>(visible(caller));
        EntryId entry = EntryId.of(id);
        parameters.put("sheet", entry.sheet());
        parameters.put("number", entry.number());
        return parameters;
    }

    /**
     * {@return the proof that the entry is on the chain}
     *
     * @throws Problem where it is none of the caller's, or not sealed yet
     */
    public Proof proof(Caller caller, String id) {
        Overseers.admit(caller);
        Map<String, Object> entry =
                graph.query(ONE)
                        .bindAll(one(caller, id))
                        .fetch()
                        .one()
                        .orElseThrow(() -> new Problem(AuditCode.ENTRY_NOT_FOUND));
        if (!(entry.get("block") instanceof Long height)
                || !(entry.get("position") instanceof Long position)) {
            throw new Problem(AuditCode.NOT_SEALED_YET);
        }
        return proof(height, position.intValue(), String.valueOf(entry.get("text")));
    }

    private Proof proof(long height, int position, String canonical) {
        Block block = blocks.from(height, height).getFirst();
        List<Block> ofDay = blocks.of(block.date());
        List<String> digests = blocks.entries(height).stream().map(Merkle::leaf).toList();
        int place = Math.toIntExact(height - ofDay.getFirst().height());
        return new Proof(
                canonical,
                position,
                Merkle.inclusionProof(digests, position),
                block,
                Merkle.inclusionProof(ofDay.stream().map(Block::hash).toList(), place),
                blocks.closed(block.date()).orElseGet(() -> Day.of(ofDay, false)));
    }

    /**
     * {@return how much was read on each basis}
     *
     * @param bases identifiers, each with the tokens of whom it leads to
     */
    public Map<String, Reads> reads(Map<String, List<String>> bases) {
        List<Map<String, Object>> rows = new ArrayList<>();
        bases.forEach(
                (id, persons) ->
                        rows.add(
                                Map.of(
                                        "id",
                                        id,
                                        "persons",
                                        persons,
                                        "text",
                                        "\"basis\":\"%s\"".formatted(id))));
        Map<String, Reads> reads = new HashMap<>();
        graph.query(READS)
                .bind(rows)
                .to("bases")
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(row -> reads.put(row.get("id").asString(), reads(row)));
        return reads;
    }

    private static Reads reads(Record row) {
        Value last = row.get("last");
        return new Reads(
                row.get("reads").asInt(),
                last.isNull() ? null : last.asZonedDateTime().withZoneSameInstant(Block.CHINA));
    }

    private Map<String, Object> visible(Caller caller) {
        Overseers.admit(caller);
        return Map.of(
                "all",
                caller.is(Role.AUDITOR),
                "monitors",
                wording.leads(caller.department()) && caller.is(MONITORS),
                "own",
                caller.department(),
                "owned",
                List.copyOf(wording.owned(caller.department())));
    }
}
