package org.lianji.platform;

import org.springframework.graphql.server.WebGraphQlRequest;

import java.util.Map;

/**
 * How a question came to the door. It goes with the question as part of its GraphQL context, where
 * {@link Caller} and {@link Reason} are found under their classes too.
 *
 * @param caller who asks
 * @param reason why
 * @param way how the answer goes back
 */
record Asked(Caller caller, Reason reason, Way way) {

    /** How a question came, and its answer goes. */
    enum Way {
        /** One answer. */
        POST,
        /** One answer, which the caller may have already. */
        GET,
        /** An answer that may go on. */
        STREAM
    }

    void accompany(WebGraphQlRequest question) {
        question.configureExecutionInput(
                (input, builder) ->
                        builder.graphQLContext(
                                        Map.of(
                                                Asked.class,
                                                this,
                                                Caller.class,
                                                caller,
                                                Reason.class,
                                                reason))
                                .build());
    }
}
