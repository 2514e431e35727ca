package org.lianji.disclosure;

import org.lianji.outbox.News;
import org.lianji.outbox.NewsListener;
import org.lianji.procedure.Procedure.StepNews;
import org.springframework.stereotype.Component;

import java.util.Set;

/**
 * Where nothing is to be granted any more nothing hangs: who takes an application back is nobody's
 * news.
 */
@Component
final class CaseClosure implements NewsListener {

    private static final String CASE = "CaseChanged";

    private static final Set<String> WITHOUT_GRANT = Set.of("WITHDRAWN", "ABORTED", "REFUSED");

    private final Notices notices;

    CaseClosure(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CASE);
    }

    @Override
    public void on(News news) {
        StepNews step = news.as(StepNews.class);
        if (WITHOUT_GRANT.contains(step.state())) {
            notices.takeDown(step.id());
        }
    }
}
