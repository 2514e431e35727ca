package org.lianji.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.sharing.Samples.agreement;
import static org.lianji.sharing.Samples.at;
import static org.lianji.sharing.Samples.caller;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.reactivestreams.Subscription;

import reactor.core.publisher.BaseSubscriber;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Who is told of a change, and that nobody who listens holds up who writes. */
class AgreementStreamTests {

    private static final int MANY = 5_000;

    private final AgreementStream stream = new AgreementStream();

    private static AgreementChanged change(long version, @Nullable String filedWith) {
        return new AgreementChanged(
                agreement(AgreementState.ACTIVE, Standing.NEW),
                new AgreementEvent(
                        version,
                        AgreementTransition.SUSPEND,
                        AgreementState.ACTIVE,
                        AgreementState.SUSPENDED,
                        "RS",
                        "test",
                        at(Samples.MONDAY),
                        null,
                        filedWith));
    }

    private CompletableFuture<List<Long>> versions(String department, Role role, long last) {
        CompletableFuture<List<Long>> seen = new CompletableFuture<>();
        stream.of(caller(department, role))
                .map(change -> change.event().version())
                .takeUntil(version -> version == last)
                .collectList()
                .subscribe(seen::complete);
        return seen;
    }

    @Test
    void tellsBothSidesAndWhoItIsFiledWithAndNobodyElse() throws Exception {
        CompletableFuture<List<Long>> provider = versions("RS", Role.SHARING_UNIT, 2);
        CompletableFuture<List<Long>> consumer = versions("JY", Role.SHARING_HEAD, 2);
        CompletableFuture<List<Long>> lead = versions("MZ", Role.SYSTEM, 2);
        CompletableFuture<List<Long>> third = versions("YB", Role.SHARING_UNIT, 2);
        CompletableFuture<List<Long>> auditor = versions("", Role.AUDITOR, 2);

        stream.on(change(1, null));
        stream.on(change(2, "MZ"));

        assertThat(provider.get(10, TimeUnit.SECONDS)).containsExactly(1L, 2L);
        assertThat(consumer.get(10, TimeUnit.SECONDS)).containsExactly(1L, 2L);
        assertThat(lead.get(10, TimeUnit.SECONDS)).containsExactly(2L);
        assertThat(third).isNotDone();
        assertThat(auditor).isNotDone();
    }

    @Test
    void sendsOffWhoReadsTooSlowlyAndKeepsTheOthers() throws Exception {
        CompletableFuture<Throwable> sentOff = new CompletableFuture<>();
        List<Long> slow = new CopyOnWriteArrayList<>();
        BaseSubscriber<AgreementChanged> lazy =
                new BaseSubscriber<>() {
                    @Override
                    protected void hookOnSubscribe(Subscription subscription) {
                        subscription.request(1);
                    }

                    @Override
                    protected void hookOnNext(AgreementChanged change) {
                        slow.add(change.event().version());
                    }

                    @Override
                    protected void hookOnError(Throwable fault) {
                        sentOff.complete(fault);
                    }
                };
        stream.of(caller("JY", Role.SHARING_UNIT)).subscribe(lazy);

        IntStream.rangeClosed(1, MANY).forEach(version -> stream.on(change(version, null)));
        CompletableFuture<List<Long>> later = versions("JY", Role.SHARING_UNIT, MANY + 1L);
        stream.on(change(MANY + 1L, null));
        lazy.requestUnbounded();

        assertThat(sentOff.get(10, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code())
                                        .isEqualTo(AgreementCode.STREAM_TOO_SLOW));
        assertThat(slow).hasSizeLessThanOrEqualTo(AgreementStream.BEHIND + 2).startsWith(1L);
        assertThat(later.get(10, TimeUnit.SECONDS)).containsExactly(MANY + 1L);
    }

    @Test
    void doesNotWaitForAListenerThatHangs() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        stream.of(caller("JY", Role.SHARING_UNIT))
                .subscribe(
                        _ -> {
                            hangs.countDown();
                            await(free);
                        },
                        _ -> {});

        CompletableFuture<Void> writer =
                CompletableFuture.runAsync(
                        () ->
                                IntStream.rangeClosed(1, MANY)
                                        .forEach(version -> stream.on(change(version, null))));

        assertThat(hangs.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(writer).succeedsWithin(Duration.ofSeconds(10));
        free.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
