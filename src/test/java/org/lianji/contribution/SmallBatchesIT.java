package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianji.HubTest;
import org.lianji.catalogue.Category;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.records.Receipt;
import org.lianji.upload.Content;
import org.lianji.upload.ContributionCode;
import org.lianji.upload.RawRow;
import org.lianji.upload.RequestContent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Small batches that arrive while one is written share the next transaction, and nothing else. */
@HubTest
class SmallBatchesIT {

    private static final Caller POLICE =
            new Caller("GA", "test", Set.of(Role.SYSTEM), "150900000000", null);
    private static final int BATCHES = 6;

    @Autowired Contributions contributions;

    @Autowired SmallBatches small;

    @Autowired Neo4jClient graph;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** Its digest is read in the transaction that opens its batch. */
    private static final class Watched implements Content {

        private final Content rows;
        private final CountDownLatch read = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicInteger opened = new AtomicInteger();

        Watched(String hukouNo) {
            rows =
                    new RequestContent(
                            List.of(
                                    Map.of(
                                            "recordNo", hukouNo,
                                            "observedAt", "2026-03-01T08:00:00+08:00",
                                            "idNumber", Owner.ZHANG,
                                            "hukouNo", hukouNo,
                                            "relationToHead", "HEAD",
                                            "hukouRegion", "150902001001",
                                            "name", "张三",
                                            "sex", "MALE",
                                            "birthDate", "1956-03-12")));
        }

        static Watched held(String hukouNo) {
            return new Watched(hukouNo);
        }

        static Watched free(String hukouNo) {
            Watched content = new Watched(hukouNo);
            content.goOn.countDown();
            return content;
        }

        @Override
        public Format format() {
            return rows.format();
        }

        @Override
        public String digest() {
            opened.incrementAndGet();
            read.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return rows.digest();
        }

        @Override
        public Charset charset() {
            return rows.charset();
        }

        @Override
        public long size() {
            return rows.size();
        }

        @Override
        public List<String> columns() {
            return rows.columns();
        }

        @Override
        public Iterator<RawRow> rows() {
            return rows.rows();
        }
    }

    private Future<Contributions.ContributionResult> send(String key, Content content) {
        Category category = contributions.admit(POLICE, "GA01", key);
        return threads.submit(() -> contributions.contribute(POLICE, category, key, content));
    }

    /** Holds the lane with a batch of its own until all are waiting. */
    private List<Future<Contributions.ContributionResult>> sendTogether(List<Watched> contents)
            throws InterruptedException {
        Watched before = Watched.held("before");
        send("before", before);
        before.read.await();
        List<Future<Contributions.ContributionResult>> sent = new ArrayList<>();
        for (Watched content : contents) {
            sent.add(send("k" + sent.size(), content));
            int waiting = sent.size();
            await().until(() -> small.waiting() == waiting);
        }
        before.goOn.countDown();
        return sent;
    }

    private long records() {
        return graph.query("MATCH (r:Record) RETURN count(r)")
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    @Test
    void shareATransaction() throws InterruptedException, ExecutionException {
        Watched last = Watched.held("last");
        List<Watched> contents = new ArrayList<>();
        for (int i = 1; i < BATCHES; i++) {
            contents.add(Watched.free("H" + i));
        }
        contents.add(last);

        List<Future<Contributions.ContributionResult>> sent = sendTogether(contents);
        last.read.await();

        assertThat(contents).allMatch(content -> content.opened.get() > 0);
        assertThat(sent).noneMatch(Future::isDone);
        assertThat(records()).isEqualTo(1);
        last.goOn.countDown();
        for (Future<Contributions.ContributionResult> one : sent) {
            assertThat(one.get().receipt().state()).isEqualTo(Receipt.State.COMPLETE);
            assertThat(one.get().receipt().counts().accepted()).isEqualTo(1);
            assertThat(one.get().repeated()).isFalse();
        }
        assertThat(records()).isEqualTo(1 + BATCHES);
    }

    @Test
    void oneThatIsRefusedTakesNoOtherAlong() throws InterruptedException, ExecutionException {
        send("k1", Watched.free("other content")).get();
        List<Watched> contents =
                List.of(Watched.free("H0"), Watched.free("H1"), Watched.free("H2"));

        List<Future<Contributions.ContributionResult>> sent = sendTogether(contents);

        assertThat(sent.get(0).get().receipt().counts().accepted()).isEqualTo(1);
        assertThatThrownBy(() -> sent.get(1).get())
                .cause()
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code())
                                        .isEqualTo(ContributionCode.IDEMPOTENCY_CONFLICT));
        assertThat(sent.get(2).get().receipt().counts().accepted()).isEqualTo(1);
        assertThat(contents.getFirst().opened).hasValue(2 * contents.get(2).opened.get());
        assertThat(records()).isEqualTo(4);
    }

    @Test
    void theSameBatchTwiceIsWrittenOnce() throws InterruptedException, ExecutionException {
        Watched before = Watched.held("before");
        send("before", before);
        before.read.await();
        Future<Contributions.ContributionResult> first = send("k", Watched.free("H1"));
        Future<Contributions.ContributionResult> second = send("k", Watched.free("H1"));
        await().until(() -> small.waiting() == 2);
        before.goOn.countDown();

        assertThat(List.of(first.get().repeated(), second.get().repeated()))
                .containsExactlyInAnyOrder(true, false);
        assertThat(first.get().receipt().id()).isEqualTo(second.get().receipt().id());
        assertThat(records()).isEqualTo(2);
    }
}
