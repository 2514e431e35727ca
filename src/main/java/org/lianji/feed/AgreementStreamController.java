package org.lianji.feed;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.api.Listener;
import org.lianji.platform.Caller;
import org.lianji.platform.PlacedProblem;
import org.lianji.platform.Problem;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import reactor.core.publisher.Flux;

import java.util.Objects;

/** Who listens to agreements. */
@Controller
final class AgreementStreamController {

    private final AgreementStream stream;

    AgreementStreamController(AgreementStream stream) {
        this.stream = stream;
    }

    @SubscriptionMapping
    Flux<AgreementNews> agreementChanged(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String after,
            GraphQLContext context,
            DataFetchingEnvironment environment) {
        try {
            return stream.of(caller, after, Objects.requireNonNull(context.get(Listener.class)));
        } catch (Problem problem) {
            throw PlacedProblem.of(problem, environment);
        }
    }
}
