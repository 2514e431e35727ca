package org.lianji.query;

import org.lianji.catalogue.Category;
import org.lianji.catalogue.ItemType;
import org.lianji.catalogue.Purpose;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.query.StatisticsCypher.Counting;
import org.lianji.query.StatisticsTable.Summed;
import org.lianji.sharing.Clause;
import org.lianji.sharing.Grant;
import org.lianji.sharing.Whom;
import org.neo4j.driver.exceptions.Neo4jException;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Counts and sums for purpose G: about nobody, since no cell tells of fewer than ten and what shows
 * is blurred. The rule is docs/decision.md.
 */
@Component
class Statistics {

    private static final Role[] COUNTERS = {
        Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER, Role.SHARING_UNIT, Role.AUDITOR
    };

    private final Reads reads;
    private final Reader reader;
    private final StatisticsBudget budget;
    private final Ledger ledger;

    Statistics(Reads reads, Reader reader, StatisticsBudget budget, Ledger ledger) {
        this.reads = reads;
        this.reader = reader;
        this.budget = budget;
        this.ledger = ledger;
    }

    /**
     * {@return the table, written down before it leaves}
     *
     * @param who asks, and why
     * @param asked what
     * @throws Problem where it may not be told
     */
    StatisticsTable count(Ledger.Asked who, StatisticsQuestion asked) {
        Question question = reads.question(who.caller(), who.reason());
        Category category = question.catalogue().category(asked.category()).orElseThrow();
        Counting counting = compile(who, question, asked, category);
        StatisticsTable.Form form =
                new StatisticsTable.Form(
                        counting.axes(),
                        asked.depths(),
                        counting.months(),
                        summed(asked, category));
        StatisticsTable table =
                StatisticsTable.of(
                        cells(counting.compiled()),
                        form,
                        new StatisticsNoise(
                                question.hashes(), category.code() + "." + asked.sum()));
        ledger.counted(who, counting.compiled());
        return table;
    }

    private Counting compile(
            Ledger.Asked who, Question question, StatisticsQuestion asked, Category category) {
        try {
            admit(who);
            Counting counting = compile(question, asked, category);
            budget.spend(who.caller(), category.code(), counting.question(asked));
            return counting;
        } catch (Problem refused) {
            ledger.refused(who, refused);
            throw refused;
        }
    }

    private static void admit(Ledger.Asked who) {
        if (who.reason().purpose() != Purpose.G) {
            throw new Problem(QueryCode.PURPOSE_G_REQUIRED);
        }
        if (!who.caller().is(COUNTERS)) {
            throw new Problem(PlatformCode.NOT_ALLOWED);
        }
    }

    private static Counting compile(
            Question question, StatisticsQuestion asked, Category category) {
        StatisticsGrant grant =
                new StatisticsGrant(category, question.grants().on(category), asked.region());
        Clause usable = new Clause(null, grant.usable(), Set.of(), Whom.ANYONE);
        Grants grants =
                new Grants(
                        question.catalogue(),
                        Map.of(category.code(), new Grant.Some(List.of(usable))));
        return new StatisticsCypher(question.with(grants), asked, category).counting(grant);
    }

    private List<StatisticsCell> cells(Compiled compiled) {
        List<?> rows = (List<?>) Objects.requireNonNull(read(compiled).get("cells"));
        if (rows.size() == StatisticsCypher.LIMIT) {
            throw new Problem(QueryCode.TOO_MANY_CELLS, Map.of("max", rows.size() - 1));
        }
        return rows.stream().map(StatisticsCell::of).toList();
    }

    private Map<String, Object> read(Compiled compiled) {
        try {
            return reader.count(compiled).data();
        } catch (RuntimeException fault) {
            for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
                if (cause instanceof Neo4jException neo && neo.code().contains("TimedOut")) {
                    throw new Problem(QueryCode.STATISTICS_TIME);
                }
            }
            throw fault;
        }
    }

    private static Summed summed(StatisticsQuestion asked, Category category) {
        String item = asked.sum();
        return item == null
                ? Summed.NOTHING
                : category.item(item).orElseThrow().type() == ItemType.Scalar.MONEY
                        ? Summed.MONEY
                        : Summed.NUMBERS;
    }
}
