package org.lianji.relief;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Petty funds in the graph: {@code (:PettyFund)-[:MOVED]->(:FundMovement)}. */
@Component
final class FundStore {

    private static final String OPEN =
            "CREATE (f:PettyFund {region: $region, balance: 0, movements: 0, openedAt: $now})";

    /**
     * The lock comes first: of two that spend at the same time the second knows what the first has
     * left.
     */
    private static final String MOVE =
            """
            MATCH (f:PettyFund {region: $region})
            SET f.locked = true
            REMOVE f.locked
            WITH f WHERE f.balance + $change >= 0
            SET f.balance = f.balance + $change, f.movements = f.movements + 1
            CREATE (f)-[:MOVED]->(m:FundMovement)
            SET m = $movement, m.number = f.movements, m.balance = f.balance
            RETURN m.number
            """;

    private static final String MOVEMENTS =
            """
            MATCH (f:PettyFund {region: $region})-[:MOVED]->(m:FundMovement)
            RETURN m {.*} AS movement
            ORDER BY m.number
            """;

    private static final String MONTHS =
            """
            MATCH (f:PettyFund {region: $region})-[:RECONCILED]->(m:FundMonth)
            RETURN m {.*} AS month
            ORDER BY m.month
            """;

    private static final String RECONCILE =
            """
            MATCH (f:PettyFund {region: $region})
            CREATE (f)-[:RECONCILED]->(m:FundMonth)
            SET m = $month
            """;

    private final Neo4jClient graph;

    FundStore(Neo4jClient graph) {
        this.graph = graph;
    }

    /** One a township: a constraint has it. */
    void open(String region, ZonedDateTime now) {
        graph.query(OPEN).bindAll(Map.of("region", region, "now", now)).run();
    }

    Optional<PettyFund> find(String region) {
        return graph.query(
                        "MATCH (f:PettyFund {region: $region}) RETURN f.balance AS balance,"
                                + " f.openedAt AS openedAt")
                .bind(region)
                .to("region")
                .fetchAs(PettyFund.class)
                .mappedBy(
                        (_, row) ->
                                new PettyFund(
                                        region,
                                        row.get("balance").asLong(),
                                        row.get("openedAt").asZonedDateTime()))
                .one();
    }

    /** Lets nobody else write of the fund until the transaction is over. */
    void lock(String region) {
        graph.query("MATCH (f:PettyFund {region: $region}) SET f.locked = true REMOVE f.locked")
                .bind(region)
                .to("region")
                .run();
    }

    /**
     * {@return the number of the movement; none where there is no such fund, or too little in it}
     */
    Optional<Long> move(String region, FundMovement movement) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("kind", movement.kind().name());
        row.put("change", movement.change());
        row.put("cash", movement.cash());
        row.put("at", movement.at());
        row.put("client", movement.client());
        row.put("note", movement.note());
        row.put("relief", movement.relief());
        row.put("part", movement.part());
        return graph.query(MOVE)
                .bindAll(Map.of("region", region, "change", movement.change(), "movement", row))
                .fetchAs(Long.class)
                .one();
    }

    /** {@return what was done with it, the oldest first} */
    List<FundMovement> movements(String region) {
        return List.copyOf(
                graph.query(MOVEMENTS)
                        .bind(region)
                        .to("region")
                        .fetchAs(FundMovement.class)
                        .mappedBy((_, row) -> movement(row.get("movement")))
                        .all());
    }

    private static FundMovement movement(Value row) {
        return new FundMovement(
                row.get("number").asLong(),
                FundMovement.Kind.valueOf(row.get("kind").asString()),
                row.get("change").asLong(),
                row.get("balance").asLong(),
                row.get("cash").isNull() ? null : row.get("cash").asLong(),
                row.get("at").asZonedDateTime(),
                row.get("client").asString(),
                text(row.get("note")),
                text(row.get("relief")),
                row.get("part").isNull() ? null : row.get("part").asInt());
    }

    private static @Nullable String text(Value value) {
        return value.isNull() ? null : value.asString();
    }

    /** One a month: a constraint has it. */
    void reconcile(String region, FundMonth month) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("key", region + "|" + month.month());
        row.put("month", month.month());
        row.put("opening", month.opening());
        row.put("toppedUp", month.toppedUp());
        row.put("spent", month.spent());
        row.put("adjusted", month.adjusted());
        row.put("closing", month.closing());
        row.put("cash", month.cash());
        row.put("difference", month.difference());
        row.put("at", month.at());
        row.put("client", month.client());
        row.put("note", month.note());
        graph.query(RECONCILE).bindAll(Map.of("region", region, "month", row)).run();
    }

    /** {@return the months that were reconciled, the oldest first} */
    List<FundMonth> months(String region) {
        return List.copyOf(
                graph.query(MONTHS)
                        .bind(region)
                        .to("region")
                        .fetchAs(FundMonth.class)
                        .mappedBy((_, row) -> month(row.get("month")))
                        .all());
    }

    private static FundMonth month(Value row) {
        return new FundMonth(
                row.get("month").asString(),
                row.get("opening").asLong(),
                row.get("toppedUp").asLong(),
                row.get("spent").asLong(),
                row.get("adjusted").asLong(0),
                row.get("closing").asLong(),
                row.get("cash").asLong(),
                row.get("difference").asLong(),
                row.get("at").asZonedDateTime(),
                row.get("client").asString(),
                text(row.get("note")));
    }
}
