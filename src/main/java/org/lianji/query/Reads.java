package org.lianji.query;

import graphql.normalized.ExecutableNormalizedField;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.catalogue.Values;
import org.lianji.people.IdentityHash;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Cursors;
import org.lianji.platform.Paging;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.sharing.Agreements;
import org.lianji.sharing.Because;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers what a request asks of the graph: admitted, decided, compiled, read. */
@Component
class Reads {

    private final Catalogue catalogue;
    private final Agreements agreements;
    private final Regions regions;
    private final Values values;
    private final IdentityHash hash;
    private final Cursors cursors;
    private final Shapes shapes;
    private final Reader reader;
    private final Ledger ledger;
    private final Clock clock;

    Reads(
            Catalogue catalogue,
            Agreements agreements,
            Regions regions,
            Values values,
            IdentityHash hash,
            Cursors cursors,
            Shapes shapes,
            Reader reader,
            Ledger ledger,
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
    record Answer(Compiled compiled, Reader.Read read, Map<String, Problem> refused) {}

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
            Outline outline,
            Map<String, Object> whom) {
        Because reason = Admission.reason(stated);
        Ledger.Asked asked = new Ledger.Asked(caller, reason, document);
        Roots roots = new Roots(outline.graphs());
        roots.judge(field -> admit(asked, field));
        Compiled compiled = compile(question(caller, reason), roots, outline, whom);
        Reader.Read read = roots.left().isEmpty() ? Reader.Read.NOTHING : reader.read(compiled);
        roots.judge(field -> checkBasis(asked, field, read));
        writeDown(asked, outline, roots.refused());
        if (Admission.readsPeople(roots.left(), catalogue)) {
            ledger.looked(asked, compiled, read);
        }
        roots.refused().replaceAll((_, problem) -> outline.located(problem));
        return new Answer(compiled, read, roots.refused());
    }

    private void writeDown(Ledger.Asked asked, Outline outline, Map<String, Problem> refused) {
        List<Problem> ofPeople =
                outline.graphs().stream()
                        .filter(field -> Admission.readsPeople(List.of(field), catalogue))
                        .flatMap(field -> Stream.ofNullable(refused.get(field.getResultKey())))
                        .toList();
        if (!ofPeople.isEmpty()) {
            ledger.refused(asked, ofPeople);
        }
    }

    private Compiled compile(
            Question question, Roots roots, Outline outline, Map<String, Object> whom) {
        if (roots.refused().isEmpty()) {
            try {
                return shapes.compiled(outline, question, whom);
            } catch (Problem one) {
                // whose it is, shows when each is compiled alone
            }
        }
        roots.judge(field -> Compiler.compile(question, List.of(field), whom));
        return roots.left().isEmpty()
                ? Compiled.NOTHING
                : Compiler.compile(question, roots.left(), whom);
    }

    /**
     * {@return the same for fields that are asked for once, naming nobody}
     *
     * @param largest rows of a page at most
     * @throws Problem where one is refused
     */
    Answer answer(Ledger.Asked asked, List<ExecutableNormalizedField> fields, int largest) {
        Compiled compiled = compile(asked, fields, largest);
        Reader.Read read = reader.read(compiled);
        if (Admission.readsPeople(fields, catalogue)) {
            requireBasis(asked, read);
            ledger.looked(asked, compiled, read);
        }
        return new Answer(compiled, read, Map.of());
    }

    private Compiled compile(
            Ledger.Asked asked, List<ExecutableNormalizedField> fields, int largest) {
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

    private void admit(Ledger.Asked asked, ExecutableNormalizedField field) {
        if (Admission.readsPeople(List.of(field), catalogue)) {
            Admission.admit(asked.caller(), asked.reason());
        }
    }

    private void checkBasis(Ledger.Asked asked, ExecutableNormalizedField field, Reader.Read read) {
        if (Admission.readsPeople(List.of(field), catalogue)) {
            checkBasis(asked, read);
        }
    }

    /**
     * What was read without a basis in force goes nowhere, and nobody hears of it but the chain.
     *
     * @throws Problem BASIS_NOT_IN_FORCE
     */
    void requireBasis(Ledger.Asked asked, Reader.Read read) {
        try {
            checkBasis(asked, read);
        } catch (Problem refused) {
            ledger.refused(asked, refused);
            throw refused;
        }
    }

    private static void checkBasis(Ledger.Asked asked, Reader.Read read) {
        if (asked.reason().purpose() != Purpose.H && !read.inForce()) {
            throw new Problem(QueryCode.BASIS_NOT_IN_FORCE);
        }
    }

    Question question(Caller caller, Because reason) {
        return question(caller, reason, Paging.LARGEST);
    }

    private Question question(Caller caller, Because reason, int largest) {
        return new Question(
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
