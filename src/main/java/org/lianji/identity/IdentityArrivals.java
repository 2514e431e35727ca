package org.lianji.identity;

import org.lianji.outbox.News;
import org.lianji.outbox.NewsListener;
import org.lianji.people.PersonsMerged;
import org.lianji.procedure.Procedure;
import org.lianji.records.RecordWithdrawn;
import org.lianji.records.RecordsContributed;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Hears of records, and has those looked into of which the hub can't tell whom they are about. */
@Component
final class IdentityArrivals implements NewsListener {

    /** News of steps of reviews. */
    private static final String CHANGED = "IdentityReviewChanged";

    private static final Set<String> TOLD_APART = Set.of("DECIDE_DIFFERENT", "SEPARATE");

    private final IdentityReviews reviews;
    private final PersonBlocks blocks;
    private final KeyBackfill keys;
    private final IdentityRuns runs;

    IdentityArrivals(
            IdentityReviews reviews, PersonBlocks blocks, KeyBackfill keys, IdentityRuns runs) {
        this.reviews = reviews;
        this.blocks = blocks;
        this.keys = keys;
        this.runs = runs;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                RecordsContributed.KIND,
                RecordWithdrawn.KIND,
                PersonsMerged.KIND,
                KeyBackfill.KeysDue.KIND,
                IdentityRuns.StepDue.KIND,
                CHANGED);
    }

    @Override
    public void on(News news) {
        switch (news.kind()) {
            case RecordWithdrawn.KIND -> withdrawn(news.as(RecordWithdrawn.class));
            case PersonsMerged.KIND ->
                    reviews.arrived(blocks.refresh(news.as(PersonsMerged.class).persons()));
            case RecordsContributed.KIND -> {
                RecordsContributed contributed = news.as(RecordsContributed.class);
                arrived(contributed.records(), contributed.persons());
            }
            case KeyBackfill.KeysDue.KIND -> {
                KeyBackfill.KeysDue due = news.as(KeyBackfill.KeysDue.class);
                arrived(due.records(), due.persons());
                keys.goOn();
            }
            case IdentityRuns.StepDue.KIND -> runs.take(news.as(IdentityRuns.StepDue.class));
            default -> changed(news.as(Procedure.StepNews.class));
        }
    }

    private void withdrawn(RecordWithdrawn withdrawn) {
        blocks.refresh(withdrawn.persons());
        reviews.arrived(List.of(withdrawn.record()));
    }

    /** Who has come in may be whom others wait for. */
    private void arrived(Collection<String> records, Collection<String> persons) {
        Set<String> facts = new LinkedHashSet<>(records);
        facts.addAll(blocks.refresh(persons));
        reviews.arrived(facts);
    }

    private void changed(Procedure.StepNews step) {
        if (TOLD_APART.contains(step.step())) {
            reviews.decided(step.id());
        }
    }
}
