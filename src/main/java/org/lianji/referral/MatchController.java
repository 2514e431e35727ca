package org.lianji.referral;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.Locale;

/** Needs of a region are matched with offers, by an officer of it. */
@Controller
final class MatchController {

    private final Matches matches;

    MatchController(Matches matches) {
        this.matches = matches;
    }

    /** Where, and whether only to look. */
    record Input(@Nullable String region, boolean dryRun) {}

    @MutationMapping
    MatchRun matchNeeds(
            @AuthenticationPrincipal Caller caller,
            @Argument Input input,
            DataFetchingEnvironment environment) {
        return input.dryRun()
                ? matches.suggest(caller, input.region())
                : matches.propose(
                        MutationCall.of(caller, environment),
                        Reason.of(environment.getGraphQlContext()),
                        input.region());
    }

    @SchemaMapping(typeName = "MatchingSuggestion")
    String reason(MatchRun.Suggestion suggestion, Locale locale) {
        return suggestion.reason().sentence(locale);
    }

    @SchemaMapping(typeName = "UnservedNeed", field = "reason")
    String unserved(MatchRun.UnservedNeed unserved, Locale locale) {
        return unserved.reason().sentence(locale);
    }
}
