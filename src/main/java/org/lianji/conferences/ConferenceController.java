package org.lianji.conferences;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Purpose;
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
import java.util.List;

/** Conferences: convened, asked about, heard and decided. */
@Controller
final class ConferenceController {

    private final Conferences conferences;
    private final Connections connections;

    ConferenceController(Conferences conferences, Connections connections) {
        this.conferences = conferences;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable Conference conference(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return conferences.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<Conference> conferences(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable ConferenceState state,
            DataFetchingEnvironment field) {
        return connections.page(field, conferences.listing(caller, state));
    }

    @QueryMapping
    ListConnection<ConferenceTask> conferenceTasks(
            @AuthenticationPrincipal Caller caller,
            @Argument ConferenceTask.@Nullable State state,
            DataFetchingEnvironment field) {
        return connections.page(field, conferences.taskListing(caller, state));
    }

    @MutationMapping
    Conference conveneConference(
            @AuthenticationPrincipal Caller caller,
            @Argument Conferences.Invitation input,
            DataFetchingEnvironment environment) {
        return conferences.convene(
                MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    Conference openConference(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return conferences.open(MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    Conference giveOpinion(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return conferences.opine(MutationCall.of(caller, environment), stated(environment), input);
    }

    /**
     * Which, what was decided, how it went, and who is to do what.
     *
     * @param amount that may be given in all, in yuan; null where it is not about one
     * @param rule by which it may
     */
    record DecisionInput(
            String id,
            long version,
            String note,
            @Nullable String amount,
            @Nullable String rule,
            String minutes,
            @Nullable List<Conferences.TaskInput> tasks) {}

    @MutationMapping
    Conference decideConference(
            @AuthenticationPrincipal Caller caller,
            @Argument DecisionInput input,
            DataFetchingEnvironment environment) {
        List<Conferences.TaskInput> tasks = input.tasks();
        return conferences.decide(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                new ConferenceOutcome(input.minutes(), input.amount(), input.rule()),
                tasks == null ? List.of() : tasks);
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }

    @SchemaMapping
    Conference.Origin origin(Conference conference) {
        return conference.agenda().origin();
    }

    @SchemaMapping
    @Nullable String matter(Conference conference, @AuthenticationPrincipal Caller caller) {
        return conference.tells(caller, conferences.today()) ? conference.agenda().matter() : null;
    }

    @SchemaMapping
    @Nullable String topic(Conference conference, @AuthenticationPrincipal Caller caller) {
        return conferences.topic(caller, conference);
    }

    @SchemaMapping
    Purpose purpose(Conference conference) {
        return conference.agenda().purpose();
    }

    @SchemaMapping
    List<String> categories(Conference conference) {
        return conference.agenda().categories();
    }

    @SchemaMapping
    LocalDate lastDay(Conference conference) {
        return conference.agenda().lastDay();
    }

    @SchemaMapping
    List<Conferences.Member> members(Conference conference) {
        return conference.members().stream()
                .map(one -> one.split("\\|", 2))
                .map(one -> new Conferences.Member(one[0], one[1]))
                .toList();
    }

    @SchemaMapping
    List<Conferences.Opinion> opinions(
            Conference conference, @AuthenticationPrincipal Caller caller) {
        return conferences.opinions(caller, conference);
    }

    @SchemaMapping
    @Nullable String decision(Conference conference, @AuthenticationPrincipal Caller caller) {
        return conferences.decision(caller, conference);
    }

    @SchemaMapping
    @Nullable Long amount(Conference conference, @AuthenticationPrincipal Caller caller) {
        return conference.allows(caller, conferences.today())
                ? conference.decision().allowed()
                : null;
    }

    @SchemaMapping
    @Nullable String rule(Conference conference, @AuthenticationPrincipal Caller caller) {
        return conference.allows(caller, conferences.today())
                ? conference.decision().allowedBy()
                : null;
    }

    @SchemaMapping
    @Nullable String minutes(Conference conference, @AuthenticationPrincipal Caller caller) {
        return conferences.minutes(caller, conference);
    }

    @SchemaMapping
    @Nullable String minutesHash(Conference conference) {
        return conference.decision().minutesHash();
    }

    @SchemaMapping
    List<String> persons(Conference conference, @AuthenticationPrincipal Caller caller) {
        return conference.opens(caller, conferences.today()) ? conference.persons() : List.of();
    }

    @SchemaMapping
    @Nullable String basis(Conference conference, @AuthenticationPrincipal Caller caller) {
        return conference.opens(caller, conferences.today()) ? conference.basis() : null;
    }

    @SchemaMapping
    List<String> persons(ConferenceTask task, @AuthenticationPrincipal Caller caller) {
        return task.opens(caller) ? task.persons() : List.of();
    }

    @SchemaMapping
    @Nullable String basis(ConferenceTask task, @AuthenticationPrincipal Caller caller) {
        return task.opens(caller) ? task.basis() : null;
    }

    @SchemaMapping
    @Nullable String what(ConferenceTask task) {
        return conferences.what(task);
    }

    @SchemaMapping
    String conference(ConferenceTask task) {
        return task.conference();
    }

    @SchemaMapping
    boolean mine(ConferenceTask task, @AuthenticationPrincipal Caller caller) {
        return task.owner().equals(Conference.member(caller));
    }
}
