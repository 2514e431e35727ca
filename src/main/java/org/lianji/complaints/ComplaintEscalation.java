package org.lianji.complaints;

import org.lianji.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** Hands to the city what the county has not answered in time. */
@Component
final class ComplaintEscalation {

    private static final Logger log = LoggerFactory.getLogger(ComplaintEscalation.class);

    private final Complaints complaints;
    private final Faults faults;
    private final Clock clock;

    ComplaintEscalation(Complaints complaints, Faults faults, Clock clock) {
        this.complaints = complaints;
        this.faults = faults;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void escalate() {
        try {
            complaints.escalate(LocalDate.now(clock));
        } catch (RuntimeException e) {
            log.warn(
                    "Complaints that are late were not handed to the city: {}",
                    faults.problem(e).code().name());
        }
    }
}
