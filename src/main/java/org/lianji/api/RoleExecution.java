package org.lianji.api;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.springframework.graphql.ExecutionGraphQlRequest;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs what is asked by the schema as the caller knows it: what is not in it is unknown. */
@Component
final class RoleExecution implements ExecutionGraphQlService {

    private final RoleSchemas schemas;
    private final BatchLoaderRegistry loaders;
    private final ExecutionGraphQlService whole;
    private final Map<Set<Role>, ExecutionGraphQlService> parts = new ConcurrentHashMap<>();

    RoleExecution(GraphQlSource source, RoleSchemas schemas, BatchLoaderRegistry loaders) {
        this.schemas = schemas;
        this.loaders = loaders;
        this.whole = by(source);
    }

    private ExecutionGraphQlService by(GraphQlSource source) {
        DefaultExecutionGraphQlService service = new DefaultExecutionGraphQlService(source);
        service.addDataLoaderRegistrar(loaders);
        return service;
    }

    @Override
    public Mono<ExecutionGraphQlResponse> execute(ExecutionGraphQlRequest request) {
        if (request instanceof WebGraphQlRequest question
                && RequestContext.caller(question) instanceof Caller caller) {
            Set<Role> roles = RoleSchemas.restricting(caller);
            if (!roles.isEmpty()) {
                return parts.computeIfAbsent(roles, _ -> by(schemas.of(caller))).execute(request);
            }
        }
        return whole.execute(request);
    }
}
