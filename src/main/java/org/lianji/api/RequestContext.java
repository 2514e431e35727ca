package org.lianji.api;

import graphql.execution.SubscriptionExecutionStrategy;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.springframework.graphql.server.WebGraphQlRequest;

import java.util.HashMap;
import java.util.Map;

/**
 * How a question came to the door. It goes with the question as part of its GraphQL context, where
 * {@link Caller}, {@link Reason} and {@link Listener} are found under their classes too.
 *
 * @param caller who asks
 * @param reason why
 * @param way how the answer goes back
 * @param listener who hears it, where it goes on
 */
public record RequestContext(Caller caller, Reason reason, Way way, Listener listener) {

    public RequestContext(Caller caller, Reason reason, Way way) {
        this(caller, reason, way, new Listener(null));
    }

    /** How a question came, and its answer goes. */
    public enum Way {
        /** One answer. */
        POST,
        /** One answer, which the caller may have already. */
        GET,
        /** An answer that may go on. */
        STREAM
    }

    private static final String CALLER = Caller.class.getName();

    /** {@return who asks, where that is known} */
    static @Nullable Object caller(WebGraphQlRequest question) {
        return question.getAttributes().get(CALLER);
    }

    /** {@return the attributes of a request with who asks} */
    public Map<String, Object> attributes(Map<String, Object> others) {
        Map<String, Object> attributes = new HashMap<>(others);
        attributes.put(CALLER, caller);
        return attributes;
    }

    public void accompany(WebGraphQlRequest question) {
        question.configureExecutionInput(
                (input, builder) ->
                        builder.graphQLContext(
                                        Map.of(
                                                RequestContext.class,
                                                this,
                                                Caller.class,
                                                caller,
                                                Reason.class,
                                                reason,
                                                Listener.class,
                                                listener,
                                                SubscriptionExecutionStrategy
                                                        .KEEP_SUBSCRIPTION_EVENTS_ORDERED,
                                                true))
                                .build());
    }
}
