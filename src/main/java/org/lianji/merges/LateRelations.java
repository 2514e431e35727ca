package org.lianji.merges;

import org.lianji.people.MergedPersons;
import org.lianji.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.concurrent.TimeUnit;

/**
 * What was written about an old number in the moment in which two were merged, or by a flow that
 * knows nothing of merges, goes on to who is kept.
 */
@Component
final class LateRelations {

    private static final Logger log = LoggerFactory.getLogger(LateRelations.class);

    private final MergedPersons persons;
    private final TransactionTemplate writing;
    private final Faults faults;

    LateRelations(MergedPersons persons, PlatformTransactionManager transactions, Faults faults) {
        this.persons = persons;
        this.writing = new TransactionTemplate(transactions);
        this.faults = faults;
    }

    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void follow() {
        try {
            writing.executeWithoutResult(_ -> persons.follow());
        } catch (RuntimeException e) {
            log.warn(
                    "What came late to who was merged was left: {}",
                    faults.problem(e).code().name());
        }
    }
}
