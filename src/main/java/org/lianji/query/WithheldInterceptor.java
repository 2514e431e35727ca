package org.lianji.query;

import org.lianji.platform.Reason;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Map;

/** Gives each request its reading, and tells beside the answer what was withheld. */
@Component
class WithheldInterceptor implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Reading reading =
                new Reading(
                        new Reason(
                                request.getHeaders().getFirst(Reason.PURPOSE),
                                request.getHeaders().getFirst(Reason.BASIS)),
                        request.getDocument());
        request.configureExecutionInput(
                (input, builder) -> builder.graphQLContext(Map.of(Reading.class, reading)).build());
        return chain.next(request)
                .map(response -> reading.withheld().isEmpty() ? response : with(response, reading));
    }

    private static WebGraphQlResponse with(WebGraphQlResponse response, Reading reading) {
        return response.transform(
                builder ->
                        builder.extensions(
                                Map.of(
                                        "withheld",
                                        reading.withheld().stream()
                                                .map(Withheld::toExtension)
                                                .toList())));
    }
}
