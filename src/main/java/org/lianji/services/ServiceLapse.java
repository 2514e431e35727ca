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
                    .forEach(orders::lapse);
        } catch (RuntimeException e) {
            log.warn(
                    "Orders whose last day is over were left: {}", faults.problem(e).code().name());
        }
    }
}
