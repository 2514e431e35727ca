package org.lianji.informing;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Catalogue;
import org.lianji.people.BlurredCount;
import org.lianji.people.IdentityHash;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a village's cadre knows of who is to be told: how many, blurred; and of those to whom they
 * are sent by name, of which policies that are for everybody to ask for nobody of the family was
 * told. As what somebody is recognised is told to no cadre, by no list either.
 */
@Component
final class VillagePolicies {

    private static final String POLICIES = "MZ13";

    /** To whom the caller is sent now, and of what somebody of their family was told. */
    private static final String SENT =
            """
            MATCH (a:VisitAssignment)-[:FOR]->(m:Warning|Clue)
            WHERE a.department = $department AND a.worker = $client AND a.role = 'VILLAGE_CADRE' AND a.withdrawnAt IS NULL
              AND a.until >= $today AND $region IN m.places
            CALL (m) {
              MATCH (m)-[:WARNS]->(p:Person) RETURN p
              UNION MATCH (m)-[:CONCERNS]->(k:Identity) MATCH (p:Person {idHash: k.hash}) RETURN p
            }
            RETURN DISTINCT m.id AS matter, p.id AS person, %s AS told ORDER BY matter, person
            """
                    .formatted(UntoldFamilies.TOLD);

    private static final String PURPOSES =
            """
            UNWIND $bases AS id MATCH (b:Basis {id: id}) RETURN id, head(b.purposes) AS purpose
            """;

    private final Neo4jClient graph;
    private final Policies policies;
    private final UntoldFamilies untold;
    private final BasisRegistry bases;
    private final IdentityHash hash;
    private final AuditLog chain;
    private final Clock clock;
    private final String lead;

    VillagePolicies(
            Neo4jClient graph,
            Policies policies,
            UntoldFamilies untold,
            BasisRegistry bases,
            IdentityHash hash,
            AuditLog chain,
            Clock clock,
            Catalogue catalogue) {
        this.graph = graph;
        this.policies = policies;
        this.untold = untold;
        this.bases = bases;
        this.hash = hash;
        this.chain = chain;
        this.clock = clock;
        this.lead = catalogue.lead();
    }

    /**
     * A policy that somebody of the village is to be told of.
     *
     * @param untold how many are recognised as somebody whom it is for, of whose family nobody was
     *     told; null where they are fewer than ten
     * @param people to whom the caller is sent, and who were not told of it
     */
    record VillagePolicy(
            String policyNo, String title, @Nullable Long untold, List<VillagePerson> people) {}

    /**
     * Somebody to whom the caller is sent.
     *
     * @param person token
     * @param basis on which the caller reads who they are and where they live
     */
    record VillagePerson(String person, String basis) {}

    /**
     * @param told numbers of the policies of which somebody of the family was told
     */
    private record Errand(String matter, String person, Set<String> told) {}

    /**
     * {@return the policies of the caller's own village, on the chain about whom it names before it
     * leaves}
     *
     * @throws Problem POLICY_VILLAGE where the caller is no cadre of a village of the leading
     *     department
     */
    List<VillagePolicy> of(Caller caller) {
        String village = caller.region();
        if (!caller.department().equals(lead) || village.endsWith("000")) {
            throw new Problem(InformingCode.POLICY_VILLAGE);
        }
        List<Policies.Advice> all = policies.of(caller, Reason.NONE, village, null);
        Map<String, UntoldFamilies.Figure> figures = untold.figures(village, all);
        List<Errand> errands = errands(caller);
        Map<String, String> open =
                bases.inForce(caller, errands.stream().map(Errand::matter).distinct().toList());
        List<VillagePolicy> some =
                all.stream()
                        .map(
                                one ->
                                        new VillagePolicy(
                                                one.policyNo(),
                                                one.title(),
                                                blurred(village, one, figures),
                                                people(one, errands, open)))
                        .filter(one -> one.untold() != null || !one.people().isEmpty())
                        .toList();
        noted(caller, some.stream().flatMap(one -> one.people().stream()).distinct().toList());
        return some;
    }

    private @Nullable Long blurred(
            String village, Policies.Advice policy, Map<String, UntoldFamilies.Figure> figures) {
        String key = UntoldFamilies.key(village, policy.policyNo());
        int count = figures.getOrDefault(key, UntoldFamilies.Figure.NONE).untold();
        return BlurredCount.of(hash, count, "untold " + key + "|" + count);
    }

    /** Who may ask for it is told by nobody's being named. */
    private static List<VillagePerson> people(
            Policies.Advice policy, List<Errand> errands, Map<String, String> open) {
        return RecognisedStatus.FOR_ALL.contains(policy.type())
                ? errands.stream()
                        .filter(one -> !one.told().contains(policy.policyNo()))
                        .filter(one -> open.containsKey(one.matter()))
                        .map(
                                one ->
                                        new VillagePerson(
                                                one.person(),
                                                Objects.requireNonNull(open.get(one.matter()))))
                        .distinct()
                        .toList()
                : List.of();
    }

    private List<Errand> errands(Caller caller) {
        Map<String, Object> values = new HashMap<>();
        values.put("department", caller.department());
        values.put("client", caller.client());
        values.put("region", caller.region());
        values.put("today", LocalDate.now(clock));
        return List.copyOf(
                graph.query(SENT)
                        .bindAll(values)
                        .fetchAs(Errand.class)
                        .mappedBy(
                                (_, row) ->
                                        new Errand(
                                                row.get("matter").asString(),
                                                row.get("person").asString(),
                                                Set.copyOf(
                                                        row.get("told").asList(Value::asString))))
                        .all());
    }

    private void noted(Caller caller, List<VillagePerson> named) {
        if (named.isEmpty()) {
            return;
        }
        Map<String, String> purposes = new HashMap<>();
        graph.query(PURPOSES)
                .bind(named.stream().map(VillagePerson::basis).distinct().toList())
                .to("bases")
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(
                        row ->
                                purposes.put(
                                        row.get("id").asString(), row.get("purpose").asString()));
        chain.append(
                named.stream()
                        .map(
                                one ->
                                        new Entry(
                                                Kind.READ,
                                                caller.department(),
                                                caller.client(),
                                                purposes.get(one.basis()),
                                                one.basis(),
                                                List.of(),
                                                List.of(POLICIES),
                                                List.of(one.person()),
                                                Digests.hex("policies of a village"),
                                                null))
                        .toList());
    }
}
