package org.lianji.monitoring;

import org.lianji.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** Hands to the county what nobody in the township has taken on in time (国办发〔2023〕39号 第四条). */
@Component
final class WarningEscalation {

    private static final Logger log = LoggerFactory.getLogger(WarningEscalation.class);

    private final Warnings warnings;
    private final Faults faults;
    private final Clock clock;

    WarningEscalation(Warnings warnings, Faults faults, Clock clock) {
        this.warnings = warnings;
        this.faults = faults;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void escalate() {
        try {
            warnings.unclaimed(LocalDate.now(clock)).forEach(warnings::escalate);
        } catch (RuntimeException e) {
            log.warn(
                    "Warnings that nobody took on were not handed to the county: {}",
                    faults.problem(e).code().name());
        }
    }
}
