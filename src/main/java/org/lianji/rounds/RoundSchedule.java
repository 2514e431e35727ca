package org.lianji.rounds;

import org.lianji.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Holds a round each morning, after needs and offers whose last day is over have lapsed. */
@Component
final class RoundSchedule {

    private static final Logger log = LoggerFactory.getLogger(RoundSchedule.class);

    private final MatchingRounds rounds;
    private final Faults faults;

    RoundSchedule(MatchingRounds rounds, Faults faults) {
        this.rounds = rounds;
        this.faults = faults;
    }

    @Scheduled(cron = "${lianji.rounds.daily:0 30 6 * * *}", zone = "Asia/Shanghai")
    void round() {
        try {
            rounds.run();
        } catch (RuntimeException e) {
            log.warn("Needs were not matched today: {}", faults.problem(e).code().name());
        }
    }
}
