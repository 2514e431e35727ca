package org.lianji.audit;

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
final class Sealing implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    private final Sealer sealer;
    private final AuditSettings settings;
    private final AtomicBoolean called = new AtomicBoolean();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("sealing").factory());
    private volatile boolean running;

    Sealing(Sealer sealer, AuditSettings settings) {
        this.sealer = sealer;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        long pause = settings.sealEvery().toMillis();
        thread.scheduleWithFixedDelay(this::seal, 0, pause, TimeUnit.MILLISECONDS);
    }

    /** Calls while one waits for its turn come to one. */
    void wake() {
        if (running && called.compareAndSet(false, true)) {
            try {
                thread.execute(this::seal);
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
        running = false;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("The sealer is left behind; its transaction will be rolled back");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
