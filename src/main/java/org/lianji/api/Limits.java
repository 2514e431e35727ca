package org.lianji.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.introspection.GoodFaithIntrospection;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;

import org.jspecify.annotations.Nullable;
import org.lianji.limits.Cost;
import org.lianji.limits.CostCalculator;
import org.lianji.limits.DocumentSize;
import org.lianji.limits.LimitSettings;
import org.lianji.limits.Rates;
import org.lianji.limits.VariablesSize;
import org.lianji.platform.Faults;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/**
 * Refuses a question that asks for too much, or for what the caller has no right to: its size
 * before anything is validated, its cost before anything is fetched.
 */
@Component
final class Limits extends SimplePerformantInstrumentation {

    /** Of the parser's own rules, of which a level of a document takes two or three. */
    private static final int DEEPEST_RULE = 200;

    private final LimitSettings limits;
    private final Rates rates;
    private final SchemaReaders readers;
    private final CacheableReads steady;
    private final Clock clock;
    private final ParserOptions parser;

    /** Of operations as parsed, the same object for the same text. */
    private final Cache<OperationDefinition, Cost> costs = Caffeine.newBuilder().weakKeys().build();

    Limits(
            LimitSettings limits,
            Rates rates,
            SchemaReaders readers,
            CacheableReads steady,
            Clock clock) {
        this.limits = limits;
        this.rates = rates;
        this.readers = readers;
        this.steady = steady;
        this.clock = clock;
        this.parser =
                ParserOptions.getDefaultOperationParserOptions()
                        .transform(
                                options ->
                                        options.maxTokens(limits.tokens())
                                                .maxCharacters(RequestBody.LIMIT)
                                                .maxWhitespaceTokens(RequestBody.LIMIT)
                                                .maxRuleDepth(DEEPEST_RULE));
    }

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input,
            InstrumentationExecutionParameters parameters,
            InstrumentationState state) {
        VariablesSize.check(input.getVariables(), limits);
        input.getGraphQLContext()
                .put(ParserOptions.class, parser)
                .put(GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED, true);
        return input;
    }

    @Override
    public InstrumentationContext<Document> beginParse(
            InstrumentationExecutionParameters parameters, InstrumentationState state) {
        return SimpleInstrumentationContext.whenCompleted(this::parsed);
    }

    /**
     * {@return the document, which is no larger than one may be asked}
     *
     * @throws Problem where it is, or can't be read
     */
    Document parse(String text) {
        try {
            Document document =
                    Parser.parse(
                            ParserEnvironment.newParserEnvironment()
                                    .document(text)
                                    .parserOptions(parser)
                                    .build());
            parsed(document, null);
            return document;
        } catch (InvalidSyntaxException fault) {
            parsed(null, fault);
            throw new Problem(PlatformCode.SYNTAX);
        }
    }

    private void parsed(@Nullable Document document, @Nullable Throwable fault) {
        switch (fault) {
            case null -> {}
            case ParseCancelledException _, ParseCancelledTooManyCharsException _ ->
                    throw new Problem(
                            PlatformCode.TOO_MANY_TOKENS, Map.of("limit", limits.tokens()));
            case ParseCancelledTooDeepException _ ->
                    throw new Problem(PlatformCode.TOO_DEEP, Map.of("limit", limits.depth()));
            default -> {} // told as SYNTAX
        }
        if (document != null) {
            DocumentSize.check(document, limits);
        }
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext execution = parameters.getExecutionContext();
        RequestContext asked = execution.getGraphQLContext().get(RequestContext.class);
        if (asked == null) {
            throw new Problem(PlatformCode.SIGN_IN_REQUIRED);
        }
        NullVariables.check(execution);
        InputTexts.check(execution, LocalDate.now(clock));
        if (isSubscription(execution) && asked.way() != RequestContext.Way.STREAM) {
            throw new Problem(PlatformCode.SUBSCRIPTION_NEEDS_STREAM);
        }
        if (asked.way() == RequestContext.Way.GET
                && !CacheableResponses.suffice(execution, steady)) {
            throw Faults.methodNotAllowed("POST");
        }
        Cost cost = cost(execution);
        if (cost.introspects()) {
            readers.admit(asked.caller());
        }
        check(cost);
        rates.takeCost(asked.caller(), cost.total());
        execution.getGraphQLContext().put(Cost.class, cost);
        return SimpleInstrumentationContext.noOp();
    }

    private void check(Cost cost) {
        if (cost.parts() > limits.parts()) {
            throw new Problem(
                    PlatformCode.TOO_COMPLEX,
                    Map.of("parts", cost.parts(), "limit", limits.parts()));
        }
        if (cost.conditionDepth() > limits.conditionDepth()) {
            throw new Problem(PlatformCode.TOO_DEEP, Map.of("limit", limits.conditionDepth()));
        }
        checkSchema(cost);
        if (cost.total() - cost.schema() > limits.cost()) {
            throw new Problem(
                    PlatformCode.TOO_EXPENSIVE,
                    Map.of("cost", cost.total(), "limit", limits.cost()));
        }
    }

    private void checkSchema(Cost cost) {
        if (cost.schemaLists() > limits.schemaLists()) {
            throw new Problem(
                    PlatformCode.INTROSPECTION_TOO_DEEP,
                    Map.of("lists", cost.schemaLists(), "limit", limits.schemaLists()));
        }
        if (cost.schema() > limits.schema()) {
            throw new Problem(
                    PlatformCode.INTROSPECTION_TOO_LARGE,
                    Map.of("fields", cost.schema(), "limit", limits.schema()));
        }
    }

    private Cost cost(ExecutionContext execution) {
        OperationDefinition operation = execution.getOperationDefinition();
        Cost known = costs.getIfPresent(operation);
        if (known != null) {
            return known;
        }
        Cost cost = CostCalculator.of(execution, limits);
        if (!cost.varies()) {
            costs.put(operation, cost);
        }
        return cost;
    }

    private static boolean isSubscription(ExecutionContext execution) {
        return execution.getOperationDefinition().getOperation()
                == OperationDefinition.Operation.SUBSCRIPTION;
    }
}
