package org.lianji.outbox;

import org.lianji.Lianji;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.neo4j.core.Neo4jClient;

/** A hub with a listener that hangs in the middle; found by no scan, since it has no annotation. */
public final class HubWithEar {

    public static void main(String[] args) {
        new SpringApplication(Lianji.class, HubWithEar.class).run(args);
    }

    @Bean
    DurableEar ear(Neo4jClient graph) {
        return new DurableEar(graph, "the other", true);
    }
}
