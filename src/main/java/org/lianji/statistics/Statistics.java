package org.lianji.statistics;

import org.lianji.access.Grant;
import org.lianji.access.GrantClause;
import org.lianji.access.PopulationScope;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.compiler.CompiledStatement;
import org.lianji.compiler.Grants;
import org.lianji.compiler.QueryContext;
import org.lianji.items.ItemType;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.query.ReadAudit;
import org.lianji.query.RecordQueries;
import org.lianji.query.StatementExecutor;
import org.lianji.selection.QueryCode;
import org.lianji.statistics.StatisticsCypher.CountStatement;
import org.lianji.statistics.StatisticsTable.SumAxis;
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

    private final RecordQueries reads;
    private final StatementExecutor reader;
    private final StatisticsBudget budget;
    private final ReadAudit ledger;

    Statistics(
            RecordQueries reads,
            StatementExecutor reader,
            StatisticsBudget budget,
            ReadAudit ledger) {
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
    StatisticsTable count(ReadAudit.AuditedRequest who, StatisticsQuestion asked) {
        QueryContext question = reads.question(who.caller(), who.reason());
        Category category = question.catalogue().category(asked.category()).orElseThrow();
        CountStatement counting = compile(who, question, asked, category);
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

    private CountStatement compile(
            ReadAudit.AuditedRequest who,
            QueryContext question,
            StatisticsQuestion asked,
            Category category) {
        try {
            admit(who);
            CountStatement counting = compile(question, asked, category);
            budget.spend(who.caller(), category.code(), counting.question(asked));
            return counting;
        } catch (Problem refused) {
            ledger.refused(who, refused);
            throw refused;
        }
    }

    private static void admit(ReadAudit.AuditedRequest who) {
        if (who.reason().purpose() != Purpose.G) {
            throw new Problem(QueryCode.PURPOSE_G_REQUIRED);
        }
        if (!who.caller().is(COUNTERS)) {
            throw new Problem(PlatformCode.NOT_ALLOWED);
        }
    }

    private static CountStatement compile(
            QueryContext question, StatisticsQuestion asked, Category category) {
        StatisticsGrant grant =
                new StatisticsGrant(category, question.grants().on(category), asked.region());
        GrantClause usable =
                new GrantClause(null, grant.usable(), Set.of(), PopulationScope.ANYONE);
        Grants grants =
                new Grants(
                        question.catalogue(),
                        Map.of(category.code(), new Grant.Some(List.of(usable))));
        return new StatisticsCypher(question.with(grants), asked, category).counting(grant);
    }

    private List<StatisticsCell> cells(CompiledStatement compiled) {
        List<?> rows = (List<?>) Objects.requireNonNull(read(compiled).get("cells"));
        if (rows.size() == StatisticsCypher.LIMIT) {
            throw new Problem(QueryCode.TOO_MANY_CELLS, Map.of("max", rows.size() - 1));
        }
        return rows.stream().map(StatisticsCell::of).toList();
    }

    private Map<String, Object> read(CompiledStatement compiled) {
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

    private static SumAxis summed(StatisticsQuestion asked, Category category) {
        String item = asked.sum();
        return item == null
                ? SumAxis.NOTHING
                : category.item(item).orElseThrow().type() == ItemType.Scalar.MONEY
                        ? SumAxis.MONEY
                        : SumAxis.NUMBERS;
    }
}
