package org.lianji.cooperation;

import org.lianji.outbox.News;
import org.lianji.outbox.NewsListener;
import org.lianji.procedure.Procedure.StepNews;
import org.springframework.stereotype.Component;

import java.util.Set;

/**
 * Once somebody was helped, or their application accepted, their county is asked if it is another:
 * afterwards, so that no help waits for it.
 */
@Component
final class HelpElsewhere implements NewsListener {

    private static final Set<String> STEPS = Set.of("GIVE", "IDENTIFY", "ACCEPT");
    private static final Set<String> HELPED = Set.of("PAPERS_DUE", "COMPLETE", "ACCEPTED");

    private final Cooperation cooperation;

    HelpElsewhere(Cooperation cooperation) {
        this.cooperation = cooperation;
    }

    @Override
    public String name() {
        return "cooperation";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("ReliefCaseChanged", "CaseChanged");
    }

    @Override
    public void on(News news) {
        StepNews step = news.as(StepNews.class);
        if (STEPS.contains(step.step()) && HELPED.contains(step.state())) {
            cooperation.askFor(step.id());
        }
    }
}
