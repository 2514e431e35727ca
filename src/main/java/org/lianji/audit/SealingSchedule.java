package org.lianji.audit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has the sealer run behind appends, which don't wait for it, and now and then for what a hub that
 * was killed left behind.
 */
@Component
public final class SealingSchedule implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SealingSchedule.class);

    private final Sealer sealer;
    private final AuditSettings settings;
    private final AtomicBoolean called = new AtomicBoolean();
    private volatile @Nullable ScheduledExecutorService thread;

    SealingSchedule(Sealer sealer, AuditSettings settings) {
        this.sealer = sealer;
        this.settings = settings;
    }

    /** A hub that was stopped may be started again. */
    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("sealing").factory());
        long pause = settings.sealEvery().toMillis();
        called.set(false);
        started.scheduleWithFixedDelay(this::seal, 0, pause, TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** Entries that come within a moment share a block: calls while one waits come to one. */
    void wake() {
        ScheduledExecutorService running = thread;
        if (running != null && called.compareAndSet(false, true)) {
            try {
                running.schedule(
                        this::seal, settings.sealAfter().toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                log.debug("The hub stops; its entries are sealed by another, or by its next start");
            }
        }
    }

    private void seal() {
        called.set(false);
        try {
            sealer.seal();
        } catch (RuntimeException e) {
            log.warn("Entries wait to be sealed: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopped = thread;
        if (stopped == null) {
            return;
        }
        thread = null;
        stopped.shutdown();
        try {
            if (!stopped.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("The sealer is left behind; its transaction will be rolled back");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
