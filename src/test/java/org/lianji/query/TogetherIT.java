package org.lianji.query;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.HubTest;
import org.lianji.compiler.CompiledStatement;
import org.lianji.database.AutoCommit;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Requests of one shape share statements, and nothing else. */
@HubTest
class TogetherIT {

    private static final int REQUESTS = 200;
    private static final long SLOW = 40_000_000;
    private static final String SHARES =
            "UNWIND $rows AS row RETURN row.n AS n, {share: 1000000 / row.among} AS data, [] AS"
                    + " asked, null AS shownFrom";

    private static final String ROWS =
            "UNWIND $rows AS row RETURN row.n AS n, {rows: size($rows), among: row.among, now:"
                    + " row.now} AS data, [] AS asked, null AS shownFrom";

    @Autowired AutoCommit graph;

    private final Logger statements = (Logger) LoggerFactory.getLogger(AutoCommit.class);
    private final AtomicInteger seen = new AtomicInteger();
    private final AppenderBase<ILoggingEvent> counter =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent statement) {
                    if (statement.getFormattedMessage().contains("row.among")) {
                        seen.incrementAndGet();
                    }
                }
            };

    @BeforeEach
    void count() {
        counter.start();
        statements.addAppender(counter);
        statements.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopCounting() {
        statements.setLevel(null);
        statements.detachAppender(counter);
    }

    private StatementExecutor reader(boolean together) {
        return new StatementExecutor(graph, settings(together, Duration.ofSeconds(20)));
    }

    private static ReadSettings settings(boolean together, Duration deadline) {
        return settings(together, DataSize.ofMegabytes(2), deadline);
    }

    private static ReadSettings settings(boolean together, DataSize size, Duration deadline) {
        return new ReadSettings(together, 64, size, 1, Duration.ofMinutes(1), 100, deadline);
    }

    private static List<Future<StatementExecutor.Read>> ask(
            StatementExecutor reader, List<Integer> among) {
        return ask(one -> reader.read(asked(SHARES, one)), among);
    }

    private static List<Future<StatementExecutor.Read>> ask(
            Function<Integer, StatementExecutor.Read> reader, List<Integer> among) {
        List<Future<StatementExecutor.Read>> answers = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(among.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int one : among) {
                answers.add(
                        threads.submit(
                                () -> {
                                    all.countDown();
                                    all.await();
                                    return reader.apply(one);
                                }));
            }
        }
        return answers;
    }

    private static CompiledStatement asked(String cypher, long among) {
        return asked(cypher, among, ZonedDateTime.now(ZoneOffset.UTC));
    }

    private static CompiledStatement asked(String cypher, long among, ZonedDateTime now) {
        return new CompiledStatement(
                cypher,
                Map.of("among", among, "department", "MZ", "now", now),
                Map.of(),
                List.of(),
                List.of(),
                Set.of(),
                Set.of());
    }

    private static List<Integer> numbers(int first) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = first; i < first + REQUESTS; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    @Test
    void eachGetsTheAnswerToItsOwnRow() throws ExecutionException, InterruptedException {
        StatementExecutor reader = reader(true);
        shareStatements(one -> reader.read(asked(SHARES, one)));
    }

    private void shareStatements(Function<Integer, StatementExecutor.Read> reader)
            throws ExecutionException, InterruptedException {
        List<Future<StatementExecutor.Read>> answers = ask(reader, numbers(1));

        for (int i = 0; i < REQUESTS; i++) {
            assertThat(answers.get(i).get().data()).isEqualTo(Map.of("share", 1000000L / (i + 1)));
        }
        assertThat(seen.get()).isBetween(1, REQUESTS / 2);
    }

    /** What is granted until some time isn't shown later because somebody asked before. */
    @Test
    void whoAskTheSameAreAnsweredByOneRowAsOfTheLatest()
            throws ExecutionException, InterruptedException {
        ZonedDateTime start = ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        StatementExecutor reader = reader(true);
        List<Future<StatementExecutor.Read>> answers =
                ask(one -> reader.read(asked(ROWS, one % 2, start.plusSeconds(one))), numbers(0));

        boolean shared = false;
        for (int i = 0; i < REQUESTS; i++) {
            Map<String, Object> data = answers.get(i).get().data();
            assertThat(data.get("among")).isEqualTo(i % 2L);
            assertThat((ZonedDateTime) data.get("now")).isAfterOrEqualTo(start.plusSeconds(i));
            assertThat((Long) data.get("rows")).isLessThanOrEqualTo(2);
            shared |= ((ZonedDateTime) data.get("now")).isAfter(start.plusSeconds(i));
        }
        assertThat(shared).isTrue();
    }

    /** Ten go into a hundred kilobytes where each is answered with nine of them and something. */
    @Test
    void heavyAnswersShareWithFew() throws ExecutionException, InterruptedException {
        String heavy =
                "UNWIND $rows AS row RETURN row.n AS n, {rows: size($rows), among: row.among,"
                        + " weight: range(1, 1150)} AS data, [] AS asked, null AS shownFrom";
        StatementExecutor reader =
                new StatementExecutor(
                        graph, settings(true, DataSize.ofKilobytes(100), Duration.ofSeconds(20)));
        reader.read(asked(heavy, 0));

        List<Long> rows = new ArrayList<>();
        for (Future<StatementExecutor.Read> answer :
                ask(one -> reader.read(asked(heavy, one)), numbers(1))) {
            rows.add((Long) answer.get().data().get("rows"));
        }

        assertThat(Collections.max(rows)).isEqualTo(10);
    }

    @Test
    void countsShareStatementsLikeOtherReads() throws ExecutionException, InterruptedException {
        StatementExecutor reader = reader(true);
        shareStatements(one -> reader.count(asked(SHARES, one)));
    }

    @Test
    void aFaultIsItsOwnersAlone() throws ExecutionException, InterruptedException {
        List<Future<StatementExecutor.Read>> answers = ask(reader(true), numbers(0));

        for (int i = 1; i < REQUESTS; i++) {
            assertThat(answers.get(i).get().data()).isEqualTo(Map.of("share", 1000000L / i));
        }
        assertThat(answers.getFirst().state()).isEqualTo(Future.State.FAILED);
        assertThat(answers.getFirst().exceptionNow()).hasMessageContaining("zero");
    }

    @Test
    void eachHasAStatementOfItsOwnWhereSharingIsOff() {
        ask(reader(false), numbers(1));

        assertThat(seen.get()).isEqualTo(REQUESTS);
    }

    /** The server ends what is past its time some seconds late: the statement takes longer. */
    @Test
    void whatIsAskedAloneIsNotBoundToTheTimeOfSharedStatements() {
        StatementExecutor reader =
                new StatementExecutor(graph, settings(true, Duration.ofMillis(1)));
        String slow =
                "UNWIND $rows AS row UNWIND range(1, row.among) AS i WITH row, max(i) AS share"
                        + " RETURN row.n AS n, {share: share} AS data, [] AS asked, null AS"
                        + " shownFrom";

        StatementExecutor.Read read = reader.read(asked(slow, SLOW));

        assertThat(read.data()).isEqualTo(Map.of("share", SLOW));
    }
}
