package org.lianji.agreements;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.database.MutationCall;
import org.lianji.database.MutationKeys;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.platform.Caller;
import org.lianji.platform.Ids;
import org.lianji.platform.Problem;
import org.lianji.platform.Prose;
import org.lianji.platform.Role;
import org.lianji.terms.AgreementCode;
import org.lianji.terms.AgreementProgress;
import org.lianji.terms.AgreementRequest;
import org.lianji.terms.AgreementState;
import org.lianji.terms.Overseer;
import org.lianji.terms.PartyRole;
import org.lianji.terms.RequestChecks;
import org.lianji.terms.Terms;
import org.lianji.texts.PlainText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Requests for sharing and what becomes of them (政务数据共享条例 §§20-29). A step is judged against the
 * version that its caller has seen, and written only if that is still the newest.
 */
@Component
public final class Agreements {

    private static final int LONGEST_NOTE = 1_000;
    private static final String HUB = "hub";

    private final AgreementGraph graph;
    private final RequestChecks checks;
    private final AgreementLifecycle life;
    private final MutationKeys keys;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private final String lead;

    public Agreements(
            AgreementGraph graph,
            RequestChecks checks,
            AgreementLifecycle life,
            Catalogue catalogue,
            MutationKeys keys,
            PlatformTransactionManager manager,
            ApplicationEventPublisher news,
            Clock clock) {
        this.graph = graph;
        this.checks = checks;
        this.life = life;
        this.keys = keys;
        this.transactions = new TransactionTemplate(manager);
        this.news = news;
        this.clock = clock;
        this.lead = catalogue.lead();
    }

