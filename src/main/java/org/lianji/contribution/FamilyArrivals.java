package org.lianji.contribution;

import org.lianji.bases.BasisRegistry;
import org.lianji.outbox.News;
import org.lianji.outbox.NewsListener;
import org.lianji.records.RecordsContributed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Set;

/** Leads matters to families that come to be known after these were opened. */
@Component
final class FamilyArrivals implements NewsListener {

    private final BasisRegistry bases;
    private final TransactionTemplate writing;

    FamilyArrivals(BasisRegistry bases, PlatformTransactionManager transactions) {
        this.bases = bases;
        this.writing = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "families";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RecordsContributed.KIND);
    }

    @Override
    public void on(News news) {
        RecordsContributed contributed = news.as(RecordsContributed.class);
        writing.executeWithoutResult(_ -> bases.arrived(contributed.persons()));
    }
}
