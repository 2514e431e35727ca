package org.lianji.procedure;

import org.jspecify.annotations.Nullable;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.people.MatterPlaces;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The matters of one flow: begun, taken on step by step, found and listed. A step is judged against
 * the version that its caller has seen, and is written, with its entry on the chain, only if that
 * is still the newest.
 *
 * @param <S> the flow's states
 * @param <T> the flow's table
 * @param <P> the flow's matter
 */
public final class Procedures<
        S extends Enum<S>, T extends Enum<T> & Transition<S, P>, P extends Record & Procedure<S>> {

    private final Flow<S, T, P> flow;
    private final ProcedureStore<S, P> store;
    private final ProcedureKernel kernel;

    Procedures(Flow<S, T, P> flow, ProcedureKernel kernel) {
        this.flow = flow;
        this.store = new ProcedureStore<>(kernel.graph(), flow);
        this.kernel = kernel;
    }

    Flow<S, T, P> flow() {
        return flow;
    }

    /**
     * {@return a new matter}
     *
     * @param stated why, as the request says
     * @param step the row of the table that begins it
     * @param note reason, or statement
     * @param make makes it, so far begun
     * @throws Problem NOT_YOUR_TURN where the caller isn't of the party whose step it is, before
     *     anything is looked at
     */
    public P begin(
            MutationCall call,
            Reason stated,
            T step,
            @Nullable String note,
            Function<Progress<S>, P> make) {
        Actor actor = kernel.actor(call.caller());
        if (!step.row().by(call.caller())) {
            throw turn(step);
        }
        P begun = begun(step, make);
        if (!step.row().turn().has(actor, begun)) {
            throw turn(step);
        }
        ProcedureEvent event = event(actor, step, null, begun, note);
        Optional<String> earlier =
                kernel.inTransaction(
                        () -> {
                            Optional<String> before = kernel.earlier(call, begun.id());
                            if (before.isEmpty()) {
                                store.create(begun, event);
                                finish(actor, stated, step, begun);
                            }
                            return before;
                        });
        return earlier.isEmpty() ? begun : known(call.caller(), earlier.get());
    }

    /**
     * {@return a new matter that the hub begins by itself}
     *
     * @param step the row of the table that begins it
     * @param make makes it, so far begun
     */
    public P beginByHub(T step, Function<Progress<S>, P> make) {
        P begun = begun(step, make);
        ProcedureEvent event = event(kernel.hub(), step, null, begun, null);
        kernel.inTransaction(
                () -> {
                    store.create(begun, event);
                    finish(kernel.hub(), Reason.NONE, step, begun);
                    return true;
                });
        return begun;
    }

    private P begun(T step, Function<Progress<S>, P> make) {
        ZonedDateTime now = kernel.now();
        S first = Objects.requireNonNull(step.row().to());
        P begun = make.apply(Progress.begun(kernel.id(flow.letter()), first, now));
        return step.row().clocked(begun, kernel.rules(), now.toLocalDate());
    }

    private P known(Caller caller, String id) {
        return find(caller, id).orElseThrow(() -> new Problem(flow.notFound()));
    }

    /**
     * {@return the matter after the step; of a call that is sent again, as it is now}
     *
     * @param stated why, as the request says
     * @param step a row of the table
     * @param given which matter, as of which version, and what is said
     * @param change what the step changes beside state and clocks
     */
    public P take(
            MutationCall call,
            Reason stated,
            T step,
            TransitionInput given,
            UnaryOperator<P> change) {
        Actor actor = kernel.actor(call.caller());
        Optional<P> taken =
                kernel.inTransaction(
                        () ->
                                kernel.earlier(call, given.id()).isPresent()
                                        ? Optional.empty()
                                        : Optional.of(move(actor, stated, step, given, change)));
        return taken.orElseGet(() -> known(call.caller(), given.id()));
    }

    private P move(
            Actor actor, Reason stated, T step, TransitionInput given, UnaryOperator<P> change) {
        P before =
                store.hold(given.id(), flow.visible(actor))
                        .orElseThrow(() -> new Problem(flow.notFound()));
        if (before.version() != given.version()) {
            throw new Problem(ProcedureCode.VERSION_CONFLICT, Map.of("version", before.version()));
        }
        Optional<Problem> refusal = refusal(actor, step, before);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        String note =
                step.row().writtenBy(actor.caller())
                        ? Texts.required("note", given.note())
                        : Texts.optional("note", given.note());
        return write(actor, stated, step, before, change.apply(before), note);
    }

    /**
     * {@return the matter after a step that the hub takes by itself; none where somebody else was
     * faster, or the step does not lead on from where it stands}
     */
    public Optional<P> advance(T step, P before, UnaryOperator<P> change) {
        if (!step.row().from().contains(before.state())) {
            return Optional.empty();
        }
        return kernel.inTransaction(
                () ->
                        store.hold(before.id(), Fragment.TRUE)
                                .filter(held -> held.version() == before.version())
                                .map(
                                        held ->
                                                write(
                                                        kernel.hub(),
                                                        Reason.NONE,
                                                        step,
                                                        held,
                                                        change.apply(held),
                                                        null)));
    }

    private P write(
            Actor actor, Reason stated, T step, P before, P changed, @Nullable String note) {
        P after = step.row().after(changed, kernel.rules(), kernel.now());
        ProcedureEvent event = event(actor, step, before.state(), after, note);
        store.replace(after, event);
        finish(actor, stated, step, after);
        return after;
    }

    private void finish(Actor actor, Reason stated, T step, P after) {
        flow.taken(actor, step, after);
        kernel.chain().join(flow.entry(actor, stated, step, after));
        Procedure.StepNews news =
                new Procedure.StepNews(
                        flow.matter().getSimpleName(),
                        after.id(),
                        after.version(),
                        step.name(),
                        after.state().name());
        kernel.outbox().post(news.kind(), after.id(), news);
    }

    /** {@return the matter, if the caller may know of it} */
    public Optional<P> find(Caller caller, String id) {
        return store.find(id, flow.visible(kernel.actor(caller)));
    }

    /**
     * {@return the matter, if the caller may know of it}
     *
     * @param which a further condition on {@code m}
     */
    public Optional<P> find(Caller caller, String id, Fragment which) {
        return store.find(id, flow.visible(kernel.actor(caller)).and(which));
    }

    /**
     * {@return the matter, if what people wrote of it is for the caller: that they read it is on
     * the chain then}
     */
    public Optional<P> opened(Caller caller, String id) {
        Actor actor = kernel.actor(caller);
        Optional<P> open = find(caller, id).filter(one -> flow.opens(actor, one));
        kernel.chain().append(open.flatMap(one -> flow.opened(actor, one)).stream().toList());
        return open;
    }

    /** {@return the matter, for the hub itself} */
    public Optional<P> find(String id) {
        return store.find(id, Fragment.TRUE);
    }

    /**
     * {@return what the caller may know of, the newest first}
     *
     * @param which a further condition on {@code m}
     * @param state where they stand; null for all
     */
    public ListSource<P> listing(Caller caller, Fragment which, @Nullable S state) {
        return store.listing(flow.visible(kernel.actor(caller)).and(which), state);
    }

    /**
     * {@return the condition that {@code m} lies in a region}
     *
     * @param region its code; null for anywhere
     */
    public static Fragment within(@Nullable String region) {
        return region == null ? Fragment.TRUE : MatterPlaces.within("within", region);
    }

    /** {@return which steps the caller may take now} */
    public List<T> allowed(Caller caller, P matter) {
        return allowed(kernel.actor(caller), matter);
    }

    private List<T> allowed(Actor actor, P matter) {
        return steps().filter(one -> one.refusal(actor, matter).isEmpty()).toList();
    }

    /**
     * {@return the matter, where the caller has seen its newest version and may take the step now:
     * for what is done before the step, and outside of its transaction}
     */
    public Optional<P> ready(Caller caller, T step, TransitionInput given) {
        return find(caller, given.id())
                .filter(one -> one.version() == given.version())
                .filter(one -> allowed(caller, one).contains(step));
    }

    /** {@return the rows of the table, in order} */
    Stream<T> steps() {
        return Stream.of(Objects.requireNonNull(flow.table().getEnumConstants()));
    }

    /** {@return why the actor may not take the step now; empty where they may} */
    Optional<Problem> refusal(Actor actor, T step, P matter) {
        return step.refusal(actor, matter).map(code -> problem(code, actor, step, matter));
    }

    private Problem problem(Code code, Actor actor, T step, P matter) {
        return switch (code) {
            case ProcedureCode.NOT_YOUR_TURN -> turn(step);
            case ProcedureCode.TRANSITION_NOT_ALLOWED ->
                    new Problem(
                            code,
                            Map.of(
                                    "state",
                                    matter.state().name(),
                                    "allowed",
                                    allowed(actor, matter).stream().map(Enum::name).toList()));
            default -> new Problem(code);
        };
    }

    private Problem turn(T step) {
        return new Problem(
                ProcedureCode.NOT_YOUR_TURN,
                Map.of(
                        "side",
                        step.row().turn().name(),
                        "roles",
                        step.row().roles().stream().map(Enum::name).sorted().toList()));
    }

    private ProcedureEvent event(
            Actor actor, T step, @Nullable S from, P after, @Nullable String note) {
        return new ProcedureEvent(
                after.id(),
                after.version(),
                step.name(),
                from == null ? null : from.name(),
                after.state().name(),
                actor.caller().department(),
                actor.caller().client(),
                actor.caller().region().isEmpty() ? null : actor.caller().region(),
                after.changedAt(),
                note == null || !flow.sealed()
                        ? note
                        : kernel.texts().close(flow.matter(), after.id(), after.version(), note),
                step.row().filed() ? actor.lead() : null);
    }
}
