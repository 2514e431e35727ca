package org.lianji.database;

import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;

/**
 * Lets concurrent callers share one piece of work: who finds none under way starts at once, those
 * that come meanwhile leave together. Callers who were answered together tend to come back
 * together, so the first of them waits a moment for as many as left last time; who comes alone
 * waits for nobody. The work is done by a thread of its own, so that a caller who is interrupted
 * takes nobody else's along.
 *
 * @param <T> what a caller brings
 * @param <R> what a caller gets
 */
public final class RequestBatcher<T, R> {

    /**
     * @param things that leave together at most
     * @param bytes of those that leave together at most, though one always leaves
     * @param lanes how many groups are under way at a time, at most
     * @param moment that the first of a group waits at most for as many as left last time; no
     *     longer than those took
     * @param slow how long a caller waits before another lane is opened beside those that take so
     *     long
     * @param patience how long a caller waits at all
     */
    public record Bounds(
            int things, int bytes, int lanes, Duration moment, Duration slow, Duration patience) {

        public static final Duration MOMENT = Duration.ofMillis(10);

        public static Bounds ofOneLane(int things, int bytes, Duration patience) {
            return new Bounds(things, bytes, 1, MOMENT, patience, patience);
        }
    }

    private record Turn<T, R>(T thing, int weight, CompletableFuture<R> done) {}

    private final Function<List<T>, List<R>> work;
    private final ToIntFunction<T> weight;
    private final Bounds bounds;
    private final LongSupplier ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Queue<Turn<T, R>>> waiting = new LinkedHashMap<>();
    private final Condition came = lock.newCondition();
    private int working;
    private int leftLast;
    private volatile long tookLast;

    /**
     * @param work gives a result for each thing, in their order
     * @param weight of one, in bytes, about
     */
    public RequestBatcher(Function<List<T>, List<R>> work, ToIntFunction<T> weight, Bounds bounds) {
        this(work, weight, bounds, System::nanoTime);
    }

    RequestBatcher(
            Function<List<T>, List<R>> work,
            ToIntFunction<T> weight,
            Bounds bounds,
            LongSupplier ticker) {
        this.work = work;
        this.weight = weight;
        this.bounds = bounds;
        this.ticker = ticker;
    }

    /**
     * Returns once the work is done.
     *
     * @param side whose it is: sides take turns
     * @throws ExecutionException where it failed, for this caller and those who shared it
     * @throws TimeoutException where it isn't done in time; if it hasn't begun, it never will
     * @throws InterruptedException likewise
     */
    public R submit(String side, T thing)
            throws InterruptedException, ExecutionException, TimeoutException {
        Turn<T, R> turn = new Turn<>(thing, weight.applyAsInt(thing), new CompletableFuture<>());
        queue(side, turn);
        try {
            return result(turn);
        } catch (InterruptedException | TimeoutException e) {
            leave(side, turn);
            throw e;
        }
    }

    /**
     * Returns once the work is done, for those whose own callers have only to be told what failed.
     *
     * @param side whose it is: sides take turns
     * @throws Problem TIMED_OUT where it isn't done in time; it may be done later, if it has begun
     * @throws RuntimeException that it failed with
     */
    public R await(String side, T thing) {
        try {
            return submit(side, thing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(PlatformCode.TIMED_OUT);
        } catch (TimeoutException e) {
            throw new Problem(PlatformCode.TIMED_OUT);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(e.getCause());
        }
    }

    private R result(Turn<T, R> turn)
            throws InterruptedException, ExecutionException, TimeoutException {
        long slow = bounds.slow().toMillis();
        try {
            return turn.done().get(slow, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            openLane(bounds.lanes());
            return turn.done().get(bounds.patience().toMillis() - slow, TimeUnit.MILLISECONDS);
        }
    }

    private void queue(String side, Turn<T, R> turn) {
        lock.lock();
        try {
            waiting.computeIfAbsent(side, _ -> new ArrayDeque<>()).add(turn);
            came.signalAll();
            openLane(1);
        } finally {
            lock.unlock();
        }
    }

    /**
     * @param most how many there may be then
     */
    private void openLane(int most) {
        lock.lock();
        try {
            if (!waiting.isEmpty() && working < most) {
                working++;
                Thread.ofVirtual().name("coalescer").start(this::drain);
            }
        } finally {
            lock.unlock();
        }
    }

    private void leave(String side, Turn<T, R> turn) {
        lock.lock();
        try {
            waiting.computeIfPresent(
                    side,
                    (_, turns) -> {
                        turns.remove(turn);
                        return turns.isEmpty() ? null : turns;
                    });
        } finally {
            lock.unlock();
        }
    }

    /** {@return how many callers wait for their work to begin} */
    public int waiting() {
        lock.lock();
        try {
            return waitingNow();
        } finally {
            lock.unlock();
        }
    }

    private int waitingNow() {
        return waiting.values().stream().mapToInt(Queue::size).sum();
    }

    private void awaitOthers() {
        long left = Math.min(bounds.moment().toNanos(), tookLast);
        try {
            while (left > 0 && !waiting.isEmpty() && waitingNow() < leftLast) {
                left = came.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain() {
        for (List<Turn<T, R>> group = next(); !group.isEmpty(); group = next()) {
            try {
                long begun = ticker.getAsLong();
                List<R> results = work.apply(group.stream().map(Turn::thing).toList());
                tookLast = ticker.getAsLong() - begun;
                for (int i = 0; i < group.size(); i++) {
                    group.get(i).done().complete(results.get(i));
                }
            } catch (Throwable fault) {
                group.forEach(turn -> turn.done().completeExceptionally(fault));
            }
        }
    }

    private List<Turn<T, R>> next() {
        lock.lock();
        try {
            awaitOthers();
            List<Turn<T, R>> group = new ArrayList<>();
            int sum = 0;
            while (!waiting.isEmpty() && group.size() < bounds.things()) {
                Iterator<Map.Entry<String, Queue<Turn<T, R>>>> sides =
                        waiting.entrySet().iterator();
                Map.Entry<String, Queue<Turn<T, R>>> side = sides.next();
                int heavier = sum + side.getValue().element().weight();
                if (!group.isEmpty() && heavier > bounds.bytes()) {
                    break;
                }
                sum = heavier;
                group.add(side.getValue().remove());
                sides.remove();
                if (!side.getValue().isEmpty()) {
                    waiting.put(side.getKey(), side.getValue());
                }
            }
            if (group.isEmpty()) {
                working--;
            } else {
                leftLast = group.size();
            }
            return group;
        } finally {
            lock.unlock();
        }
    }
}
