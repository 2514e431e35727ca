package org.lianji.referral;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.AgeBand;
import org.lianji.charity.Hardship;
import org.lianji.charity.HelpKind;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.procedure.TransitionInput;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Needs: stated, withdrawn and asked about by officers. */
@Controller
final class NeedController {

    private final Needs needs;
    private final Connections connections;

    NeedController(Needs needs, Connections connections) {
        this.needs = needs;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<HelpNeed> helpNeeds(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable NeedState state,
            DataFetchingEnvironment field) {
        return connections.page(field, needs.listing(caller, state));
    }

    @MutationMapping
    HelpNeed stateNeed(
            @AuthenticationPrincipal Caller caller,
            @Argument Needs.Statement input,
            DataFetchingEnvironment environment) {
        return needs.state(MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    HelpNeed withdrawNeed(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return needs.withdraw(MutationCall.of(caller, environment), stated(environment), input);
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }

    @BatchMapping(typeName = "HelpNeed")
    Map<HelpNeed, String> person(List<HelpNeed> some, GraphQLContext context) {
        return needs.persons(Caller.of(context), some);
    }

    @SchemaMapping
    HelpKind kind(HelpNeed need) {
        return need.what().kind();
    }

    @SchemaMapping
    int quantity(HelpNeed need) {
        return need.what().quantity();
    }

    @SchemaMapping
    HelpKind.HelpUnit unit(HelpNeed need) {
        return need.what().kind().unit();
    }

    @SchemaMapping
    HelpNeed.Urgency urgency(HelpNeed need) {
        return need.what().urgency();
    }

    @SchemaMapping
    LocalDate until(HelpNeed need) {
        return need.what().until();
    }

    @SchemaMapping
    AgeBand age(HelpNeed need) {
        return need.whose().age();
    }

    @SchemaMapping
    Hardship hardship(HelpNeed need) {
        return need.whose().hardship();
    }

    @SchemaMapping
    String region(HelpNeed need) {
        return need.places().stream()
                .filter(code -> code.endsWith("000"))
                .findFirst()
                .orElseThrow();
    }
}
