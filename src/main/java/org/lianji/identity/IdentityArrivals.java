package org.lianji.identity;

import org.lianji.outbox.News;
import org.lianji.outbox.NewsListener;
import org.lianji.records.RecordWithdrawn;
import org.lianji.records.RecordsContributed;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;

/** Hears of records, and has those looked into of which the hub can't tell whom they are about. */
@Component
final class IdentityArrivals implements NewsListener {

    private final IdentityReviews reviews;

    IdentityArrivals(IdentityReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RecordsContributed.KIND, RecordWithdrawn.KIND);
    }

    @Override
    public void on(News news) {
        reviews.arrived(
                news.kind().equals(RecordWithdrawn.KIND)
                        ? List.of(news.as(RecordWithdrawn.class).record())
                        : news.as(RecordsContributed.class).records());
    }
}
