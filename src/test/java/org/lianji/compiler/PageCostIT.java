package org.lianji.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.execution.RawVariables;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.parser.Parser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.query.Admission;
import org.lianji.query.RecordQueries;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.ProfiledPlan;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A page costs what it answers: the same in a city as in one ten times its size. */
@HubTest
class PageCostIT {

    private static final int FEW = 400;
    private static final int MANY = 4_000;

    @Autowired Hub hub;

    @Autowired Driver driver;

    @Autowired GraphQlSource source;

    @Autowired RecordQueries reads;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first: 20",
                "last: 20",
                "first: 20, where: {minimumLivingAllowance: {status: {eq: ACTIVE}}}",
                "last: 20, where: {minimumLivingAllowance: {status: {eq: ACTIVE}}}",
                "first: 20, where: {minimumLivingAllowance: {status: {eq: ACTIVE}, area: {eq:"
                        + " RURAL}}}",
                "first: 20, orderBy: {minimumLivingAllowance: {monthlyAmount: ASC}}",
                "first: 20, orderBy: {minimumLivingAllowance: {monthlyAmount: DESC}}, where:"
                        + " {minimumLivingAllowance: {area: {eq: RURAL}}}",
                "where: {minimumLivingAllowance: {recordNo: {eq: \"000037\"}}}",
                "where: {minimumLivingAllowance: {recordNo: {startsWith: \"00003\"}}}"
            })
    void costsTheSameInALargerCity(String arguments) {
        Reason plan = hub.plan("MZ");
        records(0, FEW);
        long few = hits(document(arguments), plan);

        records(FEW, MANY);
        long many = hits(document(arguments), plan);

        assertThat(many).isPositive().isLessThanOrEqualTo(few + few / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", where: {minimumLivingAllowance: {status: {eq: ACTIVE}}}",
                ", orderBy: {minimumLivingAllowance: {monthlyAmount: DESC}}"
            })
    void costsTheSameFarDownTheList(String arguments) {
        Reason plan = hub.plan("MZ");
        records(0, FEW);
        long few =
                hits(
                        document("first: 20, after: \"" + near(plan, arguments) + "\"" + arguments),
                        plan);

        records(FEW, MANY);
        long many =
                hits(
                        document("first: 20, after: \"" + near(plan, arguments) + "\"" + arguments),
                        plan);

        assertThat(many).isPositive().isLessThanOrEqualTo(few + few / 10);
    }

    /** {@return the cursor of a record near the end, with a full page behind it} */
    private String near(Reason plan, String arguments) {
        return hub.ask(
                        "MZ",
                        plan,
                        "{ records(category: MZ01, last: 100%s) { pageInfo { startCursor } } }"
                                .formatted(arguments),
                        Map.of())
                .at("/data/records/pageInfo/startCursor")
                .asString();
    }

    private static String document(String arguments) {
        return "{ records(category: MZ01, %s) { nodes { recordNo person { name } ... on MinimumLivingAllowance { monthlyAmount } } } }"
                .formatted(arguments);
    }

    private void records(int from, int to) {
        driver.executableQuery(
                        """
                        UNWIND range($from, $to - 1) AS i
                        WITH i, right('00000' + i, 6) AS number
                        CREATE (:Record:MinimumLivingAllowance {
                          id: 'R' + number, key: 'MZ01|' + number, category: 'MZ01', recordNo: number,
                          observedAt: datetime('2026-01-01T00:00:00+08:00'), monthlyAmount: i * 100,
                          status: CASE i % 3 WHEN 0 THEN 'STOPPED' ELSE 'ACTIVE' END, area: CASE i % 2 WHEN 0 THEN 'URBAN' ELSE 'RURAL' END})
                        """)
                .withParameters(Map.of("from", from, "to", to))
                .execute();
        driver.executableQuery("CALL db.resampleOutdatedIndexes()").execute();
    }

    private long hits(String document, Reason plan) {
        QueryContext question =
                reads.question(
                        new Caller("MZ", "mz", Set.of(Role.SYSTEM), "150900000000", null),
                        Admission.reason(plan));
        CompiledStatement compiled =
                Compiler.compile(
                        question,
                        ExecutableNormalizedOperationFactory
                                .createExecutableNormalizedOperationWithRawVariables(
                                        source.schema(),
                                        Parser.parse(document),
                                        null,
                                        RawVariables.emptyVariables())
                                .getTopLevelFields());
        Map<String, Object> row = new HashMap<>(compiled.parameters());
        row.put("n", 0);
        return hits(
                driver.executableQuery("PROFILE " + compiled.cypher())
                        .withParameters(Map.of("rows", List.of(row)))
                        .execute()
                        .summary()
                        .profile());
    }

    private static long hits(ProfiledPlan plan) {
        return plan.dbHits() + plan.children().stream().mapToLong(PageCostIT::hits).sum();
    }
}
