package org.lianji.statistics;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.compiler.CompiledStatement;
import org.lianji.compiler.Conditions;
import org.lianji.compiler.ItemMention;
import org.lianji.compiler.ItemProjection;
import org.lianji.compiler.ObservationTime;
import org.lianji.compiler.QueryContext;
import org.lianji.compiler.Statement;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.people.DatedRelations;
import org.lianji.people.Regions;
import org.lianji.platform.Problem;
import org.lianji.selection.Place;
import org.lianji.selection.QueryCode;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes the statement that counts: cells and totals at once, each person once in each. */
final class StatisticsCypher {

    /** More rows than a table may have. */
    static final int LIMIT = 2_001;

    private static final Set<ItemType> DATES =
            Set.of(ItemType.Scalar.DATE, ItemType.Scalar.DATE_TIME, ItemType.Scalar.YEAR_MONTH);
    private static final String OBSERVED = "observedAt";
    private static final Set<String> COMMON_DATES = Set.of("validFrom", OBSERVED);
    private static final Set<ItemType> NUMBERS = Set.of(ItemType.Scalar.MONEY, ItemType.Scalar.INT);

    /** One place a person: where they live, else where they are registered. */
    private static final String PLACE =
            """
              CALL (row, p) {
                OPTIONAL MATCH (p)-[e:RESIDES_IN|REGISTERED_IN]->(g:Region) WHERE %s
                RETURN g.code AS place ORDER BY type(e) DESC, place LIMIT 1
              }
            """
                    .formatted(DatedRelations.held("e", "row.today"));

    /** Elsewhere than in the city nobody is told apart. */
    private static final String COUNTY =
            "CASE WHEN place STARTS WITH '%s' AND substring(place, 4, 2) <> '00' THEN left(place, 6) + '000000' ELSE '?' END"
                    .formatted(Regions.CITY);

    private static final String TOWNSHIP =
            "CASE WHEN substring(place, 6, 3) <> '000' THEN left(place, 9) + '000' ELSE '?' END";

    private final Category category;
    private final StatisticsQuestion asked;
    private final QueryContext question;
    private final Statement statement;
    private final Set<String> used = new TreeSet<>();

    /**
     * @param question with the grant that the statistic may use
     */
    StatisticsCypher(QueryContext question, StatisticsQuestion asked, Category category) {
        this.category = category;
        this.asked = asked;
        this.question = question;
        this.statement = new Statement(question);
    }

    /**
     * @param compiled what is run
     * @param axes which figures it counts
     * @param months that it shows
     */
    record CountStatement(
            CompiledStatement compiled, StatisticsAxes axes, StatisticsMonths months) {

        /** {@return the same text for the same question, however it was written} */
        String question(StatisticsQuestion asked) {
            return List.of(axes, months, asked.depths(), String.valueOf(asked.sum())).toString();
        }
    }

