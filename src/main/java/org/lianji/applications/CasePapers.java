package org.lianji.applications;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.AssistanceKind;
import org.lianji.audit.Act;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisInput;
import org.lianji.catalogue.Purpose;
import org.lianji.database.MutationCall;
import org.lianji.database.MutationKeys;
import org.lianji.people.Kinship;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Ids;
import org.lianji.platform.Problem;
import org.lianji.platform.Prose;
import org.lianji.platform.Role;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.Texts;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Papers of applications: each by its number and digest, as the town has seen it. */
@Component
final class CasePapers {

    private static final char LETTER = 'S';
    private static final int LONGEST_REFERENCE = 100;
    private static final int MOST_OF_A_CASE = 100;

    /** Places of a paper's texts among those that are sealed. */
    private static final long REFERENCE = 0;

    private static final long NOTE = 1;

    /** An open application of the officer's town. */
    private static final String HELD =
            """
            MATCH (c:Case {id: $id})-[:APPLIES_FOR]->(a:Person)
            WHERE c.openKey IS NOT NULL AND c.department = $department AND $region IN c.places
            SET c.paperLock = true REMOVE c.paperLock
            WITH c, a, %s AS near
            RETURN c.kind AS kind, c.places[0] AS place, c.createdAt AS at, a.id AS applicant,
              COUNT { (:CasePaper)-[:OF]->(c) } AS papers,
              any(one IN $self WHERE one IN near) AS related,
              head(COLLECT { MATCH (b:Basis {matter: c.id}) WHERE b.closed IS NULL RETURN b.id ORDER BY b.opened DESC LIMIT 1 }) AS basis
            """
                    .formatted(Kinship.of("a"));

    private static final String WRITE =
            """
            MATCH (c:Case {id: $case})
            CREATE (p:CasePaper)-[:OF]->(c) SET p = $paper
            """;

    private static final String FOUND =
            """
            MATCH (p:CasePaper {id: $id})-[:OF]->(c:Case)
            RETURN c.kind AS kind, c.places[0] AS place, c.createdAt AS at, p {.*} AS paper
            """;

    private static final String OF_CASES =
            """
            MATCH (c:Case)-[:APPLIES_FOR]->(a:Person) WHERE c.id IN $cases
            RETURN any(near IN %s WHERE near IN $self) AS related, c.id AS id, c.kind AS kind, c.places[0] AS place, c.createdAt AS at, c.openKey IS NOT NULL AS open,
              COLLECT { MATCH (p:CasePaper)-[:OF]->(c) RETURN p {.*} ORDER BY p.at DESC, p.id } AS papers
            """
                    .formatted(Kinship.of("a"));

    private final Neo4jClient graph;
    private final PaperList list;
    private final SealedTexts texts;
    private final MutationKeys keys;
    private final AuditLog chain;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CasePapers(
            Neo4jClient graph,
            PaperList list,
            SealedTexts texts,
            MutationKeys keys,
            AuditLog chain,
            TransactionTemplate transactions,
            Clock clock) {
        this.graph = graph;
        this.list = list;
        this.texts = texts;
        this.keys = keys;
        this.chain = chain;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A paper that came in. */
    record PaperInput(
            String caseId, String code, String reference, String sha256, @Nullable String note) {}

    /**
     * {@return the paper, recorded; the first one of a call that is sent again}
     *
     * @throws Problem CASE_PAPER_NO_CASE, CASE_PAPER_OF_RELATIVE, CASE_PAPER_UNKNOWN,
     *     CASE_PAPER_KNOWN, CASE_PAPER_DIGEST, CASE_PAPERS_FULL
     */
    CasePaper record(MutationCall call, PaperInput input) {
        String reference =
                Prose.readable(
                        "reference",
                        BasisInput.text("reference", input.reference(), 1, LONGEST_REFERENCE));
        String note = Texts.optional("note", input.note());
        String digest = Texts.digest(input.sha256(), ApplicationCode.CASE_PAPER_DIGEST);
        String id = Ids.next(LETTER);
        return Objects.requireNonNull(
                transactions.execute(
                        _ -> {
                            String made = keys.earlier(call, id).orElse(id);
                            if (made.equals(id)) {
                                Record held = held(call.caller(), input.caseId());
                                want(held, input.code());
                                write(call.caller(), id, input, reference, digest, note, held);
                            }
                            return found(made);
                        }));
    }

    private Record held(Caller caller, String caseId) {
        Record held =
                graph.query(HELD)
                        .bindAll(
                                Map.of(
                                        "id",
                                        caseId,
                                        "department",
                                        caller.department(),
                                        "region",
                                        caller.region(),
                                        "self",
                                        Kinship.names(caller)))
                        .fetchAs(Record.class)
                        .mappedBy((_, row) -> row)
                        .one()
                        .orElseThrow(() -> new Problem(ApplicationCode.CASE_PAPER_NO_CASE));
        if (held.get("related").asBoolean()) {
            throw new Problem(ApplicationCode.CASE_PAPER_OF_RELATIVE);
        }
        return held;
    }

    private void want(Record held, String code) {
        Paper paper =
                listed(held).stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new Problem(ApplicationCode.CASE_PAPER_UNKNOWN));
        if (paper.category() instanceof String category) {
            throw new Problem(ApplicationCode.CASE_PAPER_KNOWN, Map.of("category", category));
        }
    }

