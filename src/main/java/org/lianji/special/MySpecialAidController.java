package org.lianji.special;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.procedure.TransitionInput;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/** What a citizen asks of other departments with an application, and hears of it. */
@Controller
final class MySpecialAidController {

    private final SpecialAids aids;
    private final Connections connections;

    MySpecialAidController(SpecialAids aids, Connections connections) {
        this.aids = aids;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<MySpecialAid> mySpecialAids(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        return connections.page(
                field,
                aids.listing(caller, null, null, null).as(MySpecialAid::new, MySpecialAid::one));
    }

    @MutationMapping
    MySpecialAid requestMySpecialAid(
            @AuthenticationPrincipal Caller caller,
            @Argument SpecialAidController.SpecialAidInput input,
            DataFetchingEnvironment environment) {
        return new MySpecialAid(
                aids.send(
                        MutationCall.of(caller, environment),
                        Reason.of(environment.getGraphQlContext()),
                        input));
    }

    @MutationMapping
    MySpecialAid withdrawMySpecialAid(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return new MySpecialAid(
                aids.withdraw(
                        MutationCall.of(caller, environment),
                        Reason.of(environment.getGraphQlContext()),
                        input));
    }

    @SchemaMapping
    String specialAid(MySpecialAid mine) {
        return mine.one().id();
    }

    @SchemaMapping
    long version(MySpecialAid mine) {
        return mine.one().version();
    }

    @SchemaMapping(field = "case", typeName = "MySpecialAid")
    @Nullable String caseOf(MySpecialAid mine) {
        return mine.one().origin().caseId();
    }

    @SchemaMapping
    SpecialAidKind kind(MySpecialAid mine) {
        return mine.one().kind();
    }

    @SchemaMapping
    String department(MySpecialAid mine) {
        return mine.one().kind().department();
    }

    @SchemaMapping
    SpecialAidState state(MySpecialAid mine) {
        return mine.one().state();
    }

    @SchemaMapping
    String progress(MySpecialAid mine, Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? mine.one().state().en()
                : mine.one().state().zh();
    }

    @SchemaMapping
    @Nullable String answer(MySpecialAid mine) {
        return aids.answer(mine.one());
    }

    @SchemaMapping
    List<SpecialAid.Given> records(MySpecialAid mine) {
        return mine.one().records();
    }

    /** The day by which it is decided, while that runs. */
    @SchemaMapping
    @Nullable LocalDate decidedBy(MySpecialAid mine) {
        return mine.one().lastDay(SpecialAids.DECIDE_CLOCK);
    }

    @SchemaMapping
    boolean canWithdraw(MySpecialAid mine, @AuthenticationPrincipal Caller caller) {
        return aids.allows(caller, SpecialAidTransition.WITHDRAW, mine.one());
    }

    @SchemaMapping
    ZonedDateTime createdAt(MySpecialAid mine) {
        return mine.one().createdAt();
    }

    @SchemaMapping
    ZonedDateTime changedAt(MySpecialAid mine) {
        return mine.one().changedAt();
    }
}
