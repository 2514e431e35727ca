package org.lianji.bases;

import org.lianji.audit.Act;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hides looks from persons where someone's safety is at stake: what one asks for the head of the
 * department's sharing signs, each time for ninety days at most.
 */
@Component
final class Safeguards {

    private static final int MOST_DAYS = 90;

    private static final String LOCK =
            "MATCH (b:Basis {id: $id}) SET b.locked = true REMOVE b.locked";

    private static final String SET = "MATCH (b:Basis {id: $id}) SET b += $properties";

    private final Neo4jClient graph;
    private final Bases bases;
    private final BasisEntries entries;
    private final BasisDays days;
    private final TransactionTemplate writing;

    Safeguards(
            Neo4jClient graph,
            Bases bases,
            BasisEntries entries,
            BasisDays days,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.bases = bases;
        this.entries = entries;
        this.days = days;
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * {@return what is asked, where it may be}
     *
     * @throws Problem SAFEGUARDING_UNTIL where it is for too long
     */
    Safeguarding.HidingRequest admitted(Safeguarding.HidingRequest asked) {
        LocalDate today = days.today();
        if (asked.until().isBefore(today) || asked.until().isAfter(today.plusDays(MOST_DAYS))) {
            throw new Problem(BasisCode.SAFEGUARDING_UNTIL);
        }
        return asked;
    }

    /** {@return the basis, hidden as was asked; empty where the caller sees none of that name} */
    Optional<Basis> confirm(Caller caller, String id) {
        return change(caller, id, basis -> sign(caller, basis));
    }

    private void sign(Caller caller, Basis basis) {
        Safeguarding asked = hidden(basis);
        if (asked.signedAt() != null) {
            throw new Problem(BasisCode.ALREADY_SIGNED);
        }
        if (asked.askedBy().equals(caller.client())) {
            throw new Problem(BasisCode.OWN_SAFEGUARDING);
        }
        if (!caller.department().equals(basis.department())) {
            throw new Problem(BasisCode.SIGNED_BY_ANOTHER);
        }
        set(
                basis,
                Map.of(
                        "hidingSignedAt",
                        days.now(),
                        "hidingSignedBy",
                        caller.client(),
                        "shownFrom",
                        days.endOf(asked.until())));
        entries.hiding(caller, basis, asked, Act.HIDING_SIGNED);
    }

    /**
     * {@return the basis, hidden no longer than it is until the head has signed again; empty where
     * the caller sees none of that name}
     */
    Optional<Basis> extend(Caller caller, String id, Safeguarding.HidingRequest asked) {
        return change(caller, id, basis -> ask(caller, basis, asked));
    }

    private void ask(Caller caller, Basis basis, Safeguarding.HidingRequest asked) {
        Safeguarding before = hidden(basis);
        if (before.signedAt() == null) {
            throw new Problem(BasisCode.NOT_SIGNED_YET);
        }
        Map<String, Object> properties =
                Safeguarding.properties(asked, caller.client(), days.now(), before.hiddenUntil());
        set(basis, properties);
        Safeguarding after =
                new Safeguarding(
                        asked.ground(),
                        asked.reason(),
                        asked.until(),
                        days.now(),
                        caller.client(),
                        before.hiddenUntil(),
                        null);
        entries.hiding(caller, basis, after, Act.HIDING_ASKED);
    }

    private Safeguarding hidden(Basis basis) {
        if (basis.isUnfounded()) {
            throw new Problem(BasisCode.UNFOUNDED_LOOKS_SHOW);
        }
        Safeguarding hidden = basis.safeguarding();
        ZonedDateTime now = days.now();
        if (hidden == null || hidden.state(now) == Safeguarding.State.ENDED) {
            throw new Problem(BasisCode.NOT_HIDDEN);
        }
        return hidden;
    }

    private void set(Basis basis, Map<String, Object> properties) {
        graph.query(SET).bindAll(Map.of("id", basis.id(), "properties", properties)).run();
    }

    private Optional<Basis> change(Caller caller, String id, Consumer<Basis> step) {
        return Objects.requireNonNull(
                writing.execute(
                        _ -> {
                            graph.query(LOCK).bind(id).to("id").run();
                            Optional<Basis> found = bases.find(caller, id);
                            found.ifPresent(step);
                            return found.flatMap(_ -> bases.find(caller, id));
                        }));
    }
}
