package org.lianji.database;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Availability;
import org.lianji.platform.Faults;
import org.lianji.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks every second whether the graph answers and has room, tells all ways into the hub, and
 * starts an embedded server again that has given itself up.
 */
@Component
final class DatabaseWatch implements Availability, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** Looks in a row that find the server up and its data given up. */
    private static final int GIVEN_UP = 3;

    /** Looks between two starts of it. */
    private static final int REST = 60;

    private static final int SOON = 5;
    private static final int LATER = 60;

    private final Question question;
    private final @Nullable EmbeddedDatabase embedded;
    private final @Nullable FreeSpace space;
    private volatile DatabaseState state = DatabaseState.READY;
    private volatile @Nullable ScheduledExecutorService thread;
    private int givenUp;
    private int rest;
    private boolean wasFull;

    DatabaseWatch(
            Question question,
            ObjectProvider<EmbeddedDatabase> embedded,
            DatabaseSettings settings) {
        this.question = question;
        this.embedded = embedded.getIfAvailable();
        this.space =
                this.embedded == null
                        ? null
                        : new FreeSpace(
                                this.embedded.home(),
                                settings.littleSpace(),
                                settings.leastSpace());
    }

    /** {@return what it is good for, found out now; no better than callers are told yet} */
    DatabaseState now() {
        DatabaseState found = judge(question.ask());
        return found.compareTo(state) >= 0 ? found : state;
    }

    private DatabaseState judge(Question.Answer answer) {
        if (answer != Question.Answer.GIVEN) {
            return embedded != null && embedded.isCopied()
                    ? DatabaseState.COPYING
                    : DatabaseState.SILENT;
        }
        return space == null ? DatabaseState.READY : space.state(state);
    }

    @Override
    public void requireAnswers() {
        switch (state) {
            case READY, LITTLE_SPACE -> {}
            case COPYING ->
                    throw new Problem(
                            DatabaseCode.BACKUP_UNDER_WAY, Map.of(Faults.RETRY_AFTER, SOON));
            case NO_SPACE ->
                    throw new Problem(DatabaseCode.STORAGE_FULL, Map.of(Faults.RETRY_AFTER, LATER));
            case SILENT ->
                    throw new Problem(
                            DatabaseCode.DATABASE_SILENT, Map.of(Faults.RETRY_AFTER, SOON));
        }
    }

    @Override
    public void requireRoom() {
        switch (state) {
            case READY, COPYING, SILENT -> {}
            case LITTLE_SPACE ->
                    throw new Problem(DatabaseCode.STORAGE_LOW, Map.of(Faults.RETRY_AFTER, LATER));
            case NO_SPACE ->
                    throw new Problem(DatabaseCode.STORAGE_FULL, Map.of(Faults.RETRY_AFTER, LATER));
        }
    }

    private void look() {
        try {
            if (embedded != null) {
                embedded.keepRoom();
            }
            Question.Answer answer = question.ask();
            DatabaseState found = judge(answer);
            boolean changed = found != state;
            state = found;
            if (changed) {
                tell(found);
            }
            mend(answer);
        } catch (RuntimeException e) {
            log.warn("Whether the database answers could not be found out", e);
        }
    }

    private void tell(DatabaseState found) {
        switch (found) {
            case READY -> log.info("The database answers and has room");
            case LITTLE_SPACE ->
                    log.warn(
                            "{}, less than lianji.database.little-space: nothing but what is urgent"
                                    + " is written until there is more",
                            space);
            case NO_SPACE ->
                    log.error(
                            "{}, less than lianji.database.least-space: the hub is closed until"
                                    + " there is more",
                            space);
            case SILENT ->
                    log.error("The database does not answer: the hub is closed until it does");
            case COPYING -> log.info("A copy of the database is being made, and it pauses");
        }
    }

    /**
     * After a fault in its own files the server is up and refuses everything until it is started
     * again; after a full disk it may refuse only to write.
     */
    private void mend(Question.Answer answer) {
        if (embedded == null) {
            return;
        }
        rest = Math.max(0, rest - 1);
        givenUp = answer == Question.Answer.REFUSED ? givenUp + 1 : 0;
        if (isFull()) {
            wasFull = true;
        } else if (rest == 0) {
            boolean dead = wasFull && !embedded.isAlive();
            boolean unwritable = wasFull && answer == Question.Answer.GIVEN && !question.writes();
            wasFull &= answer != Question.Answer.GIVEN;
            if (dead || unwritable || givenUp >= GIVEN_UP) {
                log.error("The database has given itself up: starting it again");
                rest = REST;
                embedded.restart();
            }
        }
    }

    private boolean isFull() {
        return space != null && space.state(state) == DatabaseState.NO_SPACE;
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("database-watch").factory());
        started.scheduleWithFixedDelay(this::look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopped = thread;
        if (stopped != null) {
            thread = null;
            stopped.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
