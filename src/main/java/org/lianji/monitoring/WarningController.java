package org.lianji.monitoring;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.procedure.TransitionInput;
import org.lianji.rules.Rule;
import org.lianji.rules.Rules;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Warnings: asked about, and the steps that take more than a note. */
@Controller
final class WarningController {

    private final Warnings warnings;
    private final WarningFacts facts;
    private final Rules rules;
    private final Connections connections;

    WarningController(Warnings warnings, WarningFacts facts, Rules rules, Connections connections) {
        this.warnings = warnings;
        this.facts = facts;
        this.rules = rules;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable Warning warning(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return warnings.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<Warning> warnings(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable WarningState state,
            @Argument Rule.@Nullable Level level,
            @Argument Rule.@Nullable Kind kind,
            @Argument @Nullable String rule,
            @Argument @Nullable String region,
            @Argument @Nullable Boolean mine,
            @Argument @Nullable Boolean open,
            DataFetchingEnvironment field) {
        Warnings.Filter filter =
                new Warnings.Filter(
                        state,
                        level,
                        kind,
                        rule,
                        region,
                        Boolean.TRUE.equals(mine),
                        Boolean.TRUE.equals(open));
        return connections.page(field, warnings.listing(caller, filter));
    }

    /** A push. */
    record PushInput(String id, long version, Rule.Assignment assigned, @Nullable String note) {}

    @MutationMapping
    Warning pushWarning(
            @AuthenticationPrincipal Caller caller,
            @Argument PushInput input,
            DataFetchingEnvironment environment) {
        return warnings.push(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.assigned());
    }

    @MutationMapping
    Warning claimWarning(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return warnings.claim(MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    Warning handBackWarning(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return warnings.release(
                MutationCall.of(caller, environment),
                stated(environment),
                WarningTransition.HAND_BACK,
                input);
    }

    @MutationMapping
    Warning recallWarning(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return warnings.release(
                MutationCall.of(caller, environment),
                stated(environment),
                WarningTransition.RECALL,
                input);
    }

    /** A false alarm. */
    record DismissInput(String id, long version, Warning.FalseAlarm reason, String note) {}

    @MutationMapping
    Warning dismissWarning(
            @AuthenticationPrincipal Caller caller,
            @Argument DismissInput input,
            DataFetchingEnvironment environment) {
        return warnings.dismiss(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.reason());
    }

    /** What is done. */
    record DisposeInput(
            String id,
            long version,
            Rule.Disposal disposal,
            @Nullable String transferTo,
            String note) {}

    @MutationMapping
    Warning disposeWarning(
            @AuthenticationPrincipal Caller caller,
            @Argument DisposeInput input,
            DataFetchingEnvironment environment) {
        return warnings.dispose(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.disposal(),
                input.transferTo());
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }

    @BatchMapping(field = "finding", typeName = "Warning")
    Map<Warning, WarningFacts.Shown> finding(List<Warning> some, GraphQLContext context) {
        return facts.of(Caller.of(context), some);
    }

    @SchemaMapping(typeName = "WarningFinding")
    String explanation(WarningFacts.Shown shown, Locale locale) {
        return english(locale) ? shown.explanationEn() : shown.explanationZh();
    }

    /** Answered as the items of any record are, by name. */
    @SchemaMapping(typeName = "WarningFact")
    Object items(WarningFacts.Fact fact) {
        return fact.items();
    }

    @SchemaMapping
    String title(Warning warning, Locale locale) {
        return rules.rule(warning.on().rule())
                .map(rule -> english(locale) ? rule.titleEn() : rule.titleZh())
                .orElse(warning.on().rule());
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    @SchemaMapping
    String rule(Warning warning) {
        return warning.on().rule();
    }

    @SchemaMapping
    long ruleVersion(Warning warning) {
        return warning.on().ruleVersion();
    }

    @SchemaMapping
    Rule.Kind kind(Warning warning) {
        return warning.on().kind();
    }

    @SchemaMapping
    Rule.Level level(Warning warning) {
        return warning.on().level();
    }

    @SchemaMapping
    @Nullable String region(Warning warning) {
        return warning.on().places().getFirst();
    }

    @SchemaMapping
    String department(Warning warning) {
        return warning.handler().department();
    }

    @SchemaMapping
    Rule.Assignment assigned(Warning warning) {
        return warning.handler().assigned();
    }

    /** Whoever can't read on it needn't know it. */
    @SchemaMapping
    @Nullable String basis(Warning warning, @AuthenticationPrincipal Caller caller) {
        return warning.basisOf(caller);
    }

    @SchemaMapping
    boolean mine(Warning warning, @AuthenticationPrincipal Caller caller) {
        return warning.isTakenBy(caller);
    }

    @SchemaMapping
    boolean claimed(Warning warning) {
        return warning.handler().client() != null;
    }

    @SchemaMapping
    Rule.@Nullable Disposal disposal(Warning warning) {
        return warning.outcome().disposal();
    }

    @SchemaMapping
    @Nullable String transferredTo(Warning warning) {
        return warning.outcome().transferredTo();
    }

    @SchemaMapping
    Warning.@Nullable FalseAlarm falseAlarm(Warning warning) {
        return warning.outcome().falseAlarm();
    }
}
