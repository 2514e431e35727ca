package org.lianji.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

import java.time.ZoneId;
import java.time.ZonedDateTime;

@Configuration
class TimeConfiguration {

    /** Days and deadlines are those of China, wherever the server stands. */
    @Bean
    HubClock clock() {
        return new HubClock(ZoneId.of("Asia/Shanghai"));
    }

    /** Answers outside of GraphQL tell instants as those of GraphQL do. */
    @Bean
    JacksonModule instantsAsTold() {
        return new SimpleModule().addSerializer(ZonedDateTime.class, new AsTold());
    }

    private static final class AsTold extends ValueSerializer<ZonedDateTime> {

        @Override
        public void serialize(
                ZonedDateTime time, JsonGenerator json, SerializationContext context) {
            json.writeString(BeijingTime.text(time.toInstant()));
        }
    }
}
