package org.lianji.documents;

import org.lianji.api.DocumentChecks;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents that departments register and retire, each its own, all on the chain. */
@Component
final class DepartmentDocuments {

    private static final String PREFIX = "sha256:";

    /** The lock comes first, so that of several callers one changes it. */
    private static final String TRUST =
            """
            MERGE (d:TrustedDocument {department: $department, id: $id})
            SET d.lock = true REMOVE d.lock
            WITH d, d.createdAt IS NULL OR d.retiredAt IS NOT NULL AS changed
            SET d += CASE WHEN changed THEN $properties ELSE {} END
            RETURN d{.*} AS document, changed
            """;

    private static final String RETIRE =
            """
            MATCH (d:TrustedDocument {department: $department, id: $id})
            SET d.lock = true REMOVE d.lock
            WITH d, d.retiredAt IS NULL AS changed
            SET d += CASE WHEN changed THEN $properties ELSE {} END
            RETURN d{.*} AS document, changed
            """;

    private static final Keyset NEWEST = Keyset.newestFirst("d.createdAt", "d.id");

    private static final String SOME =
            "MATCH (d:TrustedDocument {department: $department}) WHERE %s RETURN d{.*} AS document"
                    + " %s";

    private static final String ONE =
            "MATCH (d:TrustedDocument {department: $department, id: $id}) RETURN d{.*} AS document";

    private final Neo4jClient graph;
    private final DocumentChecks checks;
    private final TrustedTexts texts;
    private final AuditLog chain;
    private final Clock clock;
    private final TransactionTemplate writing;

    private record Registration(TrustedDocument document, boolean changed) {}

    DepartmentDocuments(
            Neo4jClient graph,
            DocumentChecks checks,
            TrustedTexts texts,
            AuditLog chain,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.checks = checks;
        this.texts = texts;
        this.chain = chain;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * {@return the document, registered}
     *
     * @throws org.lianji.platform.Problem where it could not run
     */
    TrustedDocument trust(Caller caller, String text, String name) {
        checks.check(text);
        Map<String, Object> properties = new HashMap<>();
        properties.put("name", name);
        properties.put("text", text);
        properties.put("client", caller.client());
        properties.put("createdAt", ZonedDateTime.now(clock));
        properties.put("retiredAt", null);
        String id = PREFIX + Digests.hex(text);
        return write(caller, TRUST, "trusted", id, properties).orElseThrow();
    }

    /** {@return the document, retired, if the department has it} */
    Optional<TrustedDocument> retire(Caller caller, String id) {
        return write(caller, RETIRE, "retired", id, Map.of("retiredAt", ZonedDateTime.now(clock)));
    }

    private Optional<TrustedDocument> write(
            Caller caller, String cypher, String step, String id, Map<String, Object> properties) {
        Optional<Registration> written =
                writing.execute(_ -> write(caller, cypher, id, properties, step));
        texts.forget(caller.department(), id);
        return written.map(Registration::document);
    }

    private Optional<Registration> write(
            Caller caller, String cypher, String id, Map<String, Object> properties, String step) {
        Optional<Registration> written =
                graph.query(cypher)
                        .bindAll(
                                Map.of(
                                        "department",
                                        caller.department(),
                                        "id",
                                        id,
                                        "properties",
                                        properties))
                        .fetchAs(Registration.class)
                        .mappedBy(
                                (_, row) ->
                                        new Registration(
                                                document(row), row.get("changed").asBoolean()))
                        .one();
        if (written.map(Registration::changed).orElse(false)) {
            chain.join(entry(caller, id, step));
        }
        return written;
    }

    /** What was done to which text: reads of it have the same digest. */
    private static Entry entry(Caller caller, String id, String step) {
        return new Entry(
                Kind.GRANT,
                caller.department(),
                caller.client(),
                null,
                null,
                List.of(),
                List.of("TrustedDocument." + step),
                List.of(),
                id.substring(PREFIX.length()),
                null);
    }

    /** {@return the department's documents, the newest first} */
    ListSource<TrustedDocument> listing(Caller caller) {
        return new ListSource<>(
                stretch ->
                        List.copyOf(
                                graph.query(
                                                SOME.formatted(
                                                        NEWEST.within(stretch),
                                                        NEWEST.ordered(stretch)))
                                        .bind(caller.department())
                                        .to("department")
                                        .bindAll(NEWEST.parameters(stretch))
                                        .fetchAs(TrustedDocument.class)
                                        .mappedBy((_, row) -> document(row))
                                        .all()),
                document -> List.of(document.createdAt(), document.id()));
    }

    /** {@return the document, for those who keep the department's list} */
    Optional<TrustedDocument> find(Caller caller, String id) {
        return caller.is(TrustedTexts.KEEPERS)
                ? graph.query(ONE)
                        .bindAll(Map.of("department", caller.department(), "id", id))
                        .fetchAs(TrustedDocument.class)
                        .mappedBy((_, row) -> document(row))
                        .one()
                : Optional.empty();
    }

    private static TrustedDocument document(MapAccessor row) {
        Value document = row.get("document");
        Value retiredAt = document.get("retiredAt");
        return new TrustedDocument(
                document.get("id").asString(),
                document.get("name").asString(),
                document.get("text").asString(),
                document.get("client").asString(),
                document.get("createdAt").asZonedDateTime(),
                retiredAt.isNull() ? null : retiredAt.asZonedDateTime());
    }
}
