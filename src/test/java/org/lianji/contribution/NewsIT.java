package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianji.contribution.Owner.CHILD;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.LI;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.outbox.News;
import org.lianji.outbox.NewsListener;
import org.lianji.people.People;
import org.lianji.records.RecordWithdrawn;
import org.lianji.records.RecordsContributed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who listens hears what a batch brought and whom it concerns, and nothing of what it did not. */
@HubTest
class NewsIT {

    static final class Ear implements NewsListener {

        private final List<News> heard = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "contribution-test";
        }

        @Override
        public Set<String> kinds() {
            return Set.of(RecordsContributed.KIND, RecordWithdrawn.KIND);
        }

        @Override
        public void on(News news) {
            heard.add(news);
        }
    }

    @TestConfiguration
    static class Ears {

        @Bean
        Ear ear() {
            return new Ear();
        }
    }

    @Autowired Hub hub;

    @Autowired People people;

    @Autowired Ear ear;

    @BeforeEach
    void silence() {
        ear.heard.clear();
    }

    @Test
    void aBatchIsToldWithItsRecordsAndPersonsOnce() {
        String batch =
                send("k", row("1", "2026-03-01", ZHANG, "H1") + row("2", "2026-03-01", LI, "H1"));
        send("k", row("1", "2026-03-01", ZHANG, "H1") + row("2", "2026-03-01", LI, "H1"));
        send("later", row("3", "2026-03-01", CHILD, "H1"));

        List<News> heard = heard(2);
        RecordsContributed first = heard.getFirst().as(RecordsContributed.class);
        assertThat(first.batch()).isEqualTo(batch).isEqualTo(heard.getFirst().subject());
        assertThat(first.category()).isEqualTo("GA01");
        assertThat(first.records()).hasSize(2).doesNotHaveDuplicates();
        assertThat(first.persons()).containsExactlyInAnyOrder(token(ZHANG), token(LI));
        assertThat(heard.getLast().as(RecordsContributed.class).persons())
                .containsExactly(token(CHILD));
    }

    /** Whoever a record was about until now is concerned as much as whoever it is about now. */
    @Test
    void anotherVersionConcernsThoseOfTheOneBefore() {
        send("one", row("1", "2026-03-01", ZHANG, "H1"));
        send("two", row("1", "2026-04-01", LI, "H1"));

        assertThat(heard(2).getLast().as(RecordsContributed.class).persons())
                .containsExactlyInAnyOrder(token(ZHANG), token(LI));
    }

    @Test
    void rowsThatChangeNothingAreNoNews() {
        send("one", row("1", "2026-03-01", ZHANG, "H1"));
        send("same", row("1", "2026-03-01", ZHANG, "H1"));
        send("wrong", row("2", "2026-03-01", ZHANG.substring(1), "H1"));
        send("next", row("3", "2026-03-01", ZHANG, "H1"));

        assertThat(heard(2))
                .extracting(news -> news.as(RecordsContributed.class).records().size())
                .containsExactly(1, 1);
    }

    @Test
    void whatIsTakenBackConcernsThoseOfBothVersions() {
        send("one", row("1", "2026-03-01", ZHANG, "H1"));
        send("two", row("1", "2026-04-01", LI, "H1"));
        hub.ask(
                "GA",
                "mutation { withdraw(category: GA01, recordNo: \"1\", reason: \"报送有误，应予撤回\") {"
                        + " record restored } }");

        RecordWithdrawn told = heard(3).getLast().as(RecordWithdrawn.class);
        RecordsContributed first = ear.heard.get(0).as(RecordsContributed.class);
        RecordsContributed second = ear.heard.get(1).as(RecordsContributed.class);
        assertThat(told.record()).isEqualTo(second.records().getFirst());
        assertThat(told.restored()).isEqualTo(first.records().getFirst());
        assertThat(told.persons()).containsExactlyInAnyOrder(token(ZHANG), token(LI));
    }

    @Test
    void newsHoldNoNumber() {
        send("one", row("1", "2026-03-01", ZHANG, "H1"));

        assertThat(heard(1).getFirst().toString()).doesNotContain(ZHANG, ZHANG.substring(6, 14));
    }

    private List<News> heard(int count) {
        await().until(() -> ear.heard.size() >= count);
        assertThat(ear.heard).hasSize(count);
        return ear.heard;
    }

    private String token(String number) {
        return people.of(number).orElseThrow();
    }

    private String send(String key, String rows) {
        HttpResponse<String> answer = new Owner(hub).send(key, HEADER + rows);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return Owner.json(answer).at("/id").asString();
    }
}
