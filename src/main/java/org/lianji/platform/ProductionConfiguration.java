package org.lianji.platform;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import java.util.List;

@Configuration
class ProductionConfiguration {

    /** Runs before any bean is made, so that nothing has been started, written or served. */
    @Bean
    static BeanFactoryPostProcessor productionChecks(Environment settings) {
        return beans -> {
            List<String> findings = new ProductionChecks(settings).findings();
            if (!findings.isEmpty()) {
                throw new StartRefused(
                        "The hub does not start with these settings:\n- "
                                + String.join("\n- ", findings)
                                + "\nSet what is missing, by environment variables or a file, or"
                                + " try the hub out with lianji.mode=demo.");
            }
        };
    }
}
