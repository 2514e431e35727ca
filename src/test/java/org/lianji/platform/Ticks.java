package org.lianji.platform;

import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

import org.lianji.TestClock;
import org.neo4j.driver.exceptions.ClientException;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/**
 * Fields that only tests have: {@code ticks}, a subscription that a test feeds, {@code never},
 * which is never answered, and {@code reason}, why the caller asks; and a clock that tests set.
 */
@TestConfiguration
public class Ticks {

    public static final String CANARY = "150902195603121010";

    private static final String ANYBODY =
            "@allowed(roles: [%s])"
                    .formatted(
                            Arrays.stream(Role.values())
                                    .map(Role::name)
                                    .collect(Collectors.joining(" ")));
    private static final String SUBSCRIPTION =
            "Subscription { ticks(fail: Boolean = false): Int " + ANYBODY + " }";
    private static final String QUERY =
            "extend type Query { never: Int %1$s reason: String %1$s fault: Int %1$s }"
                    .formatted(ANYBODY);

    /** What a test does to the streams: emits a tick to all, and learns when one ends. */
    public static final class Pulse {

        public final BlockingQueue<String> news = new LinkedBlockingQueue<>();
        final CountDownLatch never = new CountDownLatch(1);
        private final Set<FluxSink<Integer>> streams = ConcurrentHashMap.newKeySet();

        public void tick(int number) {
            streams.forEach(stream -> stream.next(number));
        }

        private Flux<Integer> ticks(DataFetchingEnvironment environment) {
            boolean fails = Boolean.TRUE.equals(environment.getArgument("fail"));
            return Flux.<Integer>create(this::opened)
                    .doFinally(how -> news.add(how.toString()))
                    .map(
                            tick -> {
                                if (fails) {
                                    throw new IllegalStateException(CANARY);
                                }
                                return tick;
                            });
        }

        private void opened(FluxSink<Integer> stream) {
            streams.add(stream);
            stream.onDispose(() -> streams.remove(stream));
            news.add("subscribed");
        }
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    Pulse pulse() {
        return new Pulse();
    }

    @Bean
    GraphQlSourceBuilderCustomizer ticksInTheSchema() {
        return builder -> builder.configureTypeDefinitions(Ticks::add);
    }

    private static void add(TypeDefinitionRegistry registry) {
        boolean there = registry.getTypeOrNull("Subscription", ObjectTypeDefinition.class) != null;
        TypeDefinitionRegistry parsed =
                new SchemaParser().parse((there ? "extend type " : "type ") + SUBSCRIPTION);
        parsed.types().values().forEach(registry::add);
        parsed.objectTypeExtensions().values().forEach(all -> all.forEach(registry::add));
        for (ObjectTypeExtensionDefinition one :
                new SchemaParser().parse(QUERY).objectTypeExtensions().get("Query")) {
            registry.add(one);
        }
    }

    @Bean
    RuntimeWiringConfigurer ticksAnswered(Pulse pulse) {
        return wiring ->
                wiring.type("Subscription", type -> type.dataFetcher("ticks", pulse::ticks))
                        .type(
                                "Query",
                                type ->
                                        type.dataFetcher("reason", Ticks::reason)
                                                .dataFetcher("fault", _ -> fail())
                                                .dataFetcher(
                                                        "never",
                                                        _ -> {
                                                            pulse.never.await();
                                                            return 1;
                                                        }));
    }

    private static Object fail() {
        IllegalStateException fault =
                new IllegalStateException(
                        CANARY, new ClientException("Neo.ClientError.Statement.TypeError", CANARY));
        fault.addSuppressed(new RuntimeException(CANARY));
        throw fault;
    }

    private static String reason(DataFetchingEnvironment environment) {
        Reason reason = environment.getGraphQlContext().get(Reason.class);
        return reason.purpose() + " " + reason.basis();
    }
}
