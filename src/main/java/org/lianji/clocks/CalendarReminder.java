package org.lianji.clocks;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;

/** Asks for the next year's holidays in good time before the first deadline would fail. */
@Component
final class CalendarReminder {

    private static final Logger log = LoggerFactory.getLogger(CalendarReminder.class);

    private final WorkCalendar calendar;
    private final Clock clock;

    CalendarReminder(WorkCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

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
