package org.lianji.applications;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.AssistanceKind;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.database.MutationCall;
import org.lianji.database.MutationKeys;
import org.lianji.people.Guardianship;
import org.lianji.people.Kinship;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Ids;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.procedure.ProcedureCode;
import org.lianji.procedure.SealedTexts;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Applications that somebody began to write: sealed, seen by who wrote them alone, and gone after a
 * while or with the application. A draft looks nobody up: it neither tells nor keeps whether its
 * number is somebody's.
 */
@Component
final class CaseDrafts {

    private static final char LETTER = 'D';
    private static final long CONTENT = 0;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String ACCOUNT = "(d:CaseDraft {account: $account})";
    private static final String PERSON = "(:Person {id: $self})<-[:DRAFTED_BY]-(d:CaseDraft)";

    private static final String SOME =
            """
            MATCH %s WHERE d.savedAt >= $since
            RETURN d {.*} AS draft ORDER BY d.savedAt DESC, d.id
            """;

    private static final String WRITE =
            """
            MERGE (d:CaseDraft {id: $id})
            SET d.content = $content, d.savedAt = $now
            """;

    private static final String BY_ACCOUNT = "SET d.account = $account";

    private static final String BY_PERSON =
            "WITH d MATCH (p:Person {id: $self}) MERGE (d)-[:DRAFTED_BY]->(p)";

    private static final String DISCARD = "MATCH (d:CaseDraft {id: $id}) DETACH DELETE d";

    private static final String FORGET =
            """
            MATCH (d:CaseDraft) WHERE d.savedAt < $since
            WITH d LIMIT 10000
            DETACH DELETE d
            RETURN count(*)
            """;

    /**
     * Who acts for another has written it themself: of the applicant's own drafts it takes none,
     * nor what was saved since.
     */
    private static final String SUBMITTED =
            """
            MATCH (c:Case {id: $id})-[:APPLIES_FOR]->(a:Person)
            MATCH (e:ProcedureEvent {matter: c.id}) WHERE e.transition = 'SUBMIT'
              AND (e.department <> '' OR NOT EXISTS { (c)-[:APPLIED_UNDER]->() } AND NOT coalesce(%s, false))
            RETURN c.kind AS kind, c.createdAt AS at, a.id AS applicant, e.department AS department, e.client AS client
            """
                    .formatted(Guardianship.child("a"));

    private final Neo4jClient graph;
    private final People people;
    private final SealedTexts texts;
    private final MutationKeys keys;
    private final AuditLog chain;
    private final TransactionTemplate transactions;
    private final DraftSettings settings;
    private final Clock clock;
    private final String lead;

    CaseDrafts(
            Neo4jClient graph,
            People people,
            SealedTexts texts,
            MutationKeys keys,
            AuditLog chain,
            TransactionTemplate transactions,
            DraftSettings settings,
            Clock clock,
            Catalogue catalogue) {
        this.graph = graph;
        this.people = people;
        this.texts = texts;
        this.keys = keys;
        this.chain = chain;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        this.lead = catalogue.lead();
    }

    /** Whose drafts they are: an account's, or a citizen's. */
    private record Writer(String owned, String write, Map<String, Object> parameters) {

        static Writer account(String department, String client) {
            return new Writer(
                    ACCOUNT, BY_ACCOUNT, Map.of("account", Kinship.account(department, client)));
        }

        static Writer person(String token) {
            return new Writer(PERSON, BY_PERSON, Map.of("self", token));
        }
    }

    /** Who takes no applications in keeps none of anybody. */
    private Writer writer(Caller caller) {
        if (caller.is(Role.CITIZEN) && caller.person() instanceof String self) {
            return Writer.person(self);
        }
        if (!caller.is(Role.TOWN_OFFICER) || !caller.department().equals(lead)) {
            throw new Problem(
                    ProcedureCode.NOT_YOUR_TURN,
                    Map.of("side", "OFFICE", "roles", List.of(Role.TOWN_OFFICER.name())));
        }
        return Writer.account(caller.department(), caller.client());
    }

    /**
     * {@return the draft as it is kept}
     *
     * @param draft identifier of the one that it takes the place of; null for a new one
     * @throws Problem CASE_DRAFT_NOT_FOUND, CASE_DRAFTS_FULL; NOT_YOUR_TURN to whom no application
     *     comes
     */
    CaseDraft save(MutationCall call, @Nullable String draft, CaseDraft.Content content) {
        Writer writer = writer(call.caller());
        String id = draft == null ? Ids.next(LETTER) : draft;
        return Objects.requireNonNull(
                transactions.execute(
                        _ -> {
                            Optional<String> earlier = keys.earlier(call, id);
                            List<CaseDraft> own = some(writer);
                            if (earlier.isPresent()) {
                                return one(own, earlier.get());
                            }
                            if (draft == null && own.size() >= settings.draftsOfOne()) {
                                throw new Problem(
                                        ApplicationCode.CASE_DRAFTS_FULL,
                                        Map.of("most", settings.draftsOfOne()));
                            }
                            CaseDraft.Content kept =
                                    draft == null
                                            ? content
                                            : content.about(one(own, draft).content().idNumber());
                            write(call.caller(), writer, id, kept);
                            return one(some(writer), id);
                        }));
    }

