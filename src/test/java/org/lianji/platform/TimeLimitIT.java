package org.lianji.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import graphql.execution.AbortExecutionException;

import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.demo.DemoAgreements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** A request has its time, and the database no more than that. */
@HubTest
@Import(Ticks.class)
@TestPropertySource(properties = {"lianji.limits.time=2s", "spring.transaction.default-timeout=1s"})
class TimeLimitIT {

    @Autowired Hub hub;
    @Autowired Ticks.Pulse pulse;
    @Autowired Neo4jClient graph;
    @Autowired PlatformTransactionManager transactions;
    @Autowired AutowireCapableBeanFactory beans;

    @Test
    void cutsARequestThatTakesTooLong() {
        HttpResponse<String> answer =
                hub.send(
                        hub.as("MZ", "/graphql")
                                .header("Content-Type", "application/json")
                                .header("Accept-Language", "en")
                                .POST(BodyPublishers.ofString("{\"query\":\"{ never }\"}")));
        pulse.never.countDown();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"TIMED_OUT\"", PlatformCode.TIMED_OUT.en());
    }

    @Test
    void theDatabaseStopsWorkingOnIt() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(
                        () ->
                                transaction.execute(
                                        _ ->
                                                graph.query(
                                                                "UNWIND range(1, 100000000000) AS n"
                                                                        + " WITH n WHERE n < 0"
                                                                        + " RETURN count(n) AS n")
                                                        .fetch()
                                                        .all()))
                .satisfies(
                        fault ->
                                assertThat(new Faults().problem(fault).code())
                                        .isEqualTo(PlatformCode.TIMED_OUT));
    }

    /** What is given up in the middle is no fault of the hub's. */
    @Test
    void theRestOfTheAnswerIsGivenUpWithIt() {
        assertThat(new Faults().problem(new AbortExecutionException("cancelled")).code())
                .isEqualTo(PlatformCode.TIMED_OUT);
    }

    /** They take longer than a request may, and on a busy machine much longer. */
    @Test
    void theAgreementsOfADemoTakeTheTimeThatTheyNeed() {
        beans.createBean(DemoAgreements.class).run(new DefaultApplicationArguments());

        assertThat(graph.query("MATCH (a:Agreement) RETURN count(a)").fetchAs(Long.class).one())
                .hasValueSatisfying(made -> assertThat(made).isGreaterThan(40));
    }
}
