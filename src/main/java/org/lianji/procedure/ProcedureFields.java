package org.lianji.procedure;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.idl.RuntimeWiring;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Entry;
import org.lianji.database.MutationCall;
import org.lianji.platform.Caller;
import org.lianji.platform.Faults;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * What the matters of all flows answer in the same way, and the mutations that take a step with
 * nothing but a note: for each flow that there is, under the names of its types.
 */
@Component
final class ProcedureFields implements RuntimeWiringConfigurer {

    private static final String HISTORY = "procedureHistory";

    private final List<Flow<?, ?, ?>> flows;
    private final ProcedureKernel kernel;
    private final ProcedureStream stream;

    ProcedureFields(
            List<Flow<?, ?, ?>> flows,
            ProcedureKernel kernel,
            ProcedureHistory history,
            ProcedureStream stream,
            BatchLoaderRegistry loaders) {
        this.flows = flows;
        this.kernel = kernel;
        this.stream = stream;
        loaders.<Question, List<ProcedureEvent>>forName(HISTORY)
                .registerMappedBatchLoader(
                        (asked, environment) ->
                                Mono.fromCallable(
                                        () -> steps(history, asked, environment.getKeyContexts())));
    }

    /**
     * Whose history is asked for.
     *
     * @param opened whether what people wrote is read, which is on the chain before it leaves
     */
    private record Question(String matter, boolean opened) {}

