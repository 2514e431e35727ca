package org.lianji.projects;

import org.lianji.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends each morning the projects whose last day is over. */
@Component
final class ProjectLapse {

    private static final Logger log = LoggerFactory.getLogger(ProjectLapse.class);

    private final Projects projects;
    private final Faults faults;

    ProjectLapse(Projects projects, Faults faults) {
        this.projects = projects;
        this.faults = faults;
    }

    @Scheduled(cron = "${lianji.projects.daily:0 10 5 * * *}", zone = "Asia/Shanghai")
    void lapse() {
        try {
            projects.over().forEach(this::lapse);
        } catch (RuntimeException e) {
            log.warn("Projects were not looked for: {}", faults.problem(e).code().name());
        }
    }

    /** One that can't end leaves no other open. */
    private void lapse(String project) {
        try {
            projects.runOut(project);
        } catch (RuntimeException e) {
            log.warn(
                    "Project {} whose last day is over was left: {}",
                    project,
                    faults.problem(e).code().name());
        }
    }
}
