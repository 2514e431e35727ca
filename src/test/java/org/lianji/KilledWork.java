package org.lianji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Officers who take a step of many matters at once, under the same names as before, while the hub
 * is killed.
 *
 * @param officers how many of them
 * @param matters of which the step is taken
 * @param step asks for it; its answer is the matter
 */
public record KilledWork(
        int officers, List<JsonNode> matters, BiFunction<Hub, Matter, JsonNode> step) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** A matter, and its number among all of them. */
    public record Matter(int number, JsonNode one) {}

    /**
     * Kills the hub once so many have been answered.
     *
     * @param database whether its database is killed, too
     * @return identifiers of those that were answered
     */
    public Set<String> killed(AnotherHub hub, int answered, boolean database) {
        Set<String> known = ConcurrentHashMap.newKeySet();
        Hub asked = hub.hub();
        List<CompletableFuture<Void>> work =
                start(one -> known.add(done(step.apply(asked, one)).at("/id").asString()));
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> known.size() >= answered || refused(work));
        assertThat(known).as(() -> work.toString()).hasSizeGreaterThanOrEqualTo(answered);
        if (database) {
            hub.database().destroyForcibly();
            hub.kill();
        } else {
            hub.killAllButItsDatabase();
        }
        assertThat(work)
                .as("the last answers are lost")
                .anySatisfy(
                        one ->
                                assertThat(one)
                                        .failsWithin(LIMIT)
                                        .withThrowableOfType(Exception.class)
                                        .withRootCauseInstanceOf(IOException.class));
        return Set.copyOf(known);
    }

    /** Before the hub is killed every step can be taken. */
    private static boolean refused(List<CompletableFuture<Void>> work) {
        return work.stream().anyMatch(CompletableFuture::isCompletedExceptionally);
    }

    /** {@return all of them, after the step that whoever had no answer takes again} */
    public List<JsonNode> all(Hub hub) {
        JsonNode[] after = new JsonNode[matters.size()];
        start(one -> after[one.number()] = done(step.apply(hub, one)))
                .forEach(CompletableFuture::join);
        return Stream.of(after).toList();
    }

    private List<CompletableFuture<Void>> start(Consumer<Matter> each) {
        return IntStream.range(0, officers)
                .mapToObj(
                        officer ->
                                CompletableFuture.runAsync(
                                        () ->
                                                IntStream.range(0, matters.size())
                                                        .filter(i -> i % officers == officer)
                                                        .mapToObj(
                                                                i -> new Matter(i, matters.get(i)))
                                                        .forEach(each)))
                .toList();
    }

    private static JsonNode done(JsonNode answer) {
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data").iterator().next();
    }
}