    private void write(Caller caller, Writer writer, String id, CaseDraft.Content content) {
        graph.query(WRITE + writer.write)
                .bindAll(writer.parameters)
                .bindAll(
                        Map.of(
                                "id",
                                id,
                                "content",
                                texts.close(
                                        CaseDraft.class,
                                        id,
                                        CONTENT,
                                        JSON.writeValueAsString(content)),
                                "now",
                                ZonedDateTime.now(clock)))
                .run();
        record(caller, "draft " + id);
    }

    /** Of nobody: it is about whomever it is about only once it is sent in. */
    private void record(Caller caller, String what) {
        chain.join(
                new Entry(
                        Kind.WRITE,
                        caller.department(),
                        caller.client(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        Digests.hex(what),
                        null));
    }

    /** {@return the caller's own, the one that was saved last first} */
    List<CaseDraft> own(Caller caller) {
        return some(writer(caller));
    }

    /**
     * {@return the draft as it was, which is gone}
     *
     * @throws Problem CASE_DRAFT_NOT_FOUND
     */
    CaseDraft discard(Caller caller, String id) {
        Writer writer = writer(caller);
        return Objects.requireNonNull(
                transactions.execute(
                        _ -> {
                            CaseDraft gone = one(some(writer), id);
                            discard(id);
                            record(caller, "draft discarded " + id);
                            return gone;
                        }));
    }

    private void discard(String id) {
        graph.query(DISCARD).bind(id).to("id").run();
    }

    /** What an application was written from is gone with it. */
    void submitted(String caseId) {
        graph.query(SUBMITTED)
                .bindAll(Guardianship.days(LocalDate.now(clock)))
                .bind(caseId)
                .to("id")
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .one()
                .ifPresent(row -> draftsOf(row).forEach(one -> discard(one.draft())));
    }

    private Stream<CaseDraft> draftsOf(Record row) {
        AssistanceKind kind = AssistanceKind.valueOf(row.get("kind").asString());
        String applicant = row.get("applicant").asString();
        String department = row.get("department").asString();
        boolean own = department.isEmpty();
        Writer writer =
                own
                        ? Writer.person(applicant)
                        : Writer.account(department, row.get("client").asString());
        ZonedDateTime at = row.get("at").asZonedDateTime();
        return some(writer).stream()
                .filter(one -> one.content().kind() == kind && !one.savedAt().isAfter(at))
                .filter(one -> own || isOf(one.content(), applicant));
    }

    private boolean isOf(CaseDraft.Content content, String person) {
        return content.idNumber() instanceof String number
                && people.of(number).filter(person::equals).isPresent();
    }

    /** Deletes those whose time is over. */
    @Scheduled(fixedDelay = 60, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void forget() {
        long forgotten;
        do {
            forgotten =
                    graph.query(FORGET)
                            .bind(since())
                            .to("since")
                            .fetchAs(Long.class)
                            .one()
                            .orElse(0L);
        } while (forgotten > 0);
    }

    private ZonedDateTime since() {
        return ZonedDateTime.now(clock).minus(settings.draftsKept());
    }

    private List<CaseDraft> some(Writer writer) {
        return List.copyOf(
                graph.query(SOME.formatted(writer.owned))
                        .bindAll(writer.parameters)
                        .bind(since())
                        .to("since")
                        .fetchAs(CaseDraft.class)
                        .mappedBy((_, row) -> draft(row.get("draft")))
                        .all());
    }

    private static CaseDraft one(List<CaseDraft> some, String id) {
        return some.stream()
                .filter(one -> one.draft().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(ApplicationCode.CASE_DRAFT_NOT_FOUND));
    }

    private CaseDraft draft(Value row) {
        String id = row.get("id").asString();
        String content = texts.open(CaseDraft.class, id, CONTENT, row.get("content").asString());
        ZonedDateTime savedAt = row.get("savedAt").asZonedDateTime();
        return new CaseDraft(
                id,
                JSON.readValue(content == null ? "{}" : content, CaseDraft.Content.class),
                savedAt,
                savedAt.plus(settings.draftsKept()));
    }
}
