package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.data.neo4j.core.Neo4jClient;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** No complete batch stays untold, whatever becomes of its listeners. */
@HubTest
class NewsIT {

    /** Hears everything, and fails over it where it is told to. */
    static final class Listener {

        private final List<ContributionCommitted> heard = new CopyOnWriteArrayList<>();
        private volatile boolean broken;

        @EventListener
        void on(ContributionCommitted news) {
            heard.add(news);
            if (broken) {
                throw new IllegalStateException("the listener is broken");
            }
        }
    }

    @TestConfiguration
    static class Listening {

        @Bean
        Listener listener() {
            return new Listener();
        }
    }

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    @Autowired Outbox news;

    @Autowired Listener listener;

    @BeforeEach
    void silence() {
        listener.heard.clear();
        listener.broken = false;
    }

    @Test
    void tellsOfABatchOnce() {
        String batch = id(send("k"));
        send("k");
        news.tellAll();

        assertThat(listener.heard).containsExactly(new ContributionCommitted(batch, "GA01", "GA"));
    }

    @Test
    void tellsAgainOfABatchWhoseListenerFailedAndItsOwnerDoesNotNotice() {
        listener.broken = true;
        HttpResponse<String> answer = send("k");
        assertThat(answer.statusCode()).isEqualTo(201);
        listener.broken = false;

        news.tellLate();
        assertThat(listener.heard).as("still under way, perhaps").hasSize(1);
        news.tellAll();
        news.tellAll();

        ContributionCommitted told = new ContributionCommitted(id(answer), "GA01", "GA");
        assertThat(listener.heard).containsExactly(told, told);
    }

    @Test
    void tellsLateOfABatchThatAnotherHubLeftUntold() {
        listener.broken = true;
        String batch = id(send("k"));
        listener.broken = false;
        graph.query("MATCH (b:Batch) SET b.finishedAt = b.finishedAt - duration('PT6M')").run();

        news.tellLate();
        news.tellLate();

        assertThat(listener.heard)
                .extracting(ContributionCommitted::batch)
                .containsExactly(batch, batch);
    }

    private HttpResponse<String> send(String key) {
        return new Owner(hub).send(key, HEADER + row("1", "2026-03-01", ZHANG, "H1"));
    }

    private static String id(HttpResponse<String> response) {
        return Owner.json(response).at("/id").asString();
    }
}
