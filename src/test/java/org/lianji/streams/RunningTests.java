package org.lianji.streams;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;

import org.junit.jupiter.api.Test;
import org.lianji.platform.Caller;
import org.lianji.platform.Faults;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class RunningTests {

    private final BlockingQueue<String> written = new LinkedBlockingQueue<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch slow = new CountDownLatch(1);

    /** Takes the first event and then reads no further until it is let. */
    private final StreamedOperation.MessageSink reader =
            new StreamedOperation.MessageSink() {
                @Override
                public void next(Map<String, Object> event) {
                    written.add("next " + event);
                    first.countDown();
                    await(slow);
                }

                @Override
                public void error(List<?> errors) {
                    written.add("error " + errors);
                }

                @Override
                public void complete() {
                    written.add("complete");
                }

                @Override
                public void over() {}
            };

    private final StreamedOperation running =
            new StreamedOperation(
                    new Caller("MZ", "mz", Set.of(Role.SYSTEM), "150900000000", null),
                    Locale.ENGLISH,
                    new Faults(),
                    reader);

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Mono<WebGraphQlResponse> events(Flux<Integer> numbers) {
        return Mono.just(
                new WebGraphQlResponse(
                        new DefaultExecutionGraphQlResponse(
                                ExecutionInput.newExecutionInput("subscription { ticks }").build(),
                                ExecutionResult.newExecutionResult()
                                        .data(
                                                numbers.map(
                                                        number ->
                                                                ExecutionResult.newExecutionResult()
                                                                        .data(number)
                                                                        .build()))
                                        .build())));
    }

    private String next() throws InterruptedException {
        return String.valueOf(written.poll(60, TimeUnit.SECONDS));
    }

    @Test
    void endsForAReaderThatIsTooSlow() throws Exception {
        running.read(
                events(
                        Flux.<Integer>create(
                                events -> {
                                    events.next(1);
                                    await(first);
                                    for (int i = 2; i < 50; i++) {
                                        events.next(i);
                                    }
                                })),
                10);
        slow.countDown();

        String last = next();
        int events = 0;
        while (last.startsWith("next")) {
            events++;
            last = next();
        }
        assertThat(events).isBetween(1, 12);
        assertThat(last).startsWith("error").contains("STREAM_TOO_SLOW");
        assertThat(written).isEmpty();
    }

    @Test
    void writesNothingAfterItWasEnded() throws Exception {
        slow.countDown();
        running.read(events(Flux.<Integer>never().startWith(1)), 10);
        assertThat(next()).isEqualTo("next {data=1}");

        running.end(new Problem(PlatformCode.NOT_ALLOWED));
        running.end(new Problem(PlatformCode.TOKEN_EXPIRED));
        assertThat(next()).contains("NOT_ALLOWED");
        assertThat(written).isEmpty();
    }

    @Test
    void tellsAFaultByItsTraceOnly() throws Exception {
        slow.countDown();
        running.read(events(Flux.error(new IllegalStateException("150902195603121010"))), 10);

        assertThat(next()).contains("INTERNAL", "traceId").doesNotContain("150902195603121010");
    }
}
