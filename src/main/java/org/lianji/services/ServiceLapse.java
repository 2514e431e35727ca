package org.lianji.services;

import org.lianji.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;

/** Ends each morning the orders that have had their last day. */
@Component
final class ServiceLapse {

    private static final Logger log = LoggerFactory.getLogger(ServiceLapse.class);

    private static final String OVER =
            """
            MATCH (m:ServiceOrder)
            WHERE m.state IN $reserving AND (m.until < $today OR m.consentUntil < $today)
            RETURN m.id
            """;

    private final Orders orders;
    private final Neo4jClient graph;
    private final Faults faults;
    private final Clock clock;

    ServiceLapse(Orders orders, Neo4jClient graph, Faults faults, Clock clock) {
        this.orders = orders;
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
                    .forEach(this::lapse);
        } catch (RuntimeException e) {
            log.warn("Orders were not looked for: {}", faults.problem(e).code().name());
        }
    }

    /** One that can't end leaves no other open. */
    private void lapse(String order) {
        try {
            orders.lapse(order);
        } catch (RuntimeException e) {
            log.warn(
                    "Order {} whose last day is over was left: {}",
                    order,
                    faults.problem(e).code().name());
        }
    }
}
