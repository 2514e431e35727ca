package org.lianji.publication;

import org.lianji.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Publishes each morning what is open. */
@Component
final class PublicationSchedule {

    private static final Logger log = LoggerFactory.getLogger(PublicationSchedule.class);

    private final NeedPublication publication;
    private final Faults faults;

    PublicationSchedule(NeedPublication publication, Faults faults) {
        this.publication = publication;
        this.faults = faults;
    }

    @Scheduled(cron = "${lianji.publication.daily:0 0 6 * * *}", zone = "Asia/Shanghai")
    void publish() {
        try {
            publication.publish("hub");
        } catch (RuntimeException e) {
            log.warn("Needs were not published today: {}", faults.problem(e).code().name());
        }
    }
}
