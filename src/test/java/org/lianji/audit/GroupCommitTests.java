package org.lianji.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.lianji.platform.Problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

class GroupCommitTests {

    /** Writes when it is let, and says what it was given. */
    private static final class Slow {

        private final Semaphore may = new Semaphore(0);
        private final List<List<Integer>> written = new CopyOnWriteArrayList<>();
        private final CountDownLatch started = new CountDownLatch(1);

        void write(List<Integer> things) {
            started.countDown();
            may.acquireUninterruptibly();
            if (things.contains(13)) {
                throw new IllegalStateException("thirteen");
            }
            written.add(things);
        }
    }

    private final Slow slow = new Slow();
    private final GroupCommit<Integer> group =
            new GroupCommit<>(slow::write, _ -> 1, 8, Duration.ofMinutes(1));

    private CompletableFuture<Void> submit(Integer... things) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.startVirtualThread(
                () -> {
                    try {
                        group.submit(List.of(things));
                        done.complete(null);
                    } catch (Problem e) {
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }

    /** The first is being written, the others wait. */
    private List<CompletableFuture<Void>> fiveBehindOne() throws InterruptedException {
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        calls.add(submit(0));
        slow.started.await();
        for (int i = 1; i <= 5; i++) {
            calls.add(submit(i));
            waiting(i);
        }
        return calls;
    }

    private void waiting(int callers) {
        await().until(() -> group.waiting() == callers);
    }

    @Test
    void writesAtOnceWhatComesAloneAndTogetherWhatComesMeanwhile() throws Exception {
        List<CompletableFuture<Void>> calls = fiveBehindOne();

        slow.may.release(2);
        calls.forEach(CompletableFuture::join);

        assertThat(slow.written).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5));
    }

    @Test
    void keepsGroupsSmallAndACallersThingsTogether() throws Exception {
        List<CompletableFuture<Void>> calls = new ArrayList<>(fiveBehindOne());
        calls.add(submit(6, 7, 8, 9));
        waiting(6);
        calls.add(submit(IntStream.range(20, 40).boxed().toArray(Integer[]::new)));
        waiting(7);

        slow.may.release(4);
        calls.forEach(CompletableFuture::join);

        assertThat(slow.written)
                .containsExactly(
                        List.of(0),
                        List.of(1, 2, 3, 4, 5),
                        List.of(6, 7, 8, 9),
                        IntStream.range(20, 40).boxed().toList());
    }

    @Test
    void failsExactlyThoseWhoseGroupFailed() throws Exception {
        List<CompletableFuture<Void>> calls = new ArrayList<>(fiveBehindOne());
        calls.add(submit(13));
        waiting(6);

        slow.may.release(2);
        calls.getFirst().join();
        for (CompletableFuture<Void> call : calls.subList(1, 7)) {
            assertThatThrownBy(call::join).hasRootCauseMessage("CHAIN_UNAVAILABLE");
        }
        slow.may.release();
        submit(14).join();

        assertThat(slow.written).containsExactly(List.of(0), List.of(14));
    }

    @Test
    void whoIsInterruptedTakesNobodyElseAlong() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread first =
                Thread.startVirtualThread(
                        () -> {
                            try {
                                group.submit(List.of(1));
                                interrupted.complete(false);
                            } catch (Problem e) {
                                interrupted.complete(Thread.currentThread().isInterrupted());
                            }
                        });
        slow.started.await();
        CompletableFuture<Void> other = submit(2);
        waiting(1);

        first.interrupt();
        assertThat(interrupted.join()).isTrue();
        slow.may.release(2);
        other.join();

        assertThat(slow.written).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void giveUpOnAWriteThatNeverEnds() {
        GroupCommit<Integer> impatient =
                new GroupCommit<>(slow::write, _ -> 1, 8, Duration.ofMillis(1));

        assertThatThrownBy(() -> impatient.submit(List.of(1))).hasMessage("CHAIN_UNAVAILABLE");
        slow.may.release();
    }
}