    /** {@return the department that leads social assistance} */
    public String lead() {
        return lead;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** {@return a new draft of the caller's department; of a call sent again, the first one's} */
    public Agreement request(MutationCall call, AgreementRequest request) {
        Caller caller = call.caller();
        ZonedDateTime now = ZonedDateTime.now(clock);
        Agreement draft =
                new Agreement(
                        Ids.next('A'),
                        1,
                        AgreementState.DRAFT,
                        checks.terms(caller, request),
                        AgreementProgress.NEW,
                        now,
                        now,
                        List.of());
        AgreementEvent event = event(caller, AgreementTransition.REQUEST, null, draft, null);
        return once(
                call,
                draft.id(),
                () -> {
                    graph.create(draft, event);
                    return new AgreementChanged(draft, event);
                });
    }

    /** {@return the draft with other terms} */
    Agreement amend(MutationCall call, Step step, AgreementRequest request) {
        Terms terms = checks.terms(call.caller(), request);
        return move(
                call,
                AgreementTransition.AMEND,
                step,
                before ->
                        new Agreement(
                                before.id(),
                                before.version(),
                                before.state(),
                                terms,
                                before.standing(),
                                before.createdAt(),
                                before.changedAt(),
                                before.deadlines()));
    }

    /** {@return the agreement after the step} */
    public Agreement take(MutationCall call, AgreementTransition transition, Step step) {
        return move(call, transition, step, before -> before);
    }

    private Agreement move(
            MutationCall call,
            AgreementTransition transition,
            Step step,
            UnaryOperator<Agreement> first) {
        return once(call, step.id(), () -> move(call.caller(), transition, step, first));
    }

    private AgreementChanged move(
            Caller caller,
            AgreementTransition transition,
            Step step,
            UnaryOperator<Agreement> first) {
        Agreement before = known(caller, step.id());
        if (before.version() != step.version()) {
            throw new Problem(AgreementCode.VERSION_CONFLICT, Map.of("version", before.version()));
        }
        transition
                .refusal(before, caller, lead, today())
                .ifPresent(code -> refuse(code, transition, before, caller));
        String note = note(transition, step.note());
        Agreement after =
                life.after(
                        first.apply(before),
                        transition,
                        step,
                        caller.department(),
                        ZonedDateTime.now(clock));
        AgreementEvent event = event(caller, transition, before.state(), after, note);
        if (!graph.replace(after, event)) {
            throw new Problem(
                    AgreementCode.VERSION_CONFLICT,
                    Map.of("version", known(caller, step.id()).version()));
        }
        return new AgreementChanged(after, event);
    }

    /**
     * {@return the agreement that the call makes or changes, committed and told; of a call sent
     * again, the first one's}
     */
    private Agreement once(MutationCall call, String id, Supplier<AgreementChanged> make) {
        Once once =
                Objects.requireNonNull(
                        transactions.execute(
                                _ ->
                                        keys.earlier(call, id)
                                                .map(earlier -> new Once(earlier, null))
                                                .orElseGet(() -> new Once(id, make.get()))));
        if (once.change() == null) {
            return known(call.caller(), once.id());
        }
        news.publishEvent(once.change());
        return once.change().agreement();
    }

    /**
     * @param id of the agreement
     * @param change none where an earlier call with the same key made it
     */
    private record Once(String id, @Nullable AgreementChanged change) {}

    private Agreement known(Caller caller, String id) {
        return find(caller, id).orElseThrow(() -> new Problem(AgreementCode.AGREEMENT_NOT_FOUND));
    }

    /** Writes down what the calendar has made of agreements; another hub may have been first. */
    void turnOfTheDay() {
        graph.runOut(today()).forEach(before -> byCalendar(before, AgreementTransition.EXPIRE));
        graph.suspendedBefore(today())
                .forEach(before -> byCalendar(before, AgreementTransition.END_SUSPENSION));
    }

    private void byCalendar(Agreement before, AgreementTransition transition) {
        Caller hub = new Caller("", HUB, Set.of(), "", null);
        Step step = Step.of(before.id(), before.version(), null);
        Agreement after = life.after(before, transition, step, "", ZonedDateTime.now(clock));
        AgreementEvent event = event(hub, transition, before.state(), after, null);
        if (Boolean.TRUE.equals(transactions.execute(one -> first(one, after, event)))) {
            news.publishEvent(new AgreementChanged(after, event));
        }
    }

    private boolean first(TransactionStatus transaction, Agreement after, AgreementEvent event) {
        if (graph.replace(after, event)) {
            return true;
        }
        transaction.setRollbackOnly();
        return false;
    }

    /** {@return the agreement, if the caller may know of it} */
    Optional<Agreement> find(Caller caller, String id) {
        return graph.find(id, today()).filter(found -> found.visibleTo(caller, lead));
    }

    /** {@return the caller's agreements; without a side, all that they may know of} */
    ListSource<Agreement> listing(
            Caller caller, @Nullable PartyRole side, @Nullable AgreementState state) {
        boolean all = caller.is(Role.AUDITOR) || caller.department().equals(lead);
        return graph.listing(
                new AgreementGraph.Which(
                        caller.department(), all, caller.is(Role.AUDITOR), side, state),
                today());
    }

    /**
     * {@return the clocks that the caller's department must keep by a day, the earliest first}
     *
     * @param lastDay the latest last day
     */
    public List<AgreementClock> running(Caller caller, LocalDate lastDay, Stretch stretch) {
        return graph.running(caller.department(), lastDay, today(), stretch);
    }

    /** {@return what the caller may do with the agreement now} */
    List<AgreementTransition> open(Caller caller, Agreement agreement) {
        return AgreementTransition.open(agreement, caller, lead, today());
    }

    private void refuse(
            AgreementCode code, AgreementTransition transition, Agreement before, Caller caller) {
        throw switch (code) {
            case NOT_YOUR_TURN -> turn(transition);
            case TRANSITION_NOT_ALLOWED ->
                    new Problem(
                            code,
                            Map.of(
                                    "state",
                                    before.state().name(),
                                    "allowed",
                                    open(caller, before).stream().map(Enum::name).toList()));
            case SUSPENDED_JUST_NOW ->
                    new Problem(
                            code,
                            Map.of("from", String.valueOf(before.standing().suspension().next())));
            default -> new Problem(code);
        };
    }

    private static Problem turn(AgreementTransition transition) {
        return new Problem(
                AgreementCode.NOT_YOUR_TURN,
                Map.of(
                        "side",
                        transition.side().name(),
                        "roles",
                        transition.roles().stream().map(Role::name).sorted().toList()));
    }

    private static @Nullable String note(AgreementTransition transition, @Nullable String note) {
        String text = note == null ? "" : PlainText.stripped(note);
        if (text.length() > LONGEST_NOTE || text.isEmpty() && transition.written()) {
            throw new Problem(AgreementCode.NOTE_MISSING, Map.of("max", LONGEST_NOTE));
        }
        return text.isEmpty() ? null : Prose.said("note", text, 1);
    }

    /** A suspension is filed with the lead department, unless that is a party (§27). */
    private AgreementEvent event(
            Caller caller,
            AgreementTransition transition,
            @Nullable AgreementState from,
            Agreement after,
            @Nullable String note) {
        Overseer overseer = transition.overseer(lead, after.terms());
        boolean filed = transition == AgreementTransition.SUSPEND && overseer == Overseer.LEAD;
        return new AgreementEvent(
                after.version(),
                transition,
                from,
                after.state(),
                caller.department(),
                caller.client(),
                after.changedAt(),
                note,
                filed ? lead : null,
                overseer);
    }
}
