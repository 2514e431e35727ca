package org.lianji.platform;

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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Lets concurrent callers share one piece of work, without making any of them wait for others: who
 * finds a lane free starts at once, those that come meanwhile leave together. The work is done by a
 * thread of its own, so that a caller who is interrupted takes nobody else's along.
 *
 * @param <T> what a caller brings
 * @param <R> what a caller gets
 */
public final class Coalescer<T, R> {

    /**
     * @param things that leave together at most
     * @param weight of those that leave together at most, though one always leaves
     * @param lanes how many groups are under way at a time
     * @param patience how long a caller waits
     */
    public record Bounds(int things, int weight, int lanes, Duration patience) {}

    private record Turn<T, R>(T thing, int weight, CompletableFuture<R> done) {}

    private final Function<List<T>, List<R>> work;
    private final ToIntFunction<T> weight;
    private final Bounds bounds;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Queue<Turn<T, R>>> waiting = new LinkedHashMap<>();
    private int working;

    /**
     * @param work gives a result for each thing, in their order
     * @param weight of one
     */
    public Coalescer(Function<List<T>, List<R>> work, ToIntFunction<T> weight, Bounds bounds) {
        this.work = work;
        this.weight = weight;
        this.bounds = bounds;
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
        if (queue(side, turn)) {
            Thread.ofVirtual().name("coalescer").start(this::drain);
        }
        try {
            return turn.done().get(bounds.patience().toMillis(), TimeUnit.MILLISECONDS);
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

    /** {@return whether a lane was free and is now this caller's} */
    private boolean queue(String side, Turn<T, R> turn) {
        lock.lock();
        try {
            waiting.computeIfAbsent(side, _ -> new ArrayDeque<>()).add(turn);
            boolean free = working < bounds.lanes();
            working += free ? 1 : 0;
            return free;
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
            return waiting.values().stream().mapToInt(Queue::size).sum();
        } finally {
            lock.unlock();
        }
    }

    private void drain() {
        for (List<Turn<T, R>> group = next(); !group.isEmpty(); group = next()) {
            try {
                List<R> results = work.apply(group.stream().map(Turn::thing).toList());
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
            List<Turn<T, R>> group = new ArrayList<>();
            int sum = 0;
            while (!waiting.isEmpty() && group.size() < bounds.things()) {
                Iterator<Map.Entry<String, Queue<Turn<T, R>>>> sides =
                        waiting.entrySet().iterator();
                Map.Entry<String, Queue<Turn<T, R>>> side = sides.next();
                int heavier = sum + side.getValue().element().weight();
                if (!group.isEmpty() && heavier > bounds.weight()) {
                    break;
                }
                sum = heavier;
                group.add(side.getValue().remove());
                sides.remove();
                if (!side.getValue().isEmpty()) {
                    waiting.put(side.getKey(), side.getValue());
                }
            }
            working -= group.isEmpty() ? 1 : 0;
            return group;
        } finally {
            lock.unlock();
        }
    }
}
