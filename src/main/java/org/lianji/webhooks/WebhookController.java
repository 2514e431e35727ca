package org.lianji.webhooks;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.outbox.DeadLetter;
import org.lianji.outbox.NewsAudience;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Registered addresses: asked about and registered; the table takes them on. */
@Controller
final class WebhookController {

    private final RegisteredWebhooks webhooks;
    private final NewsAudience audience;
    private final Connections connections;

    WebhookController(RegisteredWebhooks webhooks, NewsAudience audience, Connections connections) {
        this.webhooks = webhooks;
        this.audience = audience;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<Webhook> webhooks(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable WebhookState state,
            DataFetchingEnvironment field) {
        return connections.page(field, webhooks.listing(caller, state));
    }

    /** Where, and of what. */
    record WebhookInput(String url, @Nullable List<String> kinds) {}

    @MutationMapping
    Webhook registerWebhook(
            @AuthenticationPrincipal Caller caller,
            @Argument WebhookInput input,
            DataFetchingEnvironment environment) {
        return webhooks.register(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                input.url(),
                input.kinds() == null ? List.of() : input.kinds());
    }

    @BatchMapping(typeName = "Webhook")
    Map<Webhook, List<DeadLetter>> deadLetters(List<Webhook> some) {
        Map<String, List<DeadLetter>> letters =
                audience.dead(some.stream().map(Webhook::listener).toList()).stream()
                        .collect(Collectors.groupingBy(DeadLetter::listener));
        return some.stream()
                .collect(
                        Collectors.toMap(
                                one -> one,
                                one -> letters.getOrDefault(one.listener(), List.of()),
                                (one, _) -> one));
    }
}
