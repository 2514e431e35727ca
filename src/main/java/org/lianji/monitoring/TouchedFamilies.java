package org.lianji.monitoring;

import org.lianji.outbox.News;
import org.lianji.outbox.NewsListener;
import org.lianji.records.RecordWithdrawn;
import org.lianji.records.RecordsContributed;
import org.lianji.rules.Rules;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;

/**
 * Looks at whom a contribution or a withdrawal is about, and at their families, as soon as it is
 * committed, with the rules that read its category.
 */
@Component
final class TouchedFamilies implements NewsListener {

    private final Rules rules;
    private final Screening screening;

    TouchedFamilies(Rules rules, Screening screening) {
        this.rules = rules;
        this.screening = screening;
    }

    @Override
    public String name() {
        return "monitoring";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RecordsContributed.KIND, RecordWithdrawn.KIND);
    }

    @Override
    public void on(News news) {
        if (news.kind().equals(RecordWithdrawn.KIND)) {
            RecordWithdrawn withdrawn = news.as(RecordWithdrawn.class);
            screen(withdrawn.category(), withdrawn.persons());
        } else {
            RecordsContributed contributed = news.as(RecordsContributed.class);
            screen(contributed.category(), contributed.persons());
        }
    }

    private void screen(String category, List<String> persons) {
        screening.families(
                rules.all().stream().filter(rule -> rule.items().containsKey(category)).toList(),
                persons);
    }
}
