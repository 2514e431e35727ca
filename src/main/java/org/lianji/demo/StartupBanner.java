package org.lianji.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Says, once all is up and filled, where the playground is and how a token is got; demo mode only.
 */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
final class StartupBanner {

    private static final Logger log = LoggerFactory.getLogger(StartupBanner.class);

    private final Environment environment;

    StartupBanner(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        String address = "http://127.0.0.1:" + environment.getProperty("local.server.port");
        log.info(
                "联济已就绪 / Lianji is ready\n"
                    + "  查询台 playground  {}/playground/\n"
                    + "  令牌 token         curl -s -u mz:mz-demo -d grant_type=client_credentials"
                    + " {}/oauth2/token\n"
                    + "  GraphQL            {}/graphql",
                address,
                address,
                address);
    }
}