    /**
     * {@return the statement}
     *
     * @param grant where its use of items is looked up
     * @throws Problem where an item is not granted, or can't be used so
     */
    CountStatement counting(StatisticsGrant grant) {
        StatisticsConditions where = StatisticsConditions.of(question, asked, category);
        used.addAll(where.values().keySet());
        ItemProjection r =
                new ItemProjection("r", null, question.grants().on(category), _ -> "true");
        List<String> conditions = new ArrayList<>();
        conditions.add("true");
        conditions.addAll(
                new Conditions(statement)
                        .of(
                                category,
                                new TreeMap<>(where.values()),
                                r,
                                StatisticsConditions.place(category)));
        String text = text(conditions, where.months());
        CompiledStatement compiled =
                new CompiledStatement(
                        text,
                        statement.compiled(text).about(question, Map.of()).parameters(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        items().stream()
                                .map(ItemMention::used)
                                .collect(Collectors.toUnmodifiableSet()),
                        grant.agreements(used.isEmpty() ? grant.usable() : used)
                                .collect(Collectors.toUnmodifiableSet()));
        StatisticsAxes axes =
                new StatisticsAxes(
                        category.code(),
                        asked.region(),
                        where.traits(),
                        asked.byMonth(),
                        asked.byItem());
        return new CountStatement(compiled, axes, where.months());
    }

    private Set<String> items() {
        return used.isEmpty()
                ? Set.of(category.code())
                : used.stream()
                        .map(item -> category.code() + "." + item)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private String text(List<String> conditions, StatisticsMonths months) {
        String region = asked.region();
        boolean placed = region != null || asked.byRegion() != null;
        return """
        UNWIND $rows AS row
        CALL (row) {
          MATCH (r:`%s`)-[:ABOUT]->(p:Person) WHERE %s
        %s  WITH %s%s
          UNWIND %s AS c0 UNWIND %s AS c1 UNWIND %s AS c2
          WITH c0, c1, c2, p, sum(amount) AS amount
          WITH c0, c1, c2, count(p) AS people, sum(p.cellKey) AS key, sum(amount) AS total,
            sum(abs(amount)) AS gross, max(abs(amount)) AS most, count(CASE WHEN amount <> 0 THEN 1 END) AS givers
          LIMIT %d
          RETURN collect({at: [c0, c1, c2], people: people, key: key, sum: total, gross: gross, most: most, givers: givers}) AS cells
        }
        RETURN row.n AS n, {cells: cells} AS data, [] AS asked, null AS shownFrom\
        """
                .formatted(
                        category.type(),
                        String.join(" AND ", conditions),
                        placed ? PLACE : "",
                        placed ? "p, place, " : "p, ",
                        columns(region, months),
                        regions(),
                        periods(months),
                        asked.byItem() == null ? "['']" : "[value, '']",
                        LIMIT);
    }

    private String columns(@Nullable String region, StatisticsMonths months) {
        List<String> limits = new ArrayList<>();
        if (region != null) {
            limits.add("place STARTS WITH " + statement.slots().slot(prefix(region)));
        }
        if (months.limited()) {
            limits.add(
                    "%s <= month <= %s"
                            .formatted(
                                    statement.slots().slot(year(months.from()) + "-01"),
                                    statement.slots().slot(year(months.to()) + "-12")));
        }
        return "%s AS month, %s AS value, %s AS amount%s"
                .formatted(
                        month(),
                        value(),
                        amount(),
                        limits.isEmpty() ? "" : "\n  WHERE " + String.join(" AND ", limits));
    }

    /** Whole years are counted, whose totals then are what they are elsewhere. */
    private static String year(YearMonth month) {
        return "%04d".formatted(month.getYear());
    }

    /** Of limited months no total is told: it would be no figure of its own. */
    private String periods(StatisticsMonths months) {
        if (asked.byMonth() == null) {
            return "['']";
        }
        String year = "coalesce(left(month, 4), '?')";
        String month = "coalesce(left(month, 4) + '/' + month, '?/?')";
        return (asked.period() == StatisticsQuestion.Period.YEAR
                        ? "[" + year
                        : "[" + month + ", " + year)
                + (months.limited() ? "]" : ", '']");
    }

    /**
     * Villages are too small to be told of. The province is the city by another name: one figure
     * with two names would be blurred twice, and the mean of both is nearer to the truth.
     */
    private String prefix(String region) {
        Place place = new Place(null, "region");
        String prefix =
                Regions.prefix((String) question.value(ItemType.Scalar.REGION_CODE, region, place));
        if (prefix.length() == region.length() || Regions.aboveCity(region)) {
            throw place.refused(QueryCode.NOT_FOR_STATISTICS);
        }
        return prefix;
    }

    private String regions() {
        return switch (asked.byRegion()) {
            case null -> "['']";
            case COUNTY -> "[coalesce(%s, '?'), '']".formatted(COUNTY);
            case TOWNSHIP ->
                    "[coalesce(%1$s, '?') + '/' + coalesce(%2$s, '?'), coalesce(%1$s, '?'), '']"
                            .formatted(COUNTY, TOWNSHIP);
        };
    }

    private String month() {
        String name = asked.byMonth();
        if (name == null) {
            return "''";
        }
        if (!COMMON_DATES.contains(name)) {
            item("byMonth", name, item -> DATES.contains(item.type()));
        }
        return "left(toString(%s), 7)"
                .formatted(name.equals(OBSERVED) ? observed() : "r.`%s`".formatted(name));
    }

    /** A change that does not show moves nobody from one month to another. */
    private String observed() {
        return new ObservationTime(statement, "r", "p").of(List.of(category));
    }

    private String value() {
        String name = asked.byItem();
        if (name == null) {
            return "''";
        }
        item("byItem", name, StatisticsItems::tellsApart);
        return "coalesce(toString(r.`%s`), '?')".formatted(name);
    }

    private String amount() {
        String name = asked.sum();
        if (name == null) {
            return "0";
        }
        item("sum", name, item -> NUMBERS.contains(item.type()));
        return "r.`%s`".formatted(name);
    }

    private void item(String argument, String name, Predicate<Item> fits) {
        Place place = new Place(null, argument);
        Item item = StatisticsItems.granted(place, name, category, question);
        if (item.list() || !fits.test(item)) {
            throw place.refused(QueryCode.NOT_FOR_STATISTICS);
        }
        used.add(item.name());
    }
}
