package org.lianji.complaints;

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

import java.util.List;

/** Complaints: filed, asked about, and the steps that take more than a note. */
@Controller
final class ComplaintController {

    private final Complaints complaints;
    private final ComplaintFigures figures;
    private final Connections connections;

    ComplaintController(Complaints complaints, ComplaintFigures figures, Connections connections) {
        this.complaints = complaints;
        this.figures = figures;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable Complaint complaint(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return complaints.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<Complaint> complaints(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable ComplaintState state,
            @Argument @Nullable String region,
            DataFetchingEnvironment field) {
        return connections.page(field, complaints.listing(caller, state, region));
    }

    @QueryMapping
    @Nullable ComplaintReceipt complaintReceipt(@Argument String receipt) {
        return complaints.ofReceipt(receipt).map(complaints::receipt).orElse(null);
    }

    @QueryMapping
    ListConnection<ComplaintReceipt> myComplaints(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        return connections.page(field, complaints.ownListing(caller));
    }

    @QueryMapping
    List<ComplaintFigures.Figure> complaintFigures(@Argument @Nullable Integer year) {
        return figures.of(year);
    }

    @MutationMapping
    ComplaintReceipt fileComplaint(
            @AuthenticationPrincipal Caller caller,
            @Argument ComplaintReports.Report input,
            DataFetchingEnvironment environment) {
        return complaints.receipt(
                complaints.file(MutationCall.of(caller, environment), stated(environment), input));
    }

    /** Which, and why the county's answer does not content. */
    record ContestInput(String receipt, String note) {}

    @MutationMapping
    ComplaintReceipt contestComplaint(@Argument ContestInput input) {
        return complaints.receipt(complaints.contest(input.receipt(), input.note()));
    }

    @MutationMapping
    Complaint acceptComplaint(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return complaints.accept(MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    Complaint handComplaintUp(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return complaints.handUp(MutationCall.of(caller, environment), stated(environment), input);
    }

    /** Which, what came of it, and what the complainant is told. */
    record AnswerInput(String id, long version, Complaint.Outcome outcome, String note) {}

    @MutationMapping
    Complaint answerComplaint(
            @AuthenticationPrincipal Caller caller,
            @Argument AnswerInput input,
            DataFetchingEnvironment environment) {
        return complaints.answer(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.outcome());
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }

    @BatchMapping(field = "content", typeName = "Complaint")
    List<Complaints.Content> content(List<Complaint> some, GraphQLContext context) {
        return complaints.contents(Caller.of(context), some);
    }

    @SchemaMapping
    Complaint.Kind kind(Complaint complaint) {
        return complaint.concern().kind();
    }

    @SchemaMapping
    String region(Complaint complaint) {
        return complaint.places().getFirst();
    }

    @SchemaMapping
    @Nullable String department(Complaint complaint) {
        return complaint.concern().department();
    }

    @SchemaMapping
    @Nullable String office(Complaint complaint) {
        return complaint.concern().office();
    }

    @SchemaMapping
    @Nullable String worker(Complaint complaint) {
        return complaint.concern().worker();
    }

    @SchemaMapping
    @Nullable String matter(Complaint complaint) {
        return complaint.concern().matter();
    }

    @SchemaMapping
    ComplaintLevel level(Complaint complaint) {
        return complaint.level();
    }

    @SchemaMapping
    Complaint.Channel channel(Complaint complaint) {
        return complaint.statement().channel();
    }

    @SchemaMapping
    Complaint.@Nullable Outcome outcome(Complaint complaint) {
        return complaint.treatment().outcome();
    }

    @SchemaMapping
    boolean mine(Complaint complaint, @AuthenticationPrincipal Caller caller) {
        return caller.client().equals(complaint.treatment().handler());
    }
}
