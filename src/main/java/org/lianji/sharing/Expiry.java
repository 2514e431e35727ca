package org.lianji.sharing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;

/**
 * Writes into the history that an agreement ran out; it has been without effect since its last day
 * whether or not this has run.
 */
@Component
final class Expiry {

    private static final Logger log = LoggerFactory.getLogger(Expiry.class);

    private final ShareRequests requests;
    private final WorkCalendar calendar;
    private final Clock clock;

    Expiry(ShareRequests requests, WorkCalendar calendar, Clock clock) {
        this.requests = requests;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 600_000)
    void run() {
        try {
            requests.expire();
        } catch (RuntimeException e) {
            log.warn("Expired agreements were not written down: {}", e.getMessage());
        }
    }

    /** In good time before the first deadline would fail. */
    @Scheduled(initialDelay = 1_000, fixedDelay = 86_400_000)
    void remind() {
        LocalDate today = LocalDate.now(clock);
        if (calendar.lastDay().isBefore(today.plusDays(60))) {
            log.warn(
                    "放假安排只到 {}：请把国务院办公厅下一年的通知写成文件，由 {} 指定，否则超出的期限不能办理",
                    calendar.lastDay(),
                    CalendarSettings.FILE);
        }
    }
}
