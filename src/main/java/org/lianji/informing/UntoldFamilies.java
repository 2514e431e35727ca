package org.lianji.informing;

import org.lianji.access.ReadPurpose;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.people.Deaths;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is recognised as somebody for whom there are policies, and of which of them nobody of the
 * family was told: what a door is to be knocked at for next.
 */
@Component
final class UntoldFamilies {

    private static final int MOST = 200;

    /** Of what a person was told themself, or somebody with whom they live today. */
    static final String TOLD =
            """
            COLLECT { CALL (p) {
                RETURN p AS heard
                UNION MATCH (p)-[at:MEMBER_OF]->(:Household {kind: 'LIVING_TOGETHER'})<-[in:MEMBER_OF]-(heard:Person)
                  WHERE (at.to IS NULL OR at.to > $today) AND (in.to IS NULL OR in.to > $today) RETURN heard }
              MATCH (heard)<-[:TOLD]-(n:PolicyNotice) UNWIND n.policies AS policy RETURN DISTINCT policy }\
            """;

    private static final String RECOGNISED =
            """
            MATCH (g:Region)-[:PART_OF*0..3]->(:Region {code: $region})
            WHERE NOT EXISTS { (:Region)-[:PART_OF]->(g) }
            MATCH (g)<-[lives:RESIDES_IN|REGISTERED_IN]-(p:Person)
            WHERE (lives.from IS NULL OR lives.from <= $today) AND (lives.to IS NULL OR lives.to > $today)
              AND NOT %s
              AND (type(lives) = 'RESIDES_IN' OR NOT EXISTS { MATCH (p)-[e:RESIDES_IN]->(:Region) WHERE e.to IS NULL OR e.to > $today })
            MATCH (p)<-[:ABOUT]-(r:Record) WHERE r.category IN $categories AND %s
            WITH g, p, collect(DISTINCT r.category) AS categories
            RETURN g.code AS village, p.id AS person, categories,
              %s AS told
            ORDER BY village, person
            """
                    .formatted(Deaths.of("p"), Policies.VALID, TOLD);

    private final Neo4jClient graph;
    private final Policies policies;
    private final BasisRegistry bases;
    private final AuditLog chain;
    private final Clock clock;
    private final String lead;

    UntoldFamilies(
            Neo4jClient graph,
            Policies policies,
            BasisRegistry bases,
            AuditLog chain,
            Clock clock,
            Catalogue catalogue) {
        this.graph = graph;
        this.policies = policies;
        this.bases = bases;
        this.chain = chain;
        this.clock = clock;
        this.lead = catalogue.lead();
    }

    /**
     * Somebody who is recognised, in hand of the hub alone.
     *
     * @param told numbers of the policies of which somebody of the family was told
     */
    private record Candidate(
            String village, String person, List<RecognisedStatus> why, Set<String> told) {

        boolean concerns(Policies.Advice policy) {
            return why.stream().anyMatch(one -> one.leadsTo(policy.type()));
        }

        boolean untoldOf(Policies.Advice policy) {
            return concerns(policy) && !told.contains(policy.policyNo());
        }
    }

    /** Of how many people of a village a policy is, and how many of them nobody told. */
    record Figure(int entitled, int untold) {

        static final Figure NONE = new Figure(0, 0);

        private Figure and(boolean more) {
            return new Figure(entitled + 1, more ? untold + 1 : untold);
        }
    }

    /** {@return figures by village and policy, as {@link #key} names them} */
    Map<String, Figure> figures(String region, List<Policies.Advice> of) {
        Map<String, Figure> figures = new HashMap<>();
        for (Candidate one : recognised(region)) {
            for (Policies.Advice policy : of) {
                if (one.concerns(policy)) {
                    figures.merge(
                            key(one.village(), policy.policyNo()),
                            Figure.NONE.and(one.untoldOf(policy)),
                            (before, _) -> before.and(one.untoldOf(policy)));
                }
            }
        }
        return figures;
    }

    static String key(String village, String policyNo) {
        return village + "|" + policyNo;
    }

    /**
     * Whom to tell next.
     *
     * @param person token
     * @param policies of which nobody of the family was told
     * @param why as what they are recognised
     */
    record NextToBeTold(
            String village, String person, List<String> policies, List<RecognisedStatus> why) {}

    /**
     * {@return whom to tell next, on the chain before it leaves}
     *
     * @throws Problem POLICY_PLAN where the caller has no plan that covers the region
     */
    List<NextToBeTold> next(Caller caller, Reason stated, String region, int first) {
        covered(caller, stated, region);
        List<Policies.Advice> all = policies.of(caller, Reason.NONE, region, null);
        List<NextToBeTold> next =
                recognised(region).stream()
                        .map(one -> next(one, all))
                        .filter(one -> !one.policies().isEmpty())
                        .limit(Math.clamp(first, 0, MOST))
                        .toList();
        noted(caller, stated, next);
        return next;
    }

    private static NextToBeTold next(Candidate one, List<Policies.Advice> all) {
        return new NextToBeTold(
                one.village(),
                one.person(),
                all.stream().filter(one::untoldOf).map(Policies.Advice::policyNo).toList(),
                one.why());
    }

    private void covered(Caller caller, Reason stated, String region) {
        List<String> places = policies.places(region);
        boolean officer =
                caller.department().equals(lead)
                        && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                        && places.contains(caller.region())
                        && Purpose.B.name().equals(stated.purpose());
        if (!officer
                || bases.covered(caller, new ReadPurpose(Purpose.B, stated.basis())).stream()
                        .noneMatch(places::contains)) {
            throw new Problem(InformingCode.POLICY_PLAN);
        }
    }

    private void noted(Caller caller, Reason stated, List<NextToBeTold> next) {
        Set<String> read = new LinkedHashSet<>();
        next.forEach(one -> one.why().forEach(status -> read.add(status.category())));
        if (!next.isEmpty()) {
            chain.append(
                    List.of(
                            new Entry(
                                    Kind.READ,
                                    caller.department(),
                                    caller.client(),
                                    stated.purpose(),
                                    stated.basis(),
                                    List.of(),
                                    List.copyOf(read),
                                    next.stream().map(NextToBeTold::person).distinct().toList(),
                                    Digests.hex("next to be told"),
                                    null)));
        }
    }

    private List<Candidate> recognised(String region) {
        return List.copyOf(
                graph.query(RECOGNISED)
                        .bindAll(
                                Map.of(
                                        "region",
                                        region,
                                        "today",
                                        LocalDate.now(clock),
                                        "categories",
                                        RecognisedStatus.categories()))
                        .fetchAs(Candidate.class)
                        .mappedBy(
                                (_, row) ->
                                        new Candidate(
                                                row.get("village").asString(),
                                                row.get("person").asString(),
                                                statuses(
                                                        row.get("categories")
                                                                .asList(Value::asString)),
                                                Set.copyOf(
                                                        row.get("told").asList(Value::asString))))
                        .all());
    }

    private static List<RecognisedStatus> statuses(List<String> categories) {
        return Stream.of(RecognisedStatus.values())
                .filter(one -> categories.contains(one.category()))
                .toList();
    }
}
