package org.lianji.disclosure;

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
import java.util.Map;

/** Notices, as officers post them and ask about them. */
@Controller
final class NoticeController {

    private final Notices notices;
    private final RecipientList recipients;
    private final Connections connections;

    NoticeController(Notices notices, RecipientList recipients, Connections connections) {
        this.notices = notices;
        this.recipients = recipients;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<PublicNotice> publicNotices(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable NoticeState state,
            @Argument @Nullable String village,
            DataFetchingEnvironment field) {
        return connections.page(field, notices.listing(caller, state, village));
    }

    @QueryMapping
    List<RecipientList.Coverage> recipientListCoverage(
            @AuthenticationPrincipal Caller caller, @Argument String region) {
        return recipients.coverage(caller, region);
    }

    @MutationMapping
    PublicNotice postNotice(
            @AuthenticationPrincipal Caller caller,
            @Argument Notices.NoticeText input,
            DataFetchingEnvironment environment) {
        return notices.post(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                input);
    }

    /** Which, how the objection was looked into, whether it was right, and what was found. */
    record ObjectionAnswer(
            String id, long version, PublicNotice.Inquiry inquiry, boolean upheld, String note) {}

    @MutationMapping
    PublicNotice answerObjection(
            @AuthenticationPrincipal Caller caller,
            @Argument ObjectionAnswer input,
            DataFetchingEnvironment environment) {
        return notices.answer(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                new TransitionInput(input.id(), input.version(), input.note()),
                new PublicNotice.Finding(input.inquiry(), input.upheld()));
    }

    @SchemaMapping
    PublicNotice.@Nullable Inquiry inquiry(PublicNotice notice) {
        return notice.finding().inquiry();
    }

    @SchemaMapping
    @Nullable Boolean upheld(PublicNotice notice) {
        return notice.finding().upheld();
    }

    @SchemaMapping
    String village(PublicNotice notice) {
        return notice.village();
    }

    @BatchMapping(field = "name", typeName = "PublicNotice")
    Map<PublicNotice, String> names(List<PublicNotice> some) {
        return notices.names(some);
    }

    @SchemaMapping
    int members(PublicNotice notice) {
        return notice.shown().members();
    }

    @SchemaMapping
    @Nullable Long amount(PublicNotice notice) {
        return notice.shown().kind().paid() ? notice.shown().amount() : null;
    }

    @SchemaMapping
    PublicNotice.Kind kind(PublicNotice notice) {
        return notice.shown().kind();
    }

    @SchemaMapping
    PublicNotice.Outcome outcome(PublicNotice notice) {
        return notices.outcome(notice);
    }
}
