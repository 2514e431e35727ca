package org.lianji.looks;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Act;
import org.lianji.audit.AuditEntryView;
import org.lianji.audit.EntryGroup;
import org.lianji.audit.EntryId;
import org.lianji.audit.Kind;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.people.Guardianship;
import org.lianji.people.MergedPersons;
import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.proof.Block;
import org.lianji.proof.Merkle;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who looked at my data (个人信息保护法 §§44-45): for the person themself, and for the guardian of a child
 * (§31). Entries that are withheld for safeguarding are not there until their day, and look like
 * any other then: that they were withheld would tell what they are for.
 */
@Component
public final class AccessLog {

    public static final String OWN = "MATCH (p:Person {id: $caller})\n";

    private static final String CHILDREN = Guardianship.wards("p");

    /** Whose guardian the citizen was, and is no longer. */
    private static final String FORMER =
            "MATCH (:Person {id: $caller})-[:SUPPORTS|SUPPORT_ENDED {kind: 'GUARDIAN'}]->(c:Person)"
                    + " WHERE NOT %s RETURN DISTINCT c.id".formatted(Guardianship.selfOrWard("c"));

    private static final String OF_CHILD = CHILDREN + "WITH DISTINCT p WHERE p.id = $child\n";

    /** The basis that an entry names; a text of nothing where it names none. */
    private static final String BASIS =
            "split(coalesce(split(s.texts[n], '\"basis\":\"')[1], ''), '\"')[0]";

    /** Others may stand on the same sheet; in a text are none but those whom it is about. */
    private static final String TOLD =
            """
            any(subject IN $subjects WHERE s.texts[n] CONTAINS subject)
              AND (s.shownFrom[n] <= $now OR (size($unfounded) > 0 AND %1$s IN $unfounded))
              AND (size($hidden) = 0 OR NOT %1$s IN $hidden)
              AND (NOT s.texts[n] CONTAINS $own OR none(child IN $former WHERE s.texts[n] CONTAINS child))
            """
                    .formatted(BASIS);

    private static final String SOME =
            """
            MATCH (p)<-[:SAW]-(s:Sheet)
            WITH DISTINCT s
            UNWIND range(0, size(s.texts) - 1) AS n
            WITH s, n
            WHERE %s AND\s\
            """
                    + TOLD
                    + AuditEntryView.ROW;

    private static final String ONE =
            """
            MATCH (p)<-[:SAW]-(s:Sheet {id: $sheet})
            WITH DISTINCT s, $number AS n
            WHERE n < size(s.texts) AND\s\
            """
                    + TOLD
                    + AuditEntryView.ROW;

    private final Neo4jClient graph;
    private final Sentences sentences;
    private final Grounds grounds;
    private final Consents consents;
    private final MergedPersons merged;
    private final Clock clock;

    AccessLog(
            Neo4jClient graph,
            Sentences sentences,
            Grounds grounds,
            Consents consents,
            MergedPersons merged,
            Clock clock) {
        this.graph = graph;
        this.sentences = sentences;
        this.grounds = grounds;
        this.consents = consents;
        this.merged = merged;
        this.clock = clock;
    }

    /**
     * {@return the looks, the newest first; none where the child is none of the caller's}
     *
     * @throws Problem where the caller is no citizen
     */
    ListSource<Access> listing(Caller caller, @Nullable String child) {
        if (!caller.is(Role.CITIZEN)) {
            throw new Problem(PlatformCode.NOT_ALLOWED);
        }
        Map<String, Object> parameters = parameters(caller, child);
        return new ListSource<>(
                stretch ->
                        told(
                                caller,
                                child,
                                graph.query(of(child) + statement(stretch))
                                        .bindAll(parameters)
                                        .bindAll(AuditEntryView.NEWEST.parameters(stretch))),
                Access::place);
    }

    private static String of(@Nullable String child) {
        return child == null ? OWN : OF_CHILD;
    }

    public static String statement(Stretch stretch) {
        return SOME.formatted(AuditEntryView.NEWEST.within(stretch))
                + AuditEntryView.NEWEST.ordered(stretch);
    }

