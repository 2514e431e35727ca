package org.lianji.special;

import org.lianji.outbox.News;
import org.lianji.outbox.NewsListener;
import org.lianji.procedure.Procedure.StepNews;
import org.springframework.stereotype.Component;

import java.util.Set;

/**
 * Who takes an application back, or lets nobody look into it, asks for none of its parts: no other
 * department goes on to decide on them and to see the family. What is refused at the door may be
 * granted by another department still.
 */
@Component
final class CaseEnd implements NewsListener {

    private static final String CASE = "CaseChanged";

    private final SpecialAids aids;

    CaseEnd(SpecialAids aids) {
        this.aids = aids;
    }

    @Override
    public String name() {
        return "special-aid";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CASE);
    }

    @Override
    public void on(News news) {
        StepNews step = news.as(StepNews.class);
        if (SpecialAids.ENDED_CASES.contains(step.state())) {
            aids.end(step.id());
        }
    }
}