    private Map<Question, List<ProcedureEvent>> steps(
            ProcedureHistory history, Set<Question> asked, Map<Object, Object> entries) {
        kernel.chain()
                .append(
                        asked.stream()
                                .filter(Question::opened)
                                .map(one -> (Entry) Objects.requireNonNull(entries.get(one)))
                                .toList());
        Map<String, List<ProcedureEvent>> found =
                history.of(asked.stream().map(Question::matter).collect(Collectors.toSet()));
        return asked.stream()
                .collect(
                        Collectors.toMap(
                                one -> one, one -> found.getOrDefault(one.matter(), List.of())));
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Procedure",
                type ->
                        type.typeResolver(
                                environment ->
                                        environment
                                                .getSchema()
                                                .getObjectType(name(environment.getObject()))));
        flows.forEach(flow -> wire(kernel.of(flow), wiring));
    }

    private static String name(Object matter) {
        return matter.getClass().getSimpleName();
    }

    private <
                    S extends Enum<S>,
                    T extends Enum<T> & Transition<S, P>,
                    P extends Record & Procedure<S>>
            void wire(Procedures<S, T, P> matters, RuntimeWiring.Builder wiring) {
        Class<P> matter = matters.flow().matter();
        String name = matter.getSimpleName();
        wiring.type(
                name,
                type ->
                        type.dataFetcher("id", of(matter, (one, _) -> one.id()))
                                .dataFetcher("version", of(matter, (one, _) -> one.version()))
                                .dataFetcher("state", of(matter, (one, _) -> one.state()))
                                .dataFetcher("createdAt", of(matter, (one, _) -> one.createdAt()))
                                .dataFetcher("changedAt", of(matter, (one, _) -> one.changedAt()))
                                .dataFetcher("deadlines", of(matter, (one, _) -> one.deadlines()))
                                .dataFetcher(
                                        "overdue",
                                        of(matter, (one, _) -> one.overdue(kernel.today())))
                                .dataFetcher(
                                        "stage", of(matter, (one, at) -> stage(matters, one, at)))
                                .dataFetcher(
                                        "steps", of(matter, (one, at) -> steps(matters, one, at)))
                                .dataFetcher(
                                        "allowedTransitions",
                                        of(
                                                matter,
                                                (one, at) -> matters.allowed(Caller.of(at), one)))
                                .dataFetcher(
                                        "history",
                                        of(matter, (one, at) -> history(matters, one, at))));
        wiring.type(
                name + "Event",
                type ->
                        type.dataFetcher(
                                "note",
                                of(
                                        ProcedureEvent.class,
                                        (one, at) -> note(matters, one, Caller.of(at)))));
        if (matters.flow().streamed()) {
            listen(matters, name, wiring);
        }
        matters.steps()
                .filter(step -> step.row().mutation() != null)
                .forEach(
                        step ->
                                wiring.type(
                                        "Mutation",
                                        type ->
                                                type.dataFetcher(
                                                        Objects.requireNonNull(
                                                                step.row().mutation()),
                                                        at -> take(matters, step, at))));
    }

    /** News of the flow, with the matter under its name. */
    private void listen(Procedures<?, ?, ?> matters, String name, RuntimeWiring.Builder wiring) {
        String field = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        wiring.type(
                "Subscription",
                type -> type.dataFetcher(field + "Changed", at -> stream.of(matters, at)));
        wiring.type(
                name + "Change",
                type ->
                        type.dataFetcher(
                                field,
                                of(ProcedureStream.StepTaken.class, (one, _) -> one.matter())));
    }

    private interface Field<M> {
        @Nullable Object of(M source, DataFetchingEnvironment environment);
    }

    private static <M> DataFetcher<Object> of(Class<M> type, Field<M> field) {
        return environment ->
                field.of(type.cast(Objects.requireNonNull(environment.getSource())), environment);
    }

    private static <
                    S extends Enum<S>,
                    T extends Enum<T> & Transition<S, P>,
                    P extends Record & Procedure<S>>
            P take(Procedures<S, T, P> matters, T step, DataFetchingEnvironment environment) {
        Map<String, Object> given = Objects.requireNonNull(environment.getArgument("step"));
        return matters.take(
                MutationCall.of(Caller.of(environment), environment),
                Reason.of(environment.getGraphQlContext()),
                step,
                new TransitionInput(
                        String.valueOf(given.get("id")),
                        ((Number) Objects.requireNonNull(given.get("version"))).longValue(),
                        (String) given.get("note")),
                one -> one);
    }

    private <
                    S extends Enum<S>,
                    T extends Enum<T> & Transition<S, P>,
                    P extends Record & Procedure<S>>
            CompletableFuture<List<ProcedureEvent>> history(
                    Procedures<S, T, P> matters, P one, DataFetchingEnvironment environment) {
        Actor actor = kernel.actor(Caller.of(environment));
        boolean opens = matters.flow().opens(actor, one);
        Entry entry =
                opens && environment.getSelectionSet().contains("note")
                        ? matters.flow().opened(actor, one).orElse(null)
                        : null;
        CompletableFuture<List<ProcedureEvent>> steps =
                Objects.requireNonNull(
                                environment.<Question, List<ProcedureEvent>>getDataLoader(HISTORY))
                        .load(new Question(one.id(), entry != null), entry);
        return opens
                ? steps
                : steps.thenApply(all -> all.stream().map(ProcedureEvent::unsaid).toList());
    }

    private @Nullable Object note(
            Procedures<?, ?, ?> matters, ProcedureEvent event, Caller caller) {
        if (!matters.flow().tells(kernel.actor(caller), event)) {
            return null;
        }
        return matters.flow().sealed()
                ? kernel.texts()
                        .open(
                                matters.flow().matter(),
                                event.matter(),
                                event.version(),
                                event.note())
                : event.note();
    }

    private static <
                    S extends Enum<S>,
                    T extends Enum<T> & Transition<S, P>,
                    P extends Record & Procedure<S>>
            ProcedureStage stage(
                    Procedures<S, T, P> matters, P one, DataFetchingEnvironment environment) {
        return new ProcedureStage(
                one.state().name(),
                described(environment, name(one) + "State", one.state().name()),
                matters.steps().noneMatch(step -> step.row().from().contains(one.state())));
    }

    /** Those of the table that callers can take; from where the matter stands first. */
    private <
                    S extends Enum<S>,
                    T extends Enum<T> & Transition<S, P>,
                    P extends Record & Procedure<S>>
            List<ProcedureStep> steps(
                    Procedures<S, T, P> matters, P one, DataFetchingEnvironment environment) {
        Actor actor = kernel.actor(Caller.of(environment));
        return matters.steps()
                .filter(step -> step.row().from().contains(one.state()))
                .filter(step -> !step.row().roles().isEmpty())
                .map(
                        step -> {
                            Optional<Problem> refusal = matters.refusal(actor, step, one);
                            return new ProcedureStep(
                                    step.name(),
                                    described(environment, name(one) + "Transition", step.name()),
                                    step.row().mutation(),
                                    step.row().writtenBy(actor.caller()),
                                    refusal.isEmpty(),
                                    refusal.map(problem -> problem.code().name()).orElse(null),
                                    refusal.map(
                                                    problem ->
                                                            Faults.message(
                                                                    problem,
                                                                    environment.getLocale()))
                                            .orElse(null));
                        })
                .toList();
    }

    private static String described(
            DataFetchingEnvironment environment, String type, String value) {
        GraphQLEnumType choices = (GraphQLEnumType) environment.getGraphQLSchema().getType(type);
        return Objects.requireNonNull(
                Objects.requireNonNull(choices).getValue(value).getDescription());
    }
}
