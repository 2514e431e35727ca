package org.lianji.bases;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Act;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entries;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Purpose;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a basis, on the chain: in the transaction of the change, and where its persons
 * read of it, unless it is hidden from them. What somebody wrote is there as a digest.
 */
@Component
final class BasisEntries {

    private static final String CONCERNED =
            """
            MATCH (b:Basis {id: $id})
            CALL (b) {
              MATCH (b)-[:CONCERNS|ASKS]->(key:Identity) MATCH (p:Person {idHash: key.hash}) RETURN p
              UNION MATCH (b)-[:CONCERNS|ASKS]->(p:Person) RETURN p
              UNION MATCH (b)-[:CONCERNS]->(:Household)<-[m:MEMBER_OF]-(p:Person)
              WHERE (m.from IS NULL OR m.from <= $today) AND (m.to IS NULL OR m.to > $today) RETURN p
            }
            RETURN DISTINCT p.id AS id ORDER BY id
            """;

    /** Whoever a basis has ever led to. */
    private static final String EVER =
            """
            UNWIND $ids AS id
            MATCH (b:Basis {id: id})
            CALL (b) {
              MATCH (b)-[:CONCERNS|ASKS]->(key:Identity) MATCH (p:Person {idHash: key.hash}) RETURN p
              UNION MATCH (b)-[:CONCERNS|ASKS]->(p:Person) RETURN p
              UNION MATCH (b)-[:CONCERNS]->(:Household)<-[:MEMBER_OF]-(p:Person) RETURN p
            }
            RETURN id, collect(DISTINCT p.id) AS persons
            """;

    private final Neo4jClient graph;
    private final AuditLog chain;
    private final Entries written;
    private final Clock clock;
    private final ApplicationEventPublisher news;

    BasisEntries(
            Neo4jClient graph,
            AuditLog chain,
            Entries written,
            Clock clock,
            ApplicationEventPublisher news) {
        this.graph = graph;
        this.chain = chain;
        this.written = written;
        this.clock = clock;
        this.news = news;
    }

    /** Who registers a reason to look is on the chain, and an emergency with whom it is about. */
    void opened(Caller caller, Basis basis, Kind kind) {
        List<String> subjects = kind == Kind.EMERGENCY ? persons(basis) : List.of();
        Act act =
                basis.declared() ? Act.DECLARED : kind == Kind.EMERGENCY ? Act.GLASS_BROKEN : null;
        write(caller, basis, kind, subjects, Digests.hex(basis.id()), act);
        if (basis.safeguarding() instanceof Safeguarding asked) {
            hiding(caller, basis, asked, Act.HIDING_ASKED);
        }
    }

    /** Who was not let open one is on the chain, once that is durable. */
    void refused(Caller caller, Purpose purpose, String why) {
        chain.append(
                List.of(
                        new Entry(
                                Kind.DENIAL,
                                caller.department(),
                                caller.client(),
                                purpose.name(),
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                Digests.hex(why),
                                null)));
    }

    /** Its persons are told whether the head stands by what was declared. */
    void confirmed(Caller caller, Basis basis, String verdict, String note) {
        write(
                caller,
                basis,
                Kind.GRANT,
                persons(basis),
                digest(basis.id(), verdict, note),
                Act.valueOf(verdict));
    }

    /** What a flow does with a basis of its matter, but its end. */
    void changed(Caller caller, Basis basis, Act act, String what) {
        write(
                caller,
                basis,
                Kind.GRANT,
                List.of(),
                Digests.hex(String.join(" ", basis.id(), what)),
                act);
    }

    /** Its persons are told that it was closed. */
    void closed(Caller caller, Basis basis) {
        write(caller, basis, Kind.GRANT, persons(basis), Digests.hex(basis.id()), Act.CLOSED);
    }

    /** Its persons are told how it was judged. */
    void judged(Caller caller, Basis basis, String verdict, String note) {
        write(
                caller,
                basis,
                Kind.REVIEW,
                persons(basis),
                digest(basis.id(), verdict, note),
                Act.valueOf(verdict));
    }

    /** {@return what the chain knows a verdict with its reason by} */
    static String digest(String basis, String verdict, String note) {
        return Digests.hex(String.join(" ", basis, verdict, note));
    }

    /** Nobody but those who keep watch learns that looks are hidden. */
    void hiding(Caller caller, Basis basis, Safeguarding asked, Act act) {
        String digest =
                Digests.hex(
                        String.join(
                                " ",
                                basis.id(),
                                asked.ground().name(),
                                asked.until().toString(),
                                asked.reason()));
        write(caller, basis, Kind.GRANT, List.of(), digest, act);
        news.publishEvent(new Basis.LooksHidden(basis.id()));
    }

    /** {@return how much was read on each basis of persons} */
    Map<String, Entries.Reads> reads(Collection<String> ids) {
        Map<String, List<String>> persons = new HashMap<>();
        ids.forEach(id -> persons.put(id, List.of()));
        graph.query(EVER)
                .bind(List.copyOf(ids))
                .to("ids")
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(
                        row ->
                                persons.put(
                                        row.get("id").asString(),
                                        row.get("persons").asList(Value::asString)));
        return written.reads(persons);
    }

    private List<String> persons(Basis basis) {
        return List.copyOf(
                graph.query(CONCERNED)
                        .bindAll(Map.of("id", basis.id(), "today", LocalDate.now(clock)))
                        .fetchAs(String.class)
                        .all());
    }

    private void write(
            Caller caller,
            Basis basis,
            Kind kind,
            List<String> subjects,
            String digest,
            @Nullable Act act) {
        ZonedDateTime shownFrom = basis.shownFrom();
        chain.join(
                new Entry(
                        kind,
                        caller.department(),
                        caller.client(),
                        basis.purpose(),
                        basis.id(),
                        List.of(),
                        List.of(),
                        subjects,
                        digest,
                        shownFrom == null ? null : shownFrom.toInstant(),
                        act));
    }
}
