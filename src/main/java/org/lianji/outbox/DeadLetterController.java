package org.lianji.outbox;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.List;

/** News that wait for an operator, listed and told again. */
@Controller
final class DeadLetterController {

    /**
     * @param listener whose
     * @param seqs which; null for all
     */
    record ReplayDeadLettersInput(String listener, @Nullable List<Long> seqs) {}

    /**
     * @param replayed how many are told again
     */
    record DeadLetterReplay(int replayed) {}

    private final DeadLetters letters;
    private final Connections connections;

    DeadLetterController(DeadLetters letters, Connections connections) {
        this.letters = letters;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<DeadLetter> deadLetters(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String listener,
            DataFetchingEnvironment field) {
        return connections.page(field, letters.listing(caller, listener));
    }

    @MutationMapping
    DeadLetterReplay replayDeadLetters(
            @AuthenticationPrincipal Caller caller, @Argument ReplayDeadLettersInput input) {
        return new DeadLetterReplay(letters.replay(caller, input.listener(), input.seqs()));
    }
}
