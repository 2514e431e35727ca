package org.lianji.workers;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Map;

/** Workers, registered and listed by the county; the table ends their work by itself. */
@Controller
final class WorkerController {

    private final Workers workers;
    private final Connections connections;

    WorkerController(Workers workers, Connections connections) {
        this.workers = workers;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable Worker worker(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return workers.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<Worker> workers(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable WorkerState state,
            @Argument @Nullable String region,
            DataFetchingEnvironment field) {
        return connections.page(field, workers.listing(caller, state, region));
    }

    @MutationMapping
    Worker registerWorker(
            @AuthenticationPrincipal Caller caller,
            @Argument Workers.Registration input,
            DataFetchingEnvironment environment) {
        return workers.register(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                input);
    }

    @SchemaMapping
    String department(Worker worker) {
        return worker.work().department();
    }

    @SchemaMapping
    String client(Worker worker) {
        return worker.work().client();
    }

    @SchemaMapping
    WorkerPost post(Worker worker) {
        return worker.work().post();
    }

    @SchemaMapping
    String region(Worker worker) {
        return worker.work().places().getFirst();
    }

    /** Null for whoever may not know who it is. */
    @BatchMapping(field = "worker", typeName = "CaseConflict")
    Map<WorkerConflict, Worker> worker(List<WorkerConflict> conflicts, GraphQLContext context) {
        return workers.shown(Caller.of(context), conflicts);
    }
}
