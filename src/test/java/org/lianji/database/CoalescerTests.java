package org.lianji.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

class CoalescerTests {

    /** Works when it is let, a minute by its clock, and says what it was given. */
    private static final class Slow {

        private final Semaphore may = new Semaphore(0);
        private final Semaphore started = new Semaphore(0);
        private final List<List<Integer>> done = new CopyOnWriteArrayList<>();
        private final AtomicLong now = new AtomicLong();

        List<String> work(List<Integer> things) {
            started.release();
            may.acquireUninterruptibly();
            now.addAndGet(Duration.ofMinutes(1).toNanos());
            if (things.contains(13)) {
                throw new IllegalStateException("thirteen");
            }
            done.add(things);
            return things.stream().map(thing -> "result " + thing).toList();
        }
    }

    private final Slow slow = new Slow();
    private RequestBatcher<Integer, String> coalescer = lanes(1, Duration.ofMinutes(1));

    /** Things weigh what they are, 20 of them go together at most, as heavy as 100. */
    private RequestBatcher<Integer, String> lanes(int lanes, Duration after) {
        return coalescer(lanes, Duration.ZERO, after);
    }

    private RequestBatcher<Integer, String> coalescer(int lanes, Duration moment, Duration after) {
        return new RequestBatcher<>(
                slow::work,
                thing -> thing,
                new RequestBatcher.Bounds(20, 100, lanes, moment, after, Duration.ofMinutes(1)),
                slow.now::get);
    }

    private CompletableFuture<String> submit(String side, int thing) {
        CompletableFuture<String> done = new CompletableFuture<>();
        Thread.startVirtualThread(
                () -> {
                    try {
                        done.complete(coalescer.submit(side, thing));
                    } catch (Exception e) {
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }

    /** The first is under way, the others wait in that order. */
    private List<CompletableFuture<String>> behindOne(int... things) throws InterruptedException {
        List<CompletableFuture<String>> calls = new ArrayList<>();
        calls.add(submit("MZ", 0));
        slow.started.acquire();
        for (int thing : things) {
            calls.add(submit("MZ", thing));
            waiting(calls.size() - 1);
        }
        return calls;
    }

    private void waiting(int callers) {
        await().until(() -> coalescer.waiting() == callers);
    }

    @Test
    void worksAtOnceOnWhatComesAloneAndTogetherOnWhatComesMeanwhile() throws Exception {
        List<CompletableFuture<String>> calls = behindOne(1, 2, 3);

        slow.may.release(2);

        assertThat(calls.stream().map(CompletableFuture::join))
                .containsExactly("result 0", "result 1", "result 2", "result 3");
        assertThat(slow.done).containsExactly(List.of(0), List.of(1, 2, 3));
    }

    @Test
    void keepsGroupsLightThoughTheHeaviestGoes() throws Exception {
        List<CompletableFuture<String>> calls = behindOne(60, 30, 20, 500, 1);

        slow.may.release(5);
        calls.forEach(CompletableFuture::join);

        assertThat(slow.done)
                .containsExactly(
                        List.of(0), List.of(60, 30), List.of(20), List.of(500), List.of(1));
    }

    @Test
    void keepsGroupsSmall() throws Exception {
        List<CompletableFuture<String>> calls = behindOne(new int[25]);

        slow.may.release(3);
        calls.forEach(CompletableFuture::join);

        assertThat(slow.done.stream().map(List::size)).containsExactly(1, 20, 5);
    }

    @Test
    void sidesTakeTurns() throws Exception {
        List<CompletableFuture<String>> calls = behindOne(50, 51, 52);
        calls.add(submit("GA", 1));
        waiting(4);

        slow.may.release(4);
        calls.forEach(CompletableFuture::join);

        assertThat(slow.done).containsExactly(List.of(0), List.of(50, 1), List.of(51), List.of(52));
    }

    @Test
    void opensAnotherLaneBesideOneThatTakesLong() throws Exception {
        coalescer = lanes(2, Duration.ofMillis(1));
        List<CompletableFuture<String>> calls = new ArrayList<>();
        calls.add(submit("MZ", 1));
        slow.started.acquire();
        calls.add(submit("MZ", 2));
        slow.started.acquire();
        calls.add(submit("MZ", 3));
        calls.add(submit("MZ", 4));
        waiting(2);

        slow.may.release(3);
        calls.forEach(CompletableFuture::join);

        assertThat(slow.done.stream().map(List::size)).containsExactlyInAnyOrder(1, 1, 2);
    }

    @Test
    void opensNoOtherBesideOneThatDoesNot() throws Exception {
        coalescer = lanes(2, Duration.ofMinutes(1));
        List<CompletableFuture<String>> calls = behindOne(1, 2, 3);

        slow.may.release(2);
        calls.forEach(CompletableFuture::join);

        assertThat(slow.done).containsExactly(List.of(0), List.of(1, 2, 3));
    }

    @Test
    void thoseWhoLeftTogetherLeaveTogetherAgain() throws Exception {
        coalescer = coalescer(1, Duration.ofMinutes(1), Duration.ofMinutes(1));
        List<CompletableFuture<String>> calls = behindOne(1, 2, 3);
        slow.may.release(2);
        calls.forEach(CompletableFuture::join);
        slow.started.acquire();

        List<CompletableFuture<String>> again = new ArrayList<>();
        for (int thing = 4; thing < 7; thing++) {
            assertThat(slow.started.tryAcquire()).isFalse();
            again.add(submit("MZ", thing));
            waiting(thing < 6 ? again.size() : 0);
        }
        slow.may.release();
        again.forEach(CompletableFuture::join);

        assertThat(slow.done.getLast()).containsExactly(4, 5, 6);
    }

    @Test
    void failsExactlyThoseWhoseGroupFailed() throws Exception {
        List<CompletableFuture<String>> calls = behindOne(1, 13);

        slow.may.release(2);
        assertThat(calls.getFirst().join()).isEqualTo("result 0");
        for (CompletableFuture<String> call : calls.subList(1, 3)) {
            assertThatThrownBy(call::join).hasRootCauseMessage("thirteen");
        }
        slow.may.release();

        assertThat(submit("MZ", 14).join()).isEqualTo("result 14");
    }

    @Test
    void whoIsInterruptedTakesNobodyElseAlong() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread first =
                Thread.startVirtualThread(
                        () -> {
                            try {
                                coalescer.submit("MZ", 1);
                                interrupted.complete(false);
                            } catch (Exception e) {
                                interrupted.complete(e instanceof InterruptedException);
                            }
                        });
        slow.started.acquire();
        CompletableFuture<String> other = submit("MZ", 2);
        waiting(1);

        first.interrupt();
        assertThat(interrupted.join()).isTrue();
        slow.may.release(2);

        assertThat(other.join()).isEqualTo("result 2");
        assertThat(slow.done).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void whoGivesUpWaitingLeavesNoWorkBehind() throws Exception {
        coalescer =
                new RequestBatcher<>(
                        slow::work,
                        _ -> 1,
                        RequestBatcher.Bounds.ofOneLane(20, 100, Duration.ofMillis(1)));

        do {
            assertThatThrownBy(() -> coalescer.submit("MZ", 1))
                    .isInstanceOf(TimeoutException.class);
        } while (!slow.started.tryAcquire());
        assertThatThrownBy(() -> coalescer.submit("MZ", 2)).isInstanceOf(TimeoutException.class);

        assertThat(coalescer.waiting()).isZero();
        slow.may.release(2);
        await().until(() -> !slow.done.isEmpty());
        assertThat(slow.done).containsExactly(List.of(1));
    }
}
