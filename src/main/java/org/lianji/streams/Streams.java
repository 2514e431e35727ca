package org.lianji.streams;

import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.HubClock;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * All that goes on after its request: WebSocket connections, event streams, and the operations on
 * them. Each lasts no longer than its caller's token, and ends when the caller loses the right to
 * read.
 */
@Component
public final class Streams {

    /** A connection, or an event stream. */
    interface Line {

        Caller caller();

        /** Sees to what is due by now: a sign of life, the end of the token. */
        void check(Instant now);

        /** Ends since the hub does. */
        void shutDown();
    }

    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final Set<StreamedOperation> operations = ConcurrentHashMap.newKeySet();

    /** Nobody waits here for a reader that is slow. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final StreamSettings settings;
    private final Clock clock;

    Streams(StreamSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Ends what is running on the streams of some callers, such as those of an agreement that was
     * taken back, behind what they were still to be told. Their connections stay, and may ask
     * again.
     *
     * @param of whose
     * @param why what they are told
     */
    public void end(Predicate<Caller> of, Code why) {
        operations.stream()
                .filter(running -> of.test(running.caller()))
                .forEach(
                        running ->
                                threads.execute(
                                        () ->
                                                running.endBehindLastNews(
                                                        new Problem(why), settings.lastNews())));
    }

    void add(Line line) {
        lines.add(line);
    }

    void remove(Line line) {
        lines.remove(line);
    }

    /** {@return how many connections or event streams of that kind the client has} */
    long count(Class<? extends Line> kind, Caller caller) {
        return lines.stream()
                .filter(kind::isInstance)
                .filter(line -> isOf(caller, line.caller()))
                .count();
    }

    /**
     * @throws Problem where the client has too many already
     */
    void add(StreamedOperation running) {
        if (count(operations, running.caller()) >= settings.perClient()) {
            throw new Problem(PlatformCode.TOO_MANY_STREAMS, Map.of("limit", settings.perClient()));
        }
        operations.add(running);
    }

    private static long count(Collection<StreamedOperation> operations, Caller caller) {
        return operations.stream().filter(one -> isOf(caller, one.caller())).count();
    }

    private static boolean isOf(Caller caller, Caller other) {
        return other.client().equals(caller.client());
    }

    void remove(StreamedOperation running) {
        operations.remove(running);
    }

    @Scheduled(fixedDelay = 1_000)
    void check() {
        Instant now = HubClock.real(clock);
        each(line -> line.check(now));
    }

    @EventListener(ContextClosedEvent.class)
    void shutDown() {
        each(Line::shutDown);
    }

    private void each(Consumer<Line> what) {
        lines.forEach(line -> threads.execute(() -> what.accept(line)));
    }
}
