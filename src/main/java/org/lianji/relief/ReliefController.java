package org.lianji.relief;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
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
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/** Relief cases: reported, asked about, and the steps that take more than a note. */
@Controller
final class ReliefController {

    private final Reliefs reliefs;
    private final ReliefPapers papers;
    private final Connections connections;

    ReliefController(Reliefs reliefs, ReliefPapers papers, Connections connections) {
        this.reliefs = reliefs;
        this.papers = papers;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable ReliefCase reliefCase(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return reliefs.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<ReliefCase> reliefCases(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable ReliefState state,
            @Argument @Nullable String region,
            DataFetchingEnvironment field) {
        return connections.page(field, reliefs.listing(caller, state, region));
    }

    @MutationMapping
    ReliefCase openRelief(
            @AuthenticationPrincipal Caller caller,
            @Argument Reliefs.Finding input,
            DataFetchingEnvironment environment) {
        return reliefs.open(MutationCall.of(caller, environment), stated(environment), input);
    }

    /** Which case, and what is given. */
    record GiveInput(
            String id,
            long version,
            @Nullable String amount,
            @Nullable String goods,
            @Nullable String givenAt,
            @Nullable String note) {}

    @MutationMapping
    ReliefCase giveRelief(
            @AuthenticationPrincipal Caller caller,
            @Argument GiveInput input,
            DataFetchingEnvironment environment) {
        return reliefs.give(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                new Reliefs.Help(input.amount(), input.goods(), input.givenAt()));
    }

    /** Which case, who gives the help instead, and why. */
    record SecondWorkerInput(String id, long version, String secondWorker, String note) {}

    @MutationMapping
    ReliefCase nameSecondWorker(
            @AuthenticationPrincipal Caller caller,
            @Argument SecondWorkerInput input,
            DataFetchingEnvironment environment) {
        return reliefs.nameSecond(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.secondWorker());
    }

    @MutationMapping
    ReliefCase allowReliefAgain(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return reliefs.allowAgain(MutationCall.of(caller, environment), stated(environment), input);
    }

    /** Which case, and money for it. */
    record AmountInput(String id, long version, String amount, @Nullable String note) {

        TransitionInput step() {
            return new TransitionInput(id, version, note);
        }
    }

    @MutationMapping
    ReliefCase allowReliefAmount(
            @AuthenticationPrincipal Caller caller,
            @Argument AmountInput input,
            DataFetchingEnvironment environment) {
        return reliefs.approve(
                MutationCall.of(caller, environment),
                stated(environment),
                input.step(),
                input.amount());
    }

    @MutationMapping
    ReliefCase payReliefPart(
            @AuthenticationPrincipal Caller caller,
            @Argument AmountInput input,
            DataFetchingEnvironment environment) {
        return reliefs.pay(
                MutationCall.of(caller, environment),
                stated(environment),
                input.step(),
                input.amount());
    }

    /** Which case, and whose it is. */
    record IdentifyInput(String id, long version, String idNumber, @Nullable String note) {}

    @MutationMapping
    ReliefCase identifyRelief(
            @AuthenticationPrincipal Caller caller,
            @Argument IdentifyInput input,
            DataFetchingEnvironment environment) {
        return reliefs.identify(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.idNumber());
    }

    /** Which case, and the papers that came. */
    record PapersInput(
            String id, long version, List<ReliefPapers.PaperInput> papers, @Nullable String note) {}

    @MutationMapping
    ReliefCase completeReliefPapers(
            @AuthenticationPrincipal Caller caller,
            @Argument PapersInput input,
            DataFetchingEnvironment environment) {
        return reliefs.complete(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.papers());
    }

    /** Which case, and where the person goes. */
    record ReferInput(String id, long version, String referral, String note) {}

    @MutationMapping
    ReliefCase referRelief(
            @AuthenticationPrincipal Caller caller,
            @Argument ReferInput input,
            DataFetchingEnvironment environment) {
        return reliefs.refer(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.referral());
    }

    @MutationMapping
    ReliefCase closeRelief(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return reliefs.close(MutationCall.of(caller, environment), stated(environment), input);
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }

    @BatchMapping(field = "description", typeName = "ReliefCase")
    Map<ReliefCase, String> description(List<ReliefCase> some, GraphQLContext context) {
        return papers.descriptions(Caller.of(context), some);
    }

    @BatchMapping(field = "papers", typeName = "ReliefCase")
    List<List<ReliefPapers.ReliefPaper>> papers(List<ReliefCase> some, GraphQLContext context) {
        return papers.of(Caller.of(context), some);
    }

    @SchemaMapping
    @Nullable LocalDate papersDoneOn(ReliefCase relief) {
        return relief.papers().papersDoneOn();
    }

    @SchemaMapping
    String region(ReliefCase relief) {
        return relief.found().places().getFirst();
    }

    @SchemaMapping
    ReliefCase.Cause cause(ReliefCase relief) {
        return relief.found().cause();
    }

    @SchemaMapping
    ZonedDateTime foundAt(ReliefCase relief) {
        return relief.found().foundAt();
    }

    @SchemaMapping
    List<String> workers(ReliefCase relief) {
        return List.of(relief.workers().opener(), relief.workers().second());
    }

    @SchemaMapping
    boolean mine(ReliefCase relief, @AuthenticationPrincipal Caller caller) {
        return relief.workers().has(caller);
    }

    @SchemaMapping
    boolean known(ReliefCase relief) {
        return relief.about().person() != null;
    }

    @SchemaMapping
    @Nullable String temporaryNo(ReliefCase relief) {
        return relief.about().temporaryNo();
    }

    @SchemaMapping
    @Nullable Long amount(ReliefCase relief) {
        return relief.help().amount();
    }

    @SchemaMapping
    @Nullable Long approved(ReliefCase relief) {
        return relief.cap().approved();
    }

    @SchemaMapping
    @Nullable String rule(ReliefCase relief) {
        return relief.cap().capRule();
    }

    @SchemaMapping
    int parts(ReliefCase relief) {
        Integer parts = relief.help().parts();
        return parts != null ? parts : relief.help().givenAt() == null ? 0 : 1;
    }

    @SchemaMapping
    @Nullable String goods(ReliefCase relief) {
        return relief.help().goods();
    }

    @SchemaMapping
    @Nullable ZonedDateTime givenAt(ReliefCase relief) {
        return relief.help().givenAt();
    }

    @SchemaMapping
    @Nullable String basis(ReliefCase relief, @AuthenticationPrincipal Caller caller) {
        return relief.basis(caller);
    }
}
