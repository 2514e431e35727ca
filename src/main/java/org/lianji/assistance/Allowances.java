package org.lianji.assistance;

import org.lianji.contribution.FlowRecord;
import org.lianji.contribution.FlowRecords;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.people.Identity;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the county grants: judged, tied to whom it covers, and written into the library. */
@Component
final class Allowances {

    private static final int MOST_MEMBERS = 30;

    private static final String COVER =
            """
            MATCH (m:Case {id: $id})
            UNWIND $members AS member
            MATCH (q:Person {id: member})
            MERGE (m)-[:GRANTED_TO]->(q)
            """;

    private final Neo4jClient graph;
    private final Families families;
    private final People people;
    private final Values values;
    private final FlowRecords records;
    private final Clock clock;

    Allowances(
            Neo4jClient graph,
            Families families,
            People people,
            Values values,
            FlowRecords records,
            Clock clock) {
        this.graph = graph;
        this.families = families;
        this.people = people;
        this.values = values;
        this.records = records;
        this.clock = clock;
    }

    /**
     * What an officer decides.
     *
     * @param monthlyAmount for the family
     * @param members ID numbers of whom it covers
     */
    record Award(String monthlyAmount, String area, String reviewCycle, List<String> members) {}

    /**
     * {@return the case as it is granted, from next month on}
     *
     * @throws Problem CASE_AMOUNT, CASE_MEMBERS
     */
    Case granted(Case one, Award said) {
        List<Identity> named = said.members().stream().map(families::identity).distinct().toList();
        List<String> members = families.tokens(named);
        if (named.size() != said.members().size()
                || named.size() > MOST_MEMBERS
                || !members.contains(one.family().applicant())) {
            throw new Problem(AssistanceCode.CASE_MEMBERS);
        }
        return one.with(
                new Case.Decision(
                        amount(said.monthlyAmount()),
                        said.area(),
                        YearMonth.now(clock).plusMonths(1).toString(),
                        said.reviewCycle(),
                        members));
    }

    private long amount(String given) {
        if (values.required(ItemType.Scalar.MONEY, given, "monthlyAmount") instanceof Long fen
                && fen > 0) {
            return fen;
        }
        throw new Problem(AssistanceCode.CASE_AMOUNT);
    }

    /** No decision without its record, and no record without its decision. */
    void grant(Caller officer, Case one) {
        Case.Decision decision = one.decision();
        graph.query(COVER).bindAll(Map.of("id", one.id(), "members", decision.members())).run();
        Map<String, Object> items = new HashMap<>();
        items.put("householdNo", one.id());
        items.put("memberIdNumbers", numbers(decision.members()));
        items.put("area", Objects.requireNonNull(decision.area()));
        items.put("memberCount", decision.members().size());
        items.put(
                "monthlyAmount",
                BigDecimal.valueOf(Objects.requireNonNull(decision.monthlyAmount()), 2)
                        .toPlainString());
        items.put("startMonth", Objects.requireNonNull(decision.startMonth()));
        items.put("reviewCycle", Objects.requireNonNull(decision.reviewCycle()));
        items.put("status", "ACTIVE");
        records.write(
                officer,
                new FlowRecord(
                        "MZ01",
                        one.family().applicant(),
                        one.id(),
                        OffsetDateTime.now(clock),
                        items));
    }

    private List<String> numbers(List<String> members) {
        return members.stream()
                .flatMap(member -> people.known(member).stream())
                .map(Identity::number)
                .toList();
    }
}
