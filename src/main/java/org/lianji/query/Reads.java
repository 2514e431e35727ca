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
import java.util.function.Function;

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
     */
    record Answer(Compiled compiled, Reader.Read read) {}

    /**
     * {@return what the graph answers, written down}
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
        return answer(
                new Ledger.Asked(caller, Admission.reason(stated), document),
                outline.graphs(),
                reason -> shapes.compiled(outline, question(caller, reason), whom));
    }

    /**
     * {@return the same for fields that are asked for once, naming nobody}
     *
     * @param largest rows of a page at most
     */
    Answer answer(Ledger.Asked asked, List<ExecutableNormalizedField> fields, int largest) {
        return answer(
                asked,
                fields,
                reason -> Compiler.compile(question(asked.caller(), reason, largest), fields));
    }

    private Answer answer(
            Ledger.Asked asked,
            List<ExecutableNormalizedField> fields,
            Function<Because, Compiled> compiler) {
        if (!Admission.readsPeople(fields, catalogue)) {
            return read(compiler.apply(asked.reason()));
        }
        Answer answer = read(compile(asked, compiler));
        requireBasis(asked, answer.read());
        ledger.looked(asked, answer.compiled(), answer.read());
        return answer;
    }

    /**
     * What was read without a basis in force goes nowhere, and nobody hears of it but the chain.
     *
     * @throws Problem BASIS_NOT_IN_FORCE
     */
    void requireBasis(Ledger.Asked asked, Reader.Read read) {
        if (asked.reason().purpose() != Purpose.H && !read.inForce()) {
            Problem refused = new Problem(QueryCode.BASIS_NOT_IN_FORCE);
            ledger.refused(asked, refused);
            throw refused;
        }
    }

    private Compiled compile(Ledger.Asked asked, Function<Because, Compiled> compiler) {
        try {
            Admission.admit(asked.caller(), asked.reason());
            return compiler.apply(asked.reason());
        } catch (Problem refused) {
            ledger.refused(asked, refused);
            throw refused;
        }
    }

    private Answer read(Compiled compiled) {
        return new Answer(compiled, reader.read(compiled));
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
