package org.lianji.monitoring;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.query.Admission;
import org.lianji.query.ReadResult;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Locale;

/** Comparisons by one rule. */
@Controller
final class ComparisonController {

    private final Comparisons comparisons;

    ComparisonController(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @QueryMapping
    Comparison compare(
            @AuthenticationPrincipal Caller caller,
            @Argument String rule,
            @Argument @Nullable List<String> regions,
            @Argument boolean dryRun,
            DataFetchingEnvironment field) {
        ReadResult document = field.getGraphQlContext().get(ReadResult.class);
        return comparisons.compare(
                caller,
                Admission.reason(Reason.of(field.getGraphQlContext())),
                new Comparisons.Question(
                        rule, regions == null ? List.of() : regions, dryRun, document.document()));
    }

    @SchemaMapping(typeName = "Comparison")
    String rule(Comparison comparison) {
        return comparison.rule().code();
    }

    @SchemaMapping(typeName = "Comparison")
    boolean ran(Comparison comparison) {
        return comparison.missing().isEmpty();
    }

    @SchemaMapping(typeName = "MatchedPerson")
    String explanation(Comparison.MatchedPerson found, Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return WarningFacts.sentence(found.rule().sentence(english), found.facts(), english);
    }
}