    /** {@return one look at the citizen's data, or at those of a child of theirs} */
    Optional<Access> find(Caller caller, String id) {
        if (!caller.is(Role.CITIZEN)) {
            return Optional.empty();
        }
        Stream<@Nullable String> children =
                graph
                        .query(CHILDREN + "RETURN DISTINCT p.id")
                        .bindAll(parameters(caller, null))
                        .fetchAs(String.class)
                        .all()
                        .stream()
                        .map(child -> child);
        return Stream.concat(Stream.<@Nullable String>of((String) null), children)
                .flatMap(child -> find(caller, child, EntryId.of(id)).stream())
                .findFirst();
    }

    /** {@return whether the citizen's log, or that of a child of theirs, tells of the look} */
    public boolean tells(Caller caller, String id) {
        return find(caller, id).isPresent();
    }

    private List<Access> find(Caller caller, @Nullable String child, EntryId id) {
        return told(
                caller,
                child,
                graph.query(of(child) + ONE)
                        .bindAll(parameters(caller, child))
                        .bindAll(Map.of("sheet", id.sheet(), "number", id.number())));
    }

    private Map<String, Object> parameters(Caller caller, @Nullable String child) {
        Instant now = clock.instant();
        LocalDate today = Block.dateOf(now);
        Map<String, Object> parameters = new HashMap<>();
        parameters.putAll(Guardianship.parameters(String.valueOf(caller.person()), today));
        parameters.put("child", child);
        parameters.put(
                "subjects",
                merged.tokens(String.valueOf(child == null ? caller.person() : child)).stream()
                        .map(Merkle::sha256)
                        .toList());
        parameters.put("own", "\"client\":\"" + caller.client() + "\"");
        parameters.put("former", former(caller, today));
        parameters.put("now", EntryGroup.utc(now));
        parameters.put("hidden", List.copyOf(grounds.hidden(now)));
        parameters.put("unfounded", List.copyOf(grounds.unfounded(now)));
        return parameters;
    }

    /** What a guardian looked at is no longer told where it was a child's who is theirs no more. */
    private List<String> former(Caller caller, LocalDate today) {
        return graph
                .query(FORMER)
                .bindAll(Guardianship.parameters(String.valueOf(caller.person()), today))
                .fetchAs(String.class)
                .all()
                .stream()
                .flatMap(child -> merged.tokens(child).stream())
                .map(Merkle::sha256)
                .toList();
    }

    private List<Access> told(
            Caller caller, @Nullable String child, Neo4jClient.RunnableSpec statement) {
        Collection<AuditEntryView> entries =
                statement
                        .fetchAs(AuditEntryView.class)
                        .mappedBy((_, row) -> AuditEntryView.read(row))
                        .all();
        Set<String> reviews =
                entries.stream()
                        .filter(entry -> entry.kind() == Kind.REVIEW)
                        .flatMap(entry -> Stream.ofNullable(entry.basis()))
                        .collect(Collectors.toSet());
        Map<String, Grounds.Judgement> judged =
                reviews.isEmpty() ? Map.of() : grounds.judged(reviews);
        Set<String> bases =
                entries.stream()
                        .flatMap(entry -> Stream.ofNullable(entry.basis()))
                        .collect(Collectors.toSet());
        Set<String> declared = bases.isEmpty() ? Set.of() : grounds.declared(bases);
        Map<String, Consents.Consent> consented = consents.of(consented(entries));
        Map<String, String> charities =
                consents.names(
                        Stream.concat(
                                        entries.stream().map(AuditEntryView::department),
                                        consented.values().stream().map(Consents.Consent::charity))
                                .filter(code -> !code.isEmpty())
                                .collect(Collectors.toSet()));
        return entries.stream()
                .map(
                        entry ->
                                sentences.access(
                                        entry,
                                        caller,
                                        child != null,
                                        new Sentences.Background(
                                                declared.contains(String.valueOf(entry.basis())),
                                                judged.get(String.valueOf(entry.basis())),
                                                consented.get(String.valueOf(entry.basis())),
                                                charities)))
                .toList();
    }

    private static Set<String> consented(Collection<AuditEntryView> entries) {
        return entries.stream()
                .filter(entry -> entry.act() == Act.CONSENTED || entry.act() == Act.CONSENT_REVOKED)
                .flatMap(entry -> Stream.ofNullable(entry.basis()))
                .collect(Collectors.toSet());
    }
}
