package org.lianji.services;

import org.lianji.people.Deaths;
import org.lianji.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Ends each morning the orders, and the errands to assess, that have had their last day. */
@Component
final class ServiceLapse {

    private static final Logger log = LoggerFactory.getLogger(ServiceLapse.class);

    /** Once it is planned there are some days for the report of what was done. */
    private static final String OVER =
            """
            MATCH (m:ServiceOrder)
            WHERE m.state IN $reserving
              AND ((m.until < $today OR m.consentUntil < $today)
                  AND NOT (m.state = 'SCHEDULED'
                    AND EXISTS { MATCH (d:Deadline {code: 'HELP_REPORT'})-[:OF]->(m) WHERE d.running >= $today })
                OR m.state <> 'SCHEDULED' AND EXISTS { MATCH (m)-[:FOR]->(p:Person) WHERE %s })
            RETURN m.id
            """
                    .formatted(Deaths.of("p"));

    private static final String NOT_ASSESSED =
            "MATCH (m:NeedAssessment {state: 'ASSIGNED'}) WHERE m.until < $today RETURN m.id";

    private final Orders orders;
    private final NeedAssessments assessments;
    private final Neo4jClient graph;
    private final Faults faults;
    private final Clock clock;

    ServiceLapse(
            Orders orders,
            NeedAssessments assessments,
            Neo4jClient graph,
            Faults faults,
            Clock clock) {
        this.orders = orders;
        this.assessments = assessments;
        this.graph = graph;
        this.faults = faults;
        this.clock = clock;
    }

    @Scheduled(cron = "${lianji.services.daily:0 5 5 * * *}", zone = "Asia/Shanghai")
    void lapse() {
        try {
            graph.query(OVER)
                    .bind(Contracts.RESERVING)
                    .to("reserving")
                    .bind(LocalDate.now(clock))
                    .to("today")
                    .fetchAs(String.class)
                    .all()
                    .forEach(order -> lapse(order, orders::lapse));
            graph.query(NOT_ASSESSED)
                    .bind(LocalDate.now(clock))
                    .to("today")
                    .fetchAs(String.class)
                    .all()
                    .forEach(one -> lapse(one, assessments::lapse));
        } catch (RuntimeException e) {
            log.warn("Orders were not looked for: {}", faults.problem(e).code().name());
        }
    }

    /** One that can't end leaves no other open. */
    private void lapse(String matter, Consumer<String> end) {
        try {
            end.accept(matter);
        } catch (RuntimeException e) {
            log.warn(
                    "Matter {} whose last day is over was left: {}",
                    matter,
                    faults.problem(e).code().name());
        }
    }
}
