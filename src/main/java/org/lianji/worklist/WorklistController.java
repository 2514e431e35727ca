package org.lianji.worklist;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import reactor.core.publisher.Flux;

import java.time.LocalDate;

/** What is due, asked for and listened to. */
@Controller
final class WorklistController {

    private final Worklist worklist;
    private final DeadlineStream stream;
    private final Connections connections;

    WorklistController(Worklist worklist, DeadlineStream stream, Connections connections) {
        this.worklist = worklist;
        this.stream = stream;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<WorkItem> worklist(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String region,
            @Argument @Nullable LocalDate until,
            DataFetchingEnvironment field) {
        return connections.page(field, worklist.listing(caller, region, until));
    }

    @SubscriptionMapping
    Flux<DeadlineStream.NearDeadline> deadlineNear(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String region,
            DataFetchingEnvironment field) {
        return stream.of(caller, region, field);
    }
}
