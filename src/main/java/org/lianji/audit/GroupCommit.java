package org.lianji.audit;

import org.lianji.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Lets concurrent callers share one write: the first starts it at once, those that come meanwhile
 * leave together with the next. The writing is done by a thread of its own, so that a caller who is
 * interrupted takes nobody else's write with them.
 */
final class GroupCommit<T> {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    private record Turn<T>(List<T> things, int weight, CompletableFuture<Void> done) {}

    private final Consumer<List<T>> write;
    private final ToIntFunction<T> weight;
    private final int most;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Turn<T>> waiting = new ArrayDeque<>();
    private boolean writing;

    /**
     * @param write all of them or none
     * @param weight of one
     * @param most that leave together, by weight, though never less than one caller's
     * @param patience how long a caller waits
     */
    GroupCommit(Consumer<List<T>> write, ToIntFunction<T> weight, int most, Duration patience) {
        this.write = write;
        this.weight = weight;
        this.most = most;
        this.patience = patience;
    }

    /**
     * Returns once they are written.
     *
     * @throws Problem CHAIN_UNAVAILABLE where that failed or is not known
     */
    void submit(List<T> things) {
        Turn<T> turn =
                new Turn<>(
                        things, things.stream().mapToInt(weight).sum(), new CompletableFuture<>());
        if (queue(turn)) {
            Thread.ofVirtual().name("chain-writer").start(this::drain);
        }
        try {
            turn.done().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(AuditCode.CHAIN_UNAVAILABLE);
        } catch (ExecutionException | TimeoutException e) {
            throw new Problem(AuditCode.CHAIN_UNAVAILABLE);
        }
    }

    /** {@return whether nobody is writing} */
    private boolean queue(Turn<T> turn) {
        lock.lock();
        try {
            waiting.add(turn);
            boolean idle = !writing;
            writing = true;
            return idle;
        } finally {
            lock.unlock();
        }
    }

    /** {@return how many callers wait for a write to begin} */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void drain() {
        for (List<Turn<T>> group = next(); !group.isEmpty(); group = next()) {
            try {
                write.accept(group.stream().flatMap(turn -> turn.things().stream()).toList());
                group.forEach(turn -> turn.done().complete(null));
            } catch (Throwable fault) {
                log.error("The chain could not be written for {} callers", group.size(), fault);
                group.forEach(turn -> turn.done().completeExceptionally(fault));
            }
        }
    }

    private List<Turn<T>> next() {
        lock.lock();
        try {
            List<Turn<T>> group = new ArrayList<>();
            int sum = 0;
            while (!waiting.isEmpty()
                    && (group.isEmpty() || sum + waiting.element().weight() <= most)) {
                Turn<T> turn = waiting.remove();
                sum += turn.weight();
                group.add(turn);
            }
            writing = !group.isEmpty();
            return group;
        } finally {
            lock.unlock();
        }
    }
}
