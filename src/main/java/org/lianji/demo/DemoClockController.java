package org.lianji.demo;

import org.lianji.platform.Caller;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Time that passes when a demo wants it to; the schema of a hub in real use does not have it. */
@Controller
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
final class DemoClockController {

    private final DemoClock clock;
    private final DueTasks due;

    DemoClockController(DemoClock clock, DueTasks due) {
        this.clock = clock;
        this.due = due;
    }

    @MutationMapping
    DemoClock.DemoTime advanceClock(@AuthenticationPrincipal Caller caller, @Argument int days) {
        DemoClock.DemoTime time = clock.advance(caller, days);
        due.run();
        return time;
    }

    @Bean
    static GraphQlSourceBuilderCustomizer demoSchema() {
        return schema -> schema.schemaResources(new ClassPathResource("demo/clock.graphqls"));
    }
}
