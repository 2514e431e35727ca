package org.lianji;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

@TestConfiguration
class HubTestConfiguration {

    @Bean
    TestDatabase testDatabase() {
        return TestDatabase.instance();
    }

    @Bean
    @Lazy
    Hub hub(ServletWebServerApplicationContext server) {
        return new Hub("http://127.0.0.1:" + server.getWebServer().getPort());
    }
}
