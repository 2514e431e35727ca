package org.lianji.query;

import graphql.normalized.ExecutableNormalizedField;

import org.lianji.access.AccessPolicy;
import org.lianji.access.ReadPurpose;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.compiler.CompiledStatement;
import org.lianji.compiler.Compiler;
import org.lianji.compiler.Grants;
import org.lianji.compiler.NormalizedOperation;
import org.lianji.compiler.QueryContext;
import org.lianji.items.Values;
import org.lianji.paging.Cursors;
import org.lianji.paging.PageRequest;
import org.lianji.people.IdentityHash;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.selection.QueryCode;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers what a request asks of the graph: admitted, decided, compiled, read. */
@Component
public class RecordQueries {

    private final Catalogue catalogue;
    private final AccessPolicy agreements;
    private final Regions regions;
    private final Values values;
    private final IdentityHash hash;
    private final Cursors cursors;
    private final CompiledQueryCache shapes;
    private final StatementExecutor reader;
    private final ReadAudit ledger;
    private final Clock clock;

    RecordQueries(
            Catalogue catalogue,
            AccessPolicy agreements,
            Regions regions,
            Values values,
            IdentityHash hash,
            Cursors cursors,
            CompiledQueryCache shapes,
            StatementExecutor reader,
            ReadAudit ledger,
            Clock clock) {
        this.catalogue = catalogue;
        this.agreements = agreements;
        this.regions = regions;
        this.values = values;
        this.hash = hash;
        this.cursors = cursors;
        this.shapes = shapes;
        this.reader = reader;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param compiled what the answer was read with
     * @param read the answer
     * @param refused why some fields of Query have none, by key
     */
    public record Answer(
            CompiledStatement compiled,
            StatementExecutor.Read read,
            Map<String, Problem> refused) {}

    /**
     * {@return what the graph answers, written down; a field of Query that is refused is so alone}
     *
     * @param document the question's text
     * @param whom it names, by key of the field of Query
     */
    Answer answer(
            Caller caller,
            Reason stated,
            String document,
            NormalizedOperation outline,
            Map<String, Object> whom) {
        ReadPurpose reason = Admission.reason(stated);
        ReadAudit.AuditedRequest asked = new ReadAudit.AuditedRequest(caller, reason, document);
        Roots roots = new Roots(outline.graphs());
        roots.judge(field -> admit(asked, field));
        roots.judge(outline::check);
        CompiledStatement compiled = compile(question(caller, reason), roots, outline, whom);
        StatementExecutor.Read read =
                roots.left().isEmpty() ? StatementExecutor.Read.NOTHING : reader.read(compiled);
        roots.judge(field -> checkBasis(asked, field, read));
        writeDown(asked, outline, roots.refused());
        if (Admission.readsPeople(roots.left(), catalogue)) {
            ledger.looked(asked, compiled, read);
        }
        roots.refused().replaceAll((_, problem) -> outline.located(problem));
        return new Answer(compiled, read, roots.refused());
    }

    private void writeDown(
            ReadAudit.AuditedRequest asked,
            NormalizedOperation outline,
            Map<String, Problem> refused) {
        List<Problem> ofPeople =
                outline.graphs().stream()
                        .filter(field -> Admission.readsPeople(List.of(field), catalogue))
                        .flatMap(field -> Stream.ofNullable(refused.get(field.getResultKey())))
                        .toList();
        if (!ofPeople.isEmpty()) {
            ledger.refused(asked, ofPeople);
        }
    }

    private CompiledStatement compile(
            QueryContext question,
            Roots roots,
            NormalizedOperation outline,
            Map<String, Object> whom) {
        if (roots.refused().isEmpty()) {
            try {
                return shapes.compiled(outline, question, whom);
            } catch (Problem one) {
                // whose it is, shows when each is compiled alone
            }
        }
        roots.judge(field -> Compiler.compile(question, List.of(field), whom));
        return roots.left().isEmpty()
                ? CompiledStatement.NOTHING
                : Compiler.compile(question, roots.left(), whom);
    }

    /**
     * {@return the same for fields that are asked for once, naming nobody}
     *
     * @param largest rows of a page at most
     * @throws Problem where one is refused
     */
    public Answer answer(
            ReadAudit.AuditedRequest asked, List<ExecutableNormalizedField> fields, int largest) {
        CompiledStatement compiled = compile(asked, fields, largest);
        StatementExecutor.Read read = reader.read(compiled);
        if (Admission.readsPeople(fields, catalogue)) {
            requireBasis(asked, read);
            ledger.looked(asked, compiled, read);
        }
        return new Answer(compiled, read, Map.of());
    }

    private CompiledStatement compile(
            ReadAudit.AuditedRequest asked, List<ExecutableNormalizedField> fields, int largest) {
        try {
            fields.forEach(field -> admit(asked, field));
            return Compiler.compile(question(asked.caller(), asked.reason(), largest), fields);
        } catch (Problem refused) {
            if (Admission.readsPeople(fields, catalogue)) {
                ledger.refused(asked, refused);
            }
            throw refused;
        }
    }

    private void admit(ReadAudit.AuditedRequest asked, ExecutableNormalizedField field) {
        Admission.admitRecords(asked.caller(), field.getFieldName());
        if (Admission.readsPeople(List.of(field), catalogue)) {
            Admission.admit(asked.caller(), asked.reason());
        }
    }

    private void checkBasis(
            ReadAudit.AuditedRequest asked,
            ExecutableNormalizedField field,
            StatementExecutor.Read read) {
        if (Admission.readsPeople(List.of(field), catalogue)) {
            checkBasis(asked, read);
        }
    }

    /**
     * What was read without a basis in force goes nowhere, and nobody hears of it but the chain.
     *
     * @throws Problem BASIS_NOT_IN_FORCE, ERRAND_NOT_IN_FORCE
     */
    void requireBasis(ReadAudit.AuditedRequest asked, StatementExecutor.Read read) {
        try {
            checkBasis(asked, read);
        } catch (Problem refused) {
            ledger.refused(asked, refused);
            throw refused;
        }
    }

    private static void checkBasis(ReadAudit.AuditedRequest asked, StatementExecutor.Read read) {
        if (!inForce(asked, read)) {
            throw new Problem(
                    asked.caller().atTheDoor()
                            ? QueryCode.ERRAND_NOT_IN_FORCE
                            : QueryCode.BASIS_NOT_IN_FORCE);
        }
    }

    /**
     * {@return whether there was a reason to read, at the moment of reading; citizens need none}
     */
    static boolean inForce(ReadAudit.AuditedRequest asked, StatementExecutor.Read read) {
        return asked.reason().purpose() == Purpose.H || read.inForce();
    }

    public QueryContext question(Caller caller, ReadPurpose reason) {
        return question(caller, reason, PageRequest.LARGEST);
    }

    private QueryContext question(Caller caller, ReadPurpose reason, int largest) {
        return new QueryContext(
                caller,
                reason,
                new Grants(catalogue, agreements.grants(caller, reason)),
                regions.whole(caller.region()),
                catalogue,
                values,
                hash,
                cursors,
                ZonedDateTime.now(clock),
                largest);
    }
}
