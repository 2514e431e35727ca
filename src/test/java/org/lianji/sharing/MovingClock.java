package org.lianji.sharing;

import org.lianji.TestClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Days pass as a test wants them to. */
@TestConfiguration
public class MovingClock {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }
}
