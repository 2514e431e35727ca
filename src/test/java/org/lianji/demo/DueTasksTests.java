package org.lianji.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is due after days have passed is done, once each, whatever fails. */
class DueTasksTests {

    private static final Duration LATER = Duration.ofDays(1);

    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    void areThoseThatComeOnceInAWhile() {
        ScheduledTaskRegistrar schedule = new ScheduledTaskRegistrar();
        try (SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler()) {
            schedule.setTaskScheduler(scheduler);
            schedule.addCronTask(
                    () -> {
                        throw new IllegalStateException();
                    },
                    "0 0 3 1 1 *");
            schedule.addFixedDelayTask(task("often", Duration.ofSeconds(2)));
            schedule.addFixedDelayTask(task("every hour", Duration.ofHours(1)));
            schedule.addCronTask(() -> done.add("nightly"), "0 0 3 1 1 *");
            schedule.afterPropertiesSet();

            new DueTasks(List.of(schedule)).run();

            await().until(() -> done.size() == 2);
            assertThat(done).containsExactlyInAnyOrder("every hour", "nightly");
        }
    }

    private FixedDelayTask task(String name, Duration interval) {
        return new FixedDelayTask(() -> done.add(name), interval, LATER);
    }
}
