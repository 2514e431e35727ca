package org.lianji.platform;

import org.springframework.graphql.server.WebGraphQlRequest;

import java.util.Map;

/**
 * How a question came to the door. It goes with the question as part of its GraphQL context, where
 * {@link Caller} and {@link Reason} are found under their classes too.
 *
 * @param caller who asks
 * @param reason why
 * @param streamed whether the answer may go on
 */
record Asked(Caller caller, Reason reason, boolean streamed) {

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