    /**
     * The list of the day on which the application was submitted, and of where the family lives.
     */
    private List<Paper> listed(Record row) {
        LocalDate day =
                row.get("at").asZonedDateTime().withZoneSameInstant(clock.getZone()).toLocalDate();
        return list.asOf(
                AssistanceKind.valueOf(row.get("kind").asString()),
                row.get("place").asString(),
                day);
    }

    private void write(
            Caller caller,
            String id,
            PaperInput input,
            String reference,
            String digest,
            @Nullable String note,
            Record held) {
        if (held.get("papers").asInt() >= MOST_OF_A_CASE) {
            throw new Problem(ApplicationCode.CASE_PAPERS_FULL, Map.of("most", MOST_OF_A_CASE));
        }
        Map<String, Object> paper = new HashMap<>();
        paper.put("id", id);
        paper.put("code", input.code());
        paper.put("reference", texts.close(CasePaper.class, id, REFERENCE, reference));
        paper.put("sha256", digest);
        paper.put("client", caller.client());
        paper.put("at", ZonedDateTime.now(clock));
        if (note != null) {
            paper.put("note", texts.close(CasePaper.class, id, NOTE, note));
        }
        graph.query(WRITE).bindAll(Map.of("case", input.caseId(), "paper", paper)).run();
        chain.join(
                new Entry(
                        Kind.WRITE,
                        caller.department(),
                        caller.client(),
                        Purpose.A.name(),
                        held.get("basis").isNull() ? null : held.get("basis").asString(),
                        List.of(),
                        List.of(),
                        List.of(held.get("applicant").asString()),
                        Digests.hex(
                                "paper %s %s %s %s"
                                        .formatted(id, input.caseId(), input.code(), digest)),
                        null,
                        Act.CASE_PAPER_RECORDED));
    }

    private CasePaper found(String id) {
        return graph.query(FOUND)
                .bind(id)
                .to("id")
                .fetchAs(CasePaper.class)
                .mappedBy((_, row) -> shown(row.get("paper"), byCode(listed(row))))
                .one()
                .orElseThrow(() -> new Problem(ApplicationCode.CASE_PAPER_NO_CASE));
    }

    private static Map<String, Paper> byCode(List<Paper> listed) {
        return listed.stream().collect(Collectors.toMap(Paper::code, Function.identity()));
    }

    /**
     * Papers of an application.
     *
     * @param recorded newest first
     * @param missing of every application, and not recorded; empty once it is decided
     * @param known what the library has
     */
    record Papers(List<CasePaper> recorded, List<Paper> missing, List<Paper> known) {

        Papers {
            recorded = List.copyOf(recorded);
            missing = List.copyOf(missing);
            known = List.copyOf(known);
        }

        static final Papers NONE = new Papers(List.of(), List.of(), List.of());

        /** {@return the same for an agent, who is not told what stands in them} */
        Papers unsaid() {
            return new Papers(recorded.stream().map(CasePaper::unsaid).toList(), missing, known);
        }
    }

    /**
     * {@return the papers of each of these applications, which the caller may see; none of those of
     * an officer's own and of near relatives}
     */
    List<Papers> of(Caller caller, Collection<String> cases) {
        Map<String, Papers> found =
                graph
                        .query(OF_CASES)
                        .bindAll(
                                Map.of(
                                        "cases",
                                        List.copyOf(cases),
                                        "self",
                                        caller.is(Role.CITIZEN)
                                                ? List.of()
                                                : Kinship.names(caller)))
                        .fetchAs(Record.class)
                        .mappedBy((_, row) -> row)
                        .all()
                        .stream()
                        .collect(Collectors.toMap(row -> row.get("id").asString(), this::papers));
        return cases.stream().map(one -> Objects.requireNonNull(found.get(one))).toList();
    }

    private Papers papers(Record row) {
        if (row.get("related").asBoolean()) {
            return Papers.NONE;
        }
        List<Paper> listed = listed(row);
        Map<String, Paper> byCode = byCode(listed);
        List<CasePaper> recorded = row.get("papers").asList(value -> shown(value, byCode));
        Set<String> there = recorded.stream().map(CasePaper::code).collect(Collectors.toSet());
        boolean open = row.get("open").asBoolean();
        return new Papers(
                recorded,
                listed.stream()
                        .filter(one -> open && one.required() && !there.contains(one.code()))
                        .toList(),
                listed.stream().filter(one -> one.category() != null).toList());
    }

    private CasePaper shown(Value row, Map<String, Paper> listed) {
        String id = row.get("id").asString();
        return new CasePaper(
                row.get("code").asString(),
                listed.get(row.get("code").asString()),
                texts.open(CasePaper.class, id, REFERENCE, row.get("reference").asString()),
                row.get("sha256").asString(),
                row.get("note").isNull()
                        ? null
                        : texts.open(CasePaper.class, id, NOTE, row.get("note").asString()),
                row.get("at").asZonedDateTime());
    }
}
