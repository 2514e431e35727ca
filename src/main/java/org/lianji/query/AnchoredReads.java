package org.lianji.query;

import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;

import org.lianji.access.Anchor;
import org.lianji.access.ReadPurpose;
import org.lianji.audit.Entry;
import org.lianji.catalogue.Purpose;
import org.lianji.compiler.CompiledStatement;
import org.lianji.compiler.Compiler;
import org.lianji.compiler.NormalizedOperation;
import org.lianji.compiler.QueryContext;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.selection.QueryCode;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the people below a list of objects in one statement, a row for each object with the basis
 * that it has. A row whose basis isn't in force answers like one that leads to nobody.
 */
@Component
final class AnchoredReads {

    static final String DIRECTIVE = "anchored";

    private final CompiledQueryCache shapes;
    private final RecordQueries reads;
    private final StatementExecutor executor;
    private final ReadAudit ledger;

    AnchoredReads(
            CompiledQueryCache shapes,
            RecordQueries reads,
            StatementExecutor executor,
            ReadAudit ledger) {
        this.shapes = shapes;
        this.reads = reads;
        this.executor = executor;
        this.ledger = ledger;
    }

    /**
     * An object below which people are asked for.
     *
     * @param object result keys from the root, without positions in lists
     * @param type its type
     */
    record Row(List<String> object, String type, Anchor anchor) {}

    private record Place(List<String> object, String type) {}

    /** A row, judged and compiled. */
    private record Question(
            Row row, ReadAudit.AuditedRequest asked, Roots roots, CompiledStatement compiled) {}

    /** {@return what is known below each object; nothing where its basis isn't in force} */
    Map<Row, Optional<ReadResult>> answer(
            Collection<Row> rows, Function<Row, DataFetchingEnvironment> fields) {
        Map<Row, Optional<ReadResult>> answers = new HashMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(row -> new Place(row.object(), row.type())))
                .forEach(
                        (place, some) ->
                                answers.putAll(answer(place, some, fields.apply(some.getFirst()))));
        return answers;
    }

    private Map<Row, Optional<ReadResult>> answer(
            Place place, List<Row> rows, DataFetchingEnvironment field) {
        NormalizedOperation outline = shapes.outline(CompiledQueryCache.PosedQuestion.of(field));
        Map<String, String> types = new HashMap<>();
        List<ExecutableNormalizedField> below =
                outline.below(place.object(), place.type()).stream()
                        .filter(one -> anchored(one, field, types))
                        .toList();
        List<Question> questions =
                rows.stream().map(row -> question(row, below, types, field)).toList();
        List<StatementExecutor.Read> answers =
                executor.readAll(
                        questions.stream()
                                .filter(one -> !one.roots().left().isEmpty())
                                .map(Question::compiled)
                                .toList());
        return settled(questions, answers, outline, field);
    }

    /** Notes what the field answers, if people. */
    private static boolean anchored(
            ExecutableNormalizedField one,
            DataFetchingEnvironment field,
            Map<String, String> types) {
        GraphQLFieldDefinition definition =
                ((GraphQLObjectType) field.getParentType()).getFieldDefinition(one.getFieldName());
        if (definition == null || !definition.hasAppliedDirective(DIRECTIVE)) {
            return false;
        }
        types.put(one.getResultKey(), GraphQLTypeUtil.unwrapAll(definition.getType()).getName());
        return true;
    }

    private Question question(
            Row row,
            List<ExecutableNormalizedField> below,
            Map<String, String> types,
            DataFetchingEnvironment field) {
        Caller caller = Caller.of(field);
        ReadPurpose reason = reason(row.anchor(), field);
        Roots roots = new Roots(below);
        roots.judge(_ -> Admission.admit(caller, reason));
        QueryContext question = reads.question(caller, reason);
        roots.judge(one -> Compiler.anchored(question, List.of(one), types));
        CompiledStatement compiled =
                roots.left().isEmpty()
                        ? CompiledStatement.NOTHING
                        : Compiler.anchored(question, roots.left(), types)
                                .about(question, tokens(row, roots.left()));
        String document = document(field).document();
        return new Question(
                row, new ReadAudit.AuditedRequest(caller, reason, document), roots, compiled);
    }

    private static ReadResult document(DataFetchingEnvironment field) {
        return field.getGraphQlContext().get(ReadResult.class);
    }

    /** The request's purpose, which the basis must serve, else the first that it serves. */
    private static ReadPurpose reason(Anchor anchor, DataFetchingEnvironment field) {
        Purpose stated = Admission.reason(Reason.of(field.getGraphQlContext())).purpose();
        return new ReadPurpose(stated == null ? anchor.purpose() : stated, anchor.basis());
    }

    /** Nobody has an empty identifier. */
    private static Map<String, Object> tokens(Row row, List<ExecutableNormalizedField> fields) {
        return fields.stream()
                .collect(
                        Collectors.toMap(
                                ExecutableNormalizedField::getResultKey,
                                one -> row.anchor().tokens().getOrDefault(one.getFieldName(), "")));
    }

    /** All that was read is written down at once, before anything of it leaves. */
    private Map<Row, Optional<ReadResult>> settled(
            List<Question> questions,
            List<StatementExecutor.Read> answers,
            NormalizedOperation outline,
            DataFetchingEnvironment field) {
        List<Entry> entries = new ArrayList<>();
        Map<Row, Optional<ReadResult>> results = new HashMap<>();
        int next = 0;
        for (Question one : questions) {
            boolean asked = !one.roots().left().isEmpty();
            StatementExecutor.Read read =
                    asked ? answers.get(next++) : StatementExecutor.Read.NOTHING;
            entries.addAll(entries(one, read));
            document(field).withheldBelow(one.row().object(), one.compiled().withheld());
            results.put(
                    one.row(),
                    asked && !RecordQueries.inForce(one.asked(), read)
                            ? Optional.empty()
                            : Optional.of(result(one, read, outline)));
        }
        ledger.append(entries);
        return results;
    }

    private static List<Entry> entries(Question one, StatementExecutor.Read read) {
        List<Problem> why = new ArrayList<>(one.roots().refused().values());
        List<Entry> entries = new ArrayList<>();
        if (!one.roots().left().isEmpty()) {
            if (RecordQueries.inForce(one.asked(), read)) {
                entries.addAll(ReadAudit.looks(one.asked(), one.compiled(), read));
            } else {
                why.add(new Problem(QueryCode.BASIS_NOT_IN_FORCE));
            }
        }
        if (!why.isEmpty()) {
            entries.add(ReadAudit.refusal(one.asked(), why));
        }
        return entries;
    }

    private static ReadResult result(
            Question one, StatementExecutor.Read read, NormalizedOperation outline) {
        Map<String, Problem> refused = one.roots().refused();
        refused.replaceAll((_, problem) -> outline.located(Objects.requireNonNull(problem)));
        ReadResult result = new ReadResult(one.asked().document());
        result.fill(() -> new RecordQueries.Answer(one.compiled(), read, refused));
        return result;
    }
}
