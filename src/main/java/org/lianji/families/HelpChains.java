package org.lianji.families;

import graphql.GraphQLContext;
import graphql.execution.RawVariables;
import graphql.language.Document;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;

import org.jspecify.annotations.Nullable;
import org.lianji.access.ReadPurpose;
import org.lianji.catalogue.Catalogue;
import org.lianji.platform.Caller;
import org.lianji.query.ReadAudit;
import org.lianji.query.ReadResult;
import org.lianji.query.RecordQueries;
import org.lianji.query.ResultCompletion;
import org.lianji.query.ResultFields;
import org.lianji.selection.Withheld;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks for a family's help as anybody could ask for its records: it has no rules of its own, and
 * each person and item is admitted, decided, guarded, masked and entered on the chain like any
 * read.
 */
@Component
final class HelpChains {

    private static final int LARGEST = 200;

    private static final String QUESTION =
            """
            query ($person: ID!) { node(id: $person) { ... on Person { ...Helped memberships { household { id kind members { person { ...Helped } } } } } } }
            fragment Helped on Person { id records(categories: [%s], first: %d) { pageInfo { hasNextPage } nodes { category recordNo department observedAt
              validFrom validTo %s } } }
            """;

    private final RecordQueries reads;
    private final ResultFields answered;
    private final GraphQLSchema schema;
    private final String text;
    private final Document document;

    HelpChains(
            RecordQueries reads, ResultFields answered, GraphQlSource graph, Catalogue catalogue) {
        this.reads = reads;
        this.answered = answered;
        this.schema = graph.schema();
        this.text = question(catalogue);
        this.document = Parser.parse(text);
    }

    private static String question(Catalogue catalogue) {
        return QUESTION.formatted(
                Arrays.stream(HelpSource.values())
                        .map(Enum::name)
                        .collect(Collectors.joining(", ")),
                LARGEST,
                Arrays.stream(HelpSource.values())
                        .map(
                                source ->
                                        source.fragment(
                                                catalogue
                                                        .category(source.name())
                                                        .orElseThrow()
                                                        .type()))
                        .collect(Collectors.joining(" ")));
    }

    /**
     * What was read.
     *
     * @param chain of the family; null where the person doesn't show
     * @param withheld what was asked and isn't granted
     */
    record Answer(@Nullable HelpChain chain, List<Withheld> withheld) {}

    /** {@return the chain of help of the person's family, as far as it shows} */
    Answer of(Caller caller, ReadPurpose reason, String person, LocalDate day) {
        List<ExecutableNormalizedField> fields =
                ExecutableNormalizedOperationFactory
                        .createExecutableNormalizedOperationWithRawVariables(
                                schema, document, null, RawVariables.of(Map.of("person", person)))
                        .getTopLevelFields();
        ReadResult reading = new ReadResult(text);
        RecordQueries.Answer answer =
                reads.answer(new ReadAudit.AuditedRequest(caller, reason, text), fields, LARGEST);
        reading.fill(() -> answer);
        Map<String, ?> data =
                new ResultCompletion(
                                answered, reading, schema, GraphQLContext.getDefault(), Locale.ROOT)
                        .of(fields)
                        .orElseThrow(() -> new IllegalStateException("a person is not complete"));
        return new Answer(
                data.get("node") instanceof Map<?, ?> node ? chain(node, day) : null,
                answer.compiled().withheld());
    }

    private static HelpChain chain(Map<?, ?> node, LocalDate day) {
        Optional<Map<?, ?>> household = household(node);
        Map<String, Map<?, ?>> people = new LinkedHashMap<>();
        people.put(id(node), node);
        household.ifPresent(
                home ->
                        maps(home.get("members")).stream()
                                .map(member -> (Map<?, ?>) member.get("person"))
                                .forEach(one -> people.putIfAbsent(id(one), one)));
        List<HelpRecord> records = new ArrayList<>();
        boolean complete = true;
        for (Map.Entry<String, Map<?, ?>> one : people.entrySet()) {
            Map<?, ?> page = (Map<?, ?>) Objects.requireNonNull(one.getValue().get("records"));
            Map<?, ?> info = (Map<?, ?>) Objects.requireNonNull(page.get("pageInfo"));
            complete &= !Boolean.TRUE.equals(info.get("hasNextPage"));
            maps(page.get("nodes"))
                    .forEach(record -> records.add(HelpRecord.of(one.getKey(), record)));
        }
        return new HelpChain(
                id(node),
                household.map(HelpChains::id).orElse(null),
                List.copyOf(people.keySet()),
                day,
                records,
                complete);
    }

    /** Who lives together or, where no such family shows, who is registered together. */
    private static Optional<Map<?, ?>> household(Map<?, ?> node) {
        return maps(node.get("memberships")).stream()
                .<Map<?, ?>>map(member -> (Map<?, ?>) member.get("household"))
                .min(
                        Comparator.comparing((Map<?, ?> home) -> String.valueOf(home.get("kind")))
                                .thenComparing(HelpChains::id));
    }

    private static String id(Map<?, ?> object) {
        return String.valueOf(object.get("id"));
    }

    private static List<Map<?, ?>> maps(@Nullable Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(list)).forEach(one -> maps.add((Map<?, ?>) one));
        return maps;
    }
}
