package org.lianji.agencies;

import org.lianji.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.util.List;

/** Ends each morning the agencies that are over; nobody acts by them before that either. */
@Component
final class AgencyLapse {

    private static final Logger log = LoggerFactory.getLogger(AgencyLapse.class);

    private final Agencies agencies;
    private final Faults faults;

    AgencyLapse(Agencies agencies, Faults faults) {
        this.agencies = agencies;
        this.faults = faults;
    }

    @Scheduled(cron = "${lianji.agencies.daily:0 20 5 * * *}", zone = "Asia/Shanghai")
    void lapse() {
        try {
            agencies.over().forEach(this::lapse);
        } catch (RuntimeException e) {
            log.warn("Agencies were not looked for: {}", faults.problem(e).code().name());
        }
    }

    /** One that can't end leaves no other open. */
    private void lapse(String agency) {
        try {
            agencies.lapse(List.of(agency));
        } catch (RuntimeException e) {
            log.warn(
                    "Agency {} that is over was left: {}", agency, faults.problem(e).code().name());
        }
    }
}
