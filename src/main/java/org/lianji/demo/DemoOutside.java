package org.lianji.demo;

import org.lianji.means.OutsideKind;
import org.lianji.means.OutsideSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** Whom the check of means asks outside of the hub, in a demo: nobody real. */
@Configuration
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
@ConditionalOnProperty(name = "lianji.demo.agreements", matchIfMissing = true)
class DemoOutside {

    @Bean
    OutsideSource simulatedTax(Clock clock) {
        return new SimulatedSource(OutsideKind.TAX, clock);
    }

    @Bean
    OutsideSource simulatedBank(Clock clock) {
        return new SimulatedSource(OutsideKind.BANK, clock);
    }

    @Bean
    OutsideSource simulatedBroker(Clock clock) {
        return new SimulatedSource(OutsideKind.SECURITIES, clock);
    }

    @Bean
    OutsideSource simulatedInsurer(Clock clock) {
        return new SimulatedSource(OutsideKind.INSURANCE, clock);
    }

    @Bean
    OutsideSource simulatedWallet(Clock clock) {
        return new SimulatedSource(OutsideKind.PAYMENT_INSTITUTION, clock);
    }
}
