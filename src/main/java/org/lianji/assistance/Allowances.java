package org.lianji.assistance;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.Assessments.Assessment;
import org.lianji.contribution.FlowRecord;
import org.lianji.contribution.FlowRecords;
import org.lianji.eligibility.EligibilityKind;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.people.Identity;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.procedure.Texts;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
    private final Assessments assessments;
    private final Clock clock;

    Allowances(
            Neo4jClient graph,
            Families families,
            People people,
            Values values,
            FlowRecords records,
            Assessments assessments,
            Clock clock) {
        this.graph = graph;
        this.families = families;
        this.people = people;
        this.values = values;
        this.records = records;
        this.assessments = assessments;
        this.clock = clock;
    }

    /**
     * What an officer decides.
     *
     * @param monthlyAmount for the family; null for what the rules say
     * @param area null for the one that was stated at the door
     * @param members ID numbers of whom it covers
     * @param reason why it is not what the rules say
     */
    record Award(
            @Nullable String monthlyAmount,
            @Nullable String area,
            String reviewCycle,
            List<String> members,
            @Nullable String reason) {}

    /**
     * {@return the case as it is granted, from next month on}
     *
     * @throws Problem CASE_AMOUNT, CASE_MEMBERS, DEPARTURE_REASON
     */
    Case granted(Case one, Award said) {
        List<String> members = members(one, said.members());
        Optional<Assessment> assessment = assessments.of(one, LocalDate.now(clock));
        Case.Decision decision =
                new Case.Decision(
                        said.monthlyAmount() == null
                                ? assessed(assessment)
                                : amount(said.monthlyAmount()),
                        area(said.area(), assessment),
                        YearMonth.now(clock).plusMonths(1).toString(),
                        said.reviewCycle(),
                        members);
        boolean agrees = assessment.filter(it -> confirms(it, decision)).isPresent();
        if (!agrees && Texts.optional("reason", said.reason()) == null) {
            throw new Problem(AssistanceCode.DEPARTURE_REASON);
        }
        return one.decided(
                decision,
                assessments.judged(
                        one, assessment, agrees, Texts.optional("reason", said.reason())));
    }

    /** {@return the case as it is refused} */
    Case refused(Case one, String reason) {
        Optional<Assessment> assessment = assessments.of(one, LocalDate.now(clock));
        boolean agrees = assessment.filter(it -> !it.qualifies()).isPresent();
        return one.decided(one.decision(), assessments.judged(one, assessment, agrees, reason));
    }

    private List<String> members(Case one, List<String> numbers) {
        List<Identity> named = numbers.stream().map(families::identity).distinct().toList();
        List<String> members = families.tokens(named);
        if (named.size() != numbers.size()
                || named.size() > MOST_MEMBERS
                || !members.contains(one.family().applicant())) {
            throw new Problem(AssistanceCode.CASE_MEMBERS);
        }
        return members;
    }

    /** The same amount, in the same area, for the same people. */
    private static boolean confirms(Assessment assessment, Case.Decision decision) {
        boolean all = assessment.kind() != EligibilityKind.SINGLE_PERSON;
        return assessment.qualifies()
                && Objects.equals(assessment.amount(), decision.monthlyAmount())
                && assessment.result().standard().area().equals(decision.area())
                && (all
                        ? Set.copyOf(decision.members()).equals(Set.copyOf(assessment.members()))
                        : assessment.members().containsAll(decision.members()));
    }

    private static long assessed(Optional<Assessment> assessment) {
        return assessment
                .filter(Assessment::qualifies)
                .map(Assessment::amount)
                .filter(fen -> fen > 0)
                .orElseThrow(() -> new Problem(AssistanceCode.CASE_AMOUNT));
    }

    private static String area(@Nullable String said, Optional<Assessment> assessment) {
        return said != null
                ? said
                : assessment
                        .map(it -> it.result().standard().area())
                        .orElseThrow(() -> new Problem(AssistanceCode.AWARD_AREA));
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
