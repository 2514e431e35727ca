package org.lianji.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.Task;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;

/**
 * What the hub does by itself from time to time, done once after the demo's time was set ahead: its
 * schedules go by the real time.
 */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
final class DueTasks {

    private static final Logger log = LoggerFactory.getLogger(DueTasks.class);

    /** What runs more often comes soon anyway. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private final List<ScheduledTaskHolder> schedules;

    DueTasks(List<ScheduledTaskHolder> schedules) {
        this.schedules = List.copyOf(schedules);
    }

    /** Goes on while the caller does, one task after the other. */
    void run() {
        Thread.ofVirtual().name("due-tasks").start(this::all);
    }

    private void all() {
        schedules.stream()
                .flatMap(schedule -> schedule.getScheduledTasks().stream())
                .map(ScheduledTask::getTask)
                .filter(DueTasks::isRare)
                .forEach(DueTasks::once);
    }

    private static boolean isRare(Task task) {
        return switch (task) {
            case CronTask _ -> true;
            case IntervalTask often -> often.getIntervalDuration().compareTo(SOON) > 0;
            default -> false;
        };
    }

    private static void once(Task task) {
        try {
            task.getRunnable().run();
        } catch (RuntimeException e) {
            log.warn("What was due was not done: {}", e.getClass().getSimpleName());
        }
    }
}
