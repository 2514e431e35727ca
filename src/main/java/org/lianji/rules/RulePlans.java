package org.lianji.rules;

import org.lianji.access.PopulationScope;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.platform.Digests;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks the database for a plan of each rule before any is run: one that has none, that writes, or
 * that looks through many records for the few it needs stops the start. What was asked once is not
 * asked again until a rule changes.
 */
@Component
final class RulePlans implements SmartInitializingSingleton {

    /** A pattern as it stands in {@link RuleSearch}, on its third line. */
    private static final String EXPLAIN =
            """
            EXPLAIN MATCH (p:Person {id: ''}) WITH p, [p] AS family, ['*'] AS places
            CALL (p, family, places) {
            %s
            }
            RETURN facts
            """;

    private static final int LINES_BEFORE = 2;

    /** Whom a caller may read about changes the plan, but not whether there is one. */
    private static final RuleScope NO_LIMITS =
            new RuleScope(new TreeMap<>(), null, PopulationScope.ANYONE);

    private static final String ASKED =
            "MATCH (c:RuleCheck {name: 'plans'}) RETURN c.digest = $digest";

    private static final String SAVE = "MERGE (c:RuleCheck {name: 'plans'}) SET c.digest = $digest";

    private static final Pattern LINE = Pattern.compile("\\s*\\(line (\\d+), column \\d+.*");
    private static final Pattern LABEL = Pattern.compile("[:|]`?(\\w+)`?");
    private static final String ANYTHING = "()";

    /** So many nodes may be looked through: fewer than a plan that joins at them costs. */
    private static final long FEW = 10_000;

    private static final Set<String> OUTSIDE = Set.of("ProcedureCall", "LoadCSV");

    private final Neo4jClient graph;
    private final Catalogue catalogue;
    private final Rules rules;

    RulePlans(Neo4jClient graph, Catalogue catalogue, Rules rules) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.rules = rules;
    }

    /** Once the graph's constraints are there. */
    @Override
    public void afterSingletonsInstantiated() {
        Map<String, Object> mark = Map.of("digest", Digests.hex(rules.texts().toString()));
        if (!graph.query(ASKED).bindAll(mark).fetchAs(Boolean.class).one().orElse(false)) {
            rules.reads().forEach(this::check);
            graph.query(SAVE).bindAll(mark).run();
        }
    }

    void check(RuleReader.Read read) {
        scans(read).stream()
                .filter(scan -> scan.equals(ANYTHING) || many(scan))
                .findFirst()
                .ifPresent(
                        scan -> {
                            throw fault(read, scan);
                        });
    }

    /**
     * {@return what is looked through whole, as a pattern}
     *
     * @throws RuleFault where there is no plan, or it does more than read the graph
     */
    List<String> scans(RuleReader.Read read) {
        ResultSummary summary = explained(read);
        List<Plan> steps = steps(summary.plan()).toList();
        if (summary.queryType() != QueryType.READ_ONLY) {
            throw read.file().fault("cypher", "a rule reads, and writes nothing");
        }
        if (steps.stream().anyMatch(step -> OUTSIDE.contains(operator(step)))) {
            throw read.file().fault("cypher", "a rule reads the graph alone, by no procedure");
        }
        return steps.stream()
                .filter(step -> operator(step).endsWith("Scan"))
                .flatMap(RulePlans::scanned)
                .distinct()
                .toList();
    }

    private ResultSummary explained(RuleReader.Read read) {
        try {
            return graph.query(
                            EXPLAIN.formatted(
                                    RuleSearch.pattern(read.pattern(), NO_LIMITS, catalogue)))
                    .run();
        } catch (RuntimeException e) {
            throw cause(e).map(refused -> fault(read, refused)).orElseThrow(() -> e);
        }
    }

    private static Optional<ClientException> cause(Throwable e) {
        return Stream.iterate(e, one -> one != null, Throwable::getCause)
                .filter(ClientException.class::isInstance)
                .map(ClientException.class::cast)
                .findFirst();
    }

    /** In the line of the file that the database means. */
    private static RuleFault fault(RuleReader.Read read, ClientException refused) {
        String text = read.file().text("cypher");
        String message = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        Matcher place = LINE.matcher(message);
        if (!place.find()) {
            return read.file().fault("cypher", message);
        }
        int line = Integer.parseInt(place.group(1)) - LINES_BEFORE;
        int offset =
                text.lines().limit(Math.max(line - 1, 0)).mapToInt(one -> one.length() + 1).sum();
        return read.file()
                .fault(
                        "cypher",
                        Math.min(offset + 1, text.length()),
                        message.substring(0, place.start()));
    }

    private RuleFault fault(RuleReader.Read read, String scan) {
        String name = scan.replaceAll("\\W", "");
        String code = catalogue.categoryOfType(name).map(Category::code).orElse(name);
        return read.file()
                .fault(
                        "cypher",
                        Math.max(0, read.file().text("cypher").indexOf(":" + code)),
                        "all there is of %s would be looked through: start at p or family"
                                .formatted(scan));
    }

    private boolean many(String scan) {
        return graph.query("MATCH %s RETURN count(*)".formatted(scan))
                        .fetchAs(Long.class)
                        .one()
                        .orElse(0L)
                > FEW;
    }

    private static Stream<Plan> steps(Plan plan) {
        return Stream.concat(Stream.of(plan), plan.children().stream().flatMap(RulePlans::steps));
    }

    /** Such as {@code NodeByLabelScan@neo4j}. */
    private static String operator(Plan step) {
        return step.operatorType().replaceFirst("@.*", "");
    }

    private static Stream<String> scanned(Plan step) {
        String form = operator(step).contains("Relationship") ? "()-[:`%s`]-()" : "(:`%s`)";
        String details =
                step.arguments().containsKey("Details")
                        ? step.arguments().get("Details").asString("")
                        : "";
        List<String> names = LABEL.matcher(details).results().map(one -> one.group(1)).toList();
        return operator(step).contains("All") || names.isEmpty()
                ? Stream.of(ANYTHING)
                : names.stream().map(form::formatted);
    }
}
