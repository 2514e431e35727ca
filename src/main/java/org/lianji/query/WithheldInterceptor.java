package org.lianji.query;

import graphql.execution.RawVariables;

import org.lianji.selection.Withheld;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.LinkedHashMap;
import java.util.Map;

/** Gives each request its reading, and tells beside the answer what was withheld. */
@Component
class WithheldInterceptor implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        ReadResult reading = new ReadResult(request.getDocument());
        request.configureExecutionInput(
                (input, builder) ->
                        builder.graphQLContext(
                                        Map.of(
                                                ReadResult.class,
                                                reading,
                                                RawVariables.class,
                                                RawVariables.of(input.getVariables())))
                                .build());
        return chain.next(request)
                .map(response -> reading.withheld().isEmpty() ? response : with(response, reading));
    }

    private static WebGraphQlResponse with(WebGraphQlResponse response, ReadResult reading) {
        Map<Object, Object> extensions = new LinkedHashMap<>();
        extensions.put("withheld", reading.withheld().stream().map(Withheld::toExtension).toList());
        extensions.putAll(response.getExtensions());
        return response.transform(builder -> builder.extensions(extensions));
    }
}
