package org.lianji.export;

import graphql.GraphQLContext;
import graphql.execution.RawVariables;
import graphql.language.Document;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.compiler.CompiledStatement;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.query.Admission;
import org.lianji.query.ReadAudit;
import org.lianji.query.ReadResult;
import org.lianji.query.RecordQueries;
import org.lianji.query.ResultCompletion;
import org.lianji.query.ResultFields;
import org.lianji.selection.QueryCode;
import org.lianji.selection.Withheld;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Categories as files. An export has no rules of its own: it asks for {@code records} page by page,
 * and each page is admitted, decided, guarded, masked and entered on the chain like any read. A
 * page may be larger than a caller of GraphQL may ask for, since it asks for one level and nothing
 * else.
 */
@Component
class Exports {

    private final Catalogue catalogue;
    private final RecordQueries reads;
    private final ResultFields answered;
    private final ReadAudit ledger;
    private final GraphQLSchema schema;
    private final ExportSettings settings;

    Exports(
            Catalogue catalogue,
            RecordQueries reads,
            ResultFields answered,
            ReadAudit ledger,
            GraphQlSource graph,
            ExportSettings settings) {
        this.catalogue = catalogue;
        this.reads = reads;
        this.answered = answered;
        this.ledger = ledger;
        this.schema = graph.schema();
        this.settings = settings;
    }

    private record ExportRequest(
            Caller caller, Reason stated, ExportQuestion question, String text, Document document) {

        ReadAudit.AuditedRequest entry() {
            return new ReadAudit.AuditedRequest(caller, Admission.reason(stated), text, true);
        }
    }

    /**
     * {@return the export, its first page read}
     *
     * @param category code
     * @param given parameters of the request
     * @throws Problem where it is wrong or refused
     */
    Export begin(Caller caller, Reason stated, String category, Map<String, String> given) {
        ExportQuestion question = ExportQuestion.read(catalogue, category, given);
        String text = question.document();
        ExportRequest asked = new ExportRequest(caller, stated, question, text, Parser.parse(text));
        return new Export(question, (after, atMost) -> page(asked, after, atMost));
    }

    private ExportPage page(ExportRequest asked, @Nullable String after, long atMost) {
        int size = (int) Math.min(settings.page(), atMost);
        List<ExecutableNormalizedField> fields =
                ExecutableNormalizedOperationFactory
                        .createExecutableNormalizedOperationWithRawVariables(
                                schema,
                                asked.document(),
                                null,
                                RawVariables.of(asked.question().variables(size, after)))
                        .getTopLevelFields();
        ReadResult reading = new ReadResult(asked.text());
        RecordQueries.Answer answer = reads.answer(asked.entry(), fields, settings.page());
        refuseClosed(asked, answer.compiled());
        reading.fill(() -> answer);
        Map<String, ?> data =
                new ResultCompletion(
                                answered, reading, schema, GraphQLContext.getDefault(), Locale.ROOT)
                        .of(fields)
                        .orElseThrow(() -> new IllegalStateException("a record is not complete"));
        return ExportPage.of(answer.compiled(), data);
    }

    private void refuseClosed(ExportRequest asked, CompiledStatement decision) {
        String category = asked.question().category().code();
        if (!decision.names().contains(category)) {
            Withheld why =
                    decision.withheld().stream()
                            .filter(one -> one.item().equals(category))
                            .findFirst()
                            .orElseThrow();
            Problem refused =
                    new Problem(
                            QueryCode.EXPORT_NOT_GRANTED,
                            Map.of(
                                    "item",
                                    category,
                                    "code",
                                    why.code().name(),
                                    "next",
                                    why.next()));
            ledger.refused(asked.entry(), refused);
            throw refused;
        }
    }
}
