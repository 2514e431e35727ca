package org.lianji.streams;

import graphql.ExecutionResult;

import org.jspecify.annotations.Nullable;
import org.lianji.api.Listener;
import org.lianji.api.Refusals;
import org.lianji.platform.Caller;
import org.lianji.platform.Faults;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.reactivestreams.Publisher;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlResponse;

import reactor.core.Exceptions;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * An operation whose answer goes to a stream, event by event, until it is complete, fails, or is
 * ended from outside; nothing is written after that.
 */
final class StreamedOperation extends BaseSubscriber<Map<String, Object>> {

    /** Where the answer goes. */
    interface MessageSink {

        void next(Map<String, Object> event) throws IOException;

        void error(List<?> errors) throws IOException;

        void complete() throws IOException;

        /** Nothing more comes, and nothing could be written if it did. */
        void over();
    }

    private interface MessageWrite {
        void write() throws IOException;
    }

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final Scheduler SCHEDULER = Schedulers.fromExecutor(THREADS::execute);

    private final Caller caller;
    private final Locale locale;
    private final Faults faults;
    private final MessageSink reader;
    private final Listener listener;
    private final CountDownLatch finished = new CountDownLatch(1);
    private boolean over;

    StreamedOperation(Caller caller, Locale locale, Faults faults, MessageSink reader) {
        this(caller, locale, faults, reader, new Listener(null));
    }

    StreamedOperation(
            Caller caller, Locale locale, Faults faults, MessageSink reader, Listener listener) {
        this.caller = caller;
        this.listener = listener;
        this.locale = locale;
        this.faults = faults;
        this.reader = reader;
    }

    Caller caller() {
        return caller;
    }

    /**
     * Starts to write.
     *
     * @param queue events that may wait
     */
    void read(Mono<WebGraphQlResponse> answer, int queue) {
        answer.flatMapMany(response -> read(response, queue))
                .publishOn(SCHEDULER, 1)
                .subscribe(this);
    }

    private Flux<Map<String, Object>> read(WebGraphQlResponse response, int queue) {
        Flux<Map<String, Object>> events = events(response);
        return listener.waitedFor() ? events : events.onBackpressureBuffer(queue);
    }

    @SuppressWarnings("unchecked")
    private static Flux<Map<String, Object>> events(WebGraphQlResponse response) {
        if (response.getData() instanceof Publisher<?> events) {
            return Flux.from((Publisher<ExecutionResult>) events)
                    .map(ExecutionResult::toSpecification);
        }
        return response.getExecutionResult().isDataPresent()
                ? Flux.just(response.toMap())
                : Flux.error(new UnansweredMessage((List<?>) response.toMap().get("errors")));
    }

    /** GraphQL refused the question. */
    private static final class UnansweredMessage extends RuntimeException {

        private final transient List<?> errors;

        UnansweredMessage(@Nullable List<?> errors) {
            super("unanswered", null, false, false);
            this.errors = Objects.requireNonNullElse(errors, List.of());
        }
    }

    /**
     * Ends it since the right to it has ended; one that waits for its reader has until then to tell
     * its last news, and why it ends.
     */
    void endBehindLastNews(Problem why, Duration until) {
        if (!listener.waitedFor() || !isFinished(until)) {
            end(why);
        }
    }

    private boolean isFinished(Duration until) {
        try {
            return finished.await(until.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends it with an error, from outside. */
    void end(Problem why) {
        cancel();
        last(() -> reader.error(told(why)));
    }

    @Override
    protected void hookOnNext(Map<String, Object> event) {
        write(() -> reader.next(event));
    }

    @Override
    protected void hookOnError(Throwable fault) {
        List<?> errors =
                fault instanceof UnansweredMessage unanswered
                        ? unanswered.errors
                        : told(problem(fault));
        last(() -> reader.error(errors));
    }

    @Override
    protected void hookOnComplete() {
        Problem why = listener.end();
        last(why == null ? reader::complete : () -> reader.error(told(why)));
    }

    @Override
    protected void hookFinally(SignalType type) {
        finished.countDown();
        reader.over();
    }

    private Problem problem(Throwable fault) {
        if (Exceptions.isOverflow(fault)) {
            return new Problem(PlatformCode.STREAM_TOO_SLOW);
        }
        return faults.problem(
                fault instanceof SubscriptionPublisherException && fault.getCause() != null
                        ? fault.getCause()
                        : fault);
    }

    private List<?> told(Problem problem) {
        return Refusals.errors(problem, locale);
    }

    private void last(MessageWrite what) {
        write(
                () -> {
                    over = true;
                    what.write();
                });
    }

    private synchronized void write(MessageWrite what) {
        if (over) {
            return;
        }
        try {
            what.write();
        } catch (IOException | IllegalStateException gone) {
            over = true;
            cancel();
        }
    }
}
