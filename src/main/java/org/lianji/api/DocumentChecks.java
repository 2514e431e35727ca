package org.lianji.api;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;

import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Judges a document that is to be kept as it would be judged if it were asked. */
@Component
public final class DocumentChecks {

    private final GraphQLSchema schema;
    private final Limits limits;
    private final DocumentFaults faults;

    DocumentChecks(GraphQlSource graph, Limits limits, DocumentFaults faults) {
        this.schema = graph.schema();
        this.limits = limits;
        this.faults = faults;
    }

    /**
     * Comes back where the document could run. What it costs depends on its variables, and is
     * judged each time.
     *
     * @param text of the document
     * @throws Problem as whoever asked it would be told, the place in the details
     */
    public void check(String text) {
        Document document = limits.parse(text);
        if (document.getDefinitionsOfType(OperationDefinition.class).isEmpty()) {
            throw new Problem(PlatformCode.INVALID_DOCUMENT);
        }
        List<ValidationError> errors =
                Stream.of(
                                ParseAndValidate.validate(schema, document, Locale.ENGLISH),
                                OfferedDirectives.unknown(document))
                        .flatMap(List::stream)
                        .toList();
        if (!errors.isEmpty()) {
            throw told(errors.getFirst(), text);
        }
    }

    private Problem told(ValidationError error, String text) {
        Problem problem =
                faults.problem(error, ExecutionInput.newExecutionInput().query(text).build());
        Map<String, Object> details = new TreeMap<>(problem.details());
        Stream.ofNullable(error.getLocations())
                .flatMap(List::stream)
                .findFirst()
                .ifPresent(
                        place -> {
                            details.put("line", place.getLine());
                            details.put("column", place.getColumn());
                        });
        return new Problem(problem.code(), details);
    }
}
