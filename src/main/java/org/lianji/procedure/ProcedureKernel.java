package org.lianji.procedure;

import org.lianji.audit.AuditLog;
import org.lianji.catalogue.Catalogue;
import org.lianji.clocks.Deadlines;
import org.lianji.database.MutationCall;
import org.lianji.database.MutationKeys;
import org.lianji.items.Department;
import org.lianji.outbox.Outbox;
import org.lianji.platform.Caller;
import org.lianji.platform.Ids;
import org.neo4j.driver.exceptions.Neo4jException;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the flows run on. */
@Component
public final class ProcedureKernel {

    private static final String DEADLOCK = "Neo.TransientError.Transaction.DeadlockDetected";
    private static final int MOST_TRIES = 4;

    private final Neo4jClient graph;
    private final AuditLog chain;
    private final SealedTexts texts;
    private final Deadlines rules;
    private final MutationKeys keys;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final String lead;

    ProcedureKernel(
            Neo4jClient graph,
            AuditLog chain,
            SealedTexts texts,
            Deadlines rules,
            MutationKeys keys,
            Catalogue catalogue,
            PlatformTransactionManager manager,
            Outbox outbox,
            Clock clock) {
        this.graph = graph;
        this.chain = chain;
        this.texts = texts;
        this.rules = rules;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
        this.lead =
                catalogue.departments().stream()
                        .filter(Department::lead)
                        .map(Department::code)
                        .findFirst()
                        .orElse("");
    }

    /** {@return the matters of the flow} */
    public <
                    S extends Enum<S>,
                    T extends Enum<T> & Transition<S, P>,
                    P extends Record & Procedure<S>>
            Procedures<S, T, P> of(Flow<S, T, P> flow) {
        return new Procedures<>(flow, this);
    }

    /** {@return who acts, today} */
    public Actor actor(Caller caller) {
        return new Actor(caller, lead, today());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Actor hub() {
        return actor(new Caller("", "hub", Set.of(), "", null));
    }

    /**
     * {@return what comes of the work, done or not done as a whole; where it was in the way of
     * another transaction, and the server gave it up, it is done again}
     */
    <R> R inTransaction(Supplier<R> work) {
        for (int tries = 1; ; tries++) {
            try {
                return Objects.requireNonNull(transactions.execute(_ -> work.get()));
            } catch (RuntimeException e) {
                if (tries == MOST_TRIES
                        || TransactionSynchronizationManager.isActualTransactionActive()
                        || !deadlocked(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean deadlocked(Throwable fault) {
        return fault instanceof Neo4jException neo4j && neo4j.code().equals(DEADLOCK)
                || fault.getCause() instanceof Throwable cause && deadlocked(cause);
    }

    /** {@return what an earlier call of the same name made; see {@link MutationKeys}} */
    Optional<String> earlier(MutationCall call, String made) {
        return keys.earlier(call, made);
    }

    String id(char letter) {
        return Ids.next(letter);
    }

    ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    Neo4jClient graph() {
        return graph;
    }

    Outbox outbox() {
        return outbox;
    }

    AuditLog chain() {
        return chain;
    }

    Deadlines rules() {
        return rules;
    }

    SealedTexts texts() {
        return texts;
    }
}
