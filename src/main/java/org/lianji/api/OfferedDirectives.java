package org.lianji.api;

import graphql.Directives;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Node;
import graphql.schema.GraphQLDirective;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * graphql-java gives each schema directives that need something beside it: they are not announced,
 * and unknown where a document uses them.
 */
final class OfferedDirectives {

    private static final Set<String> NOT =
            Set.of(
                    Directives.DeferDirective.getName(),
                    Directives.ExperimentalDisableErrorPropagationDirective.getName());

    private OfferedDirectives() {}

    static boolean contain(GraphQLDirective directive) {
        return !NOT.contains(directive.getName());
    }

    /** {@return where the document uses others} */
    static List<ValidationError> unknown(Document document) {
        return directives(document)
                .filter(directive -> NOT.contains(directive.getName()))
                .map(OfferedDirectives::unknown)
                .toList();
    }

    private static Stream<Directive> directives(Node<?> node) {
        return node instanceof Directive directive
                ? Stream.of(directive)
                : node.getChildren().stream().flatMap(OfferedDirectives::directives);
    }

    private static ValidationError unknown(Directive directive) {
        return ValidationError.newValidationError()
                .validationErrorType(ValidationErrorType.UnknownDirective)
                .sourceLocation(directive.getSourceLocation())
                .description("Unknown directive '" + directive.getName() + "'")
                .build();
    }
}
