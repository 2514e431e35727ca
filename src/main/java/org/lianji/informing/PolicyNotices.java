package org.lianji.informing;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.database.MutationCall;
import org.lianji.database.MutationKeys;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Ids;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.SealedTexts;
import org.lianji.texts.PlainText;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who was told of which policies, by whom, and how that is attested: {@code
 * (:PolicyNotice)-[:TOLD]->(:Person)}.
 */
@Component
final class PolicyNotices {

    private static final char LETTER = 'I';
    private static final int MOST = 30;
    private static final int LONGEST_WITNESS = 50;
    private static final long WITNESS = 0;

    private static final String WRITE =
            """
            MATCH (p:Person {id: $person})
            CREATE (n:PolicyNotice)-[:TOLD]->(p) SET n = $notice
            """;

    private static final String FIND = "MATCH (n:PolicyNotice {id: $id}) RETURN n {.*} AS notice";

    private static final String OF_PERSON =
            """
            MATCH (n:PolicyNotice)-[:TOLD]->(:Person {id: $person})
            RETURN n {.*} AS notice ORDER BY n.at DESC, n.id LIMIT 200
            """;

    private static final String COVERAGE =
            """
            MATCH (g:Region)-[:PART_OF*0..3]->(:Region {code: $region})
            WHERE NOT EXISTS { (:Region)-[:PART_OF]->(g) }
            WITH g
            UNWIND $policies AS policy
            OPTIONAL MATCH (n:PolicyNotice {region: g.code})-[:TOLD]->(p:Person) WHERE policy IN n.policies
            WITH g, policy, count(DISTINCT p) AS told
            WHERE told > 0 OR $all
            RETURN g.code AS village, policy, told,
              COUNT { MATCH (q:Person)-[at:RESIDES_IN]->(g) WHERE at.to IS NULL OR at.to > $today } AS residents
            ORDER BY village, policy
            """;

    private final Neo4jClient graph;
    private final Policies policies;
    private final UntoldFamilies untold;
    private final MutationKeys keys;
    private final SealedTexts texts;
    private final AuditLog chain;
    private final Clock clock;
    private final String lead;
    private final TransactionTemplate writing;

    PolicyNotices(
            Neo4jClient graph,
            Policies policies,
            UntoldFamilies untold,
            MutationKeys keys,
            SealedTexts texts,
            AuditLog chain,
            Clock clock,
            Catalogue catalogue,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.policies = policies;
        this.untold = untold;
        this.keys = keys;
        this.texts = texts;
        this.chain = chain;
        this.clock = clock;
        this.lead = catalogue.lead();
        this.writing = new TransactionTemplate(transactions);
    }

    /** How it is attested. */
    enum Attestation {
        SIGNATURE,
        WITNESS
    }

    /**
     * What a worker told somebody.
     *
     * @param person token
     * @param region of the village
     * @param policies their numbers
     * @param witness who was there, where the person can't sign
     */
    record TellInput(
            String person,
            String region,
            List<String> policies,
            Attestation attestation,
            @Nullable String witness) {}

    /**
     * What was told, when and by whom.
     *
     * @param client account that told it; null to a citizen
     * @param witness null where the person signed
     */
    record PolicyNotice(
            String region,
            List<String> policies,
            ZonedDateTime at,
            String department,
            @Nullable String client,
            Attestation attestation,
            @Nullable String witness) {}

    PolicyNotice tell(MutationCall call, Reason stated, TellInput said) {
        Caller caller = call.caller();
        checkWitness(said);
        policies.led(caller, stated, said.person());
        List<String> known =
                policies.of(caller, Reason.NONE, said.region(), null).stream()
                        .map(Policies.Advice::policyNo)
                        .toList();
        List<String> told = said.policies().stream().distinct().toList();
        if (told.isEmpty() || told.size() > MOST || !known.containsAll(told)) {
            throw new Problem(InformingCode.POLICY_UNKNOWN);
        }
        if (!policies.places(said.region()).contains(caller.region())) {
            throw new Problem(InformingCode.POLICY_REGION);
        }
        String id = Ids.next(LETTER);
        String made =
                Objects.requireNonNull(
                        writing.execute(
                                _ ->
                                        keys.earlier(call, id)
                                                .orElseGet(
                                                        () ->
                                                                write(
                                                                        caller, stated, said, told,
                                                                        id))));
        return find(made);
    }

    /**
     * {@return of what somebody was told, newest first; an officer's look is on the chain before it
     * leaves}
     *
     * @param person token; null for the citizen who asks
     * @throws Problem POLICY_PERSON where no basis leads to the person
     */
    List<PolicyNotice> of(Caller caller, Reason stated, @Nullable String person) {
        boolean own = caller.is(Role.CITIZEN) && person == null;
        String whose = own ? Objects.requireNonNull(caller.person()) : Objects.toString(person, "");
        if (!own) {
            policies.led(caller, stated, whose);
        }
        List<PolicyNotice> found =
                List.copyOf(
                        graph.query(OF_PERSON)
                                .bind(whose)
                                .to("person")
                                .fetchAs(PolicyNotice.class)
                                .mappedBy((_, row) -> notice(row.get("notice"), own))
                                .all());
        if (!own) {
            chain.append(
                    List.of(
                            entry(
                                    Kind.READ,
                                    caller,
                                    stated,
                                    whose,
                                    Digests.hex("policy notices"))));
        }
        return found;
    }

    private static void checkWitness(TellInput said) {
        String witness = said.witness() == null ? "" : PlainText.kept(said.witness());
        boolean fits =
                said.attestation() == Attestation.SIGNATURE
                        ? witness.isEmpty()
                        : PlainText.isReadable(witness)
                                && PlainText.length(witness) <= LONGEST_WITNESS;
        if (!fits) {
            throw new Problem(InformingCode.POLICY_WITNESS);
        }
    }

    private String write(
            Caller caller, Reason stated, TellInput said, List<String> told, String id) {
        Map<String, Object> notice = new HashMap<>();
        notice.put("id", id);
        notice.put("region", said.region());
        notice.put("policies", told);
        notice.put("attestation", said.attestation().name());
        notice.put("at", ZonedDateTime.now(clock));
        notice.put("department", caller.department());
        notice.put("client", caller.client());
        if (said.witness() instanceof String witness && said.attestation() == Attestation.WITNESS) {
            notice.put("witness", texts.close(PolicyNotice.class, id, WITNESS, witness));
        }
        graph.query(WRITE).bindAll(Map.of("person", said.person(), "notice", notice)).run();
        chain.join(
                entry(
                        Kind.WRITE,
                        caller,
                        stated,
                        said.person(),
                        Digests.hex(String.join(" ", id, String.join(",", told)))));
        return id;
    }

    private static Entry entry(
            Kind kind, Caller caller, Reason stated, String person, String digest) {
        return new Entry(
                kind,
                caller.department(),
                caller.client(),
                stated.purpose(),
                stated.basis(),
                List.of(),
                List.of("MZ13"),
                List.of(person),
                digest,
                null);
    }

    private PolicyNotice find(String id) {
        return graph.query(FIND)
                .bind(id)
                .to("id")
                .fetchAs(PolicyNotice.class)
                .mappedBy((_, row) -> notice(row.get("notice"), false))
                .one()
                .orElseThrow();
    }

    private PolicyNotice notice(Value row, boolean own) {
        String witness = row.get("witness").asString(null);
        return new PolicyNotice(
                row.get("region").asString(),
                row.get("policies").asList(Value::asString),
                row.get("at").asZonedDateTime(),
                row.get("department").asString(),
                own ? null : row.get("client").asString(),
                Attestation.valueOf(row.get("attestation").asString()),
                witness == null
                        ? null
                        : texts.open(
                                PolicyNotice.class, row.get("id").asString(), WITNESS, witness));
    }

    /**
     * How many of a village know of a policy.
     *
     * @param entitled people who are recognised as somebody whom it is for
     * @param untold of them those of whose family nobody was told
     */
    record Coverage(
            String village, String policyNo, int told, int residents, int entitled, int untold) {

        Coverage with(UntoldFamilies.Figure figure) {
            return new Coverage(
                    village, policyNo, told, residents, figure.entitled(), figure.untold());
        }
    }

    /** {@return for each village in the caller's region and each policy, how many were told} */
    List<Coverage> coverage(Caller caller, String region, boolean all) {
        List<String> places = policies.places(region);
        if (!caller.department().equals(lead) || !places.contains(caller.region())) {
            throw new Problem(InformingCode.POLICY_REGION);
        }
        List<Policies.Advice> advice = policies.of(caller, Reason.NONE, region, null);
        Map<String, UntoldFamilies.Figure> figures = untold.figures(region, advice);
        List<String> numbers = advice.stream().map(Policies.Advice::policyNo).toList();
        return rows(region, numbers, all).stream()
                .map(
                        one ->
                                one.with(
                                        figures.getOrDefault(
                                                UntoldFamilies.key(one.village(), one.policyNo()),
                                                UntoldFamilies.Figure.NONE)))
                .toList();
    }

    private List<Coverage> rows(String region, List<String> numbers, boolean all) {
        return List.copyOf(
                graph.query(COVERAGE)
                        .bindAll(
                                Map.of(
                                        "region",
                                        region,
                                        "policies",
                                        numbers,
                                        "all",
                                        all,
                                        "today",
                                        ZonedDateTime.now(clock).toLocalDate()))
                        .fetchAs(Coverage.class)
                        .mappedBy(
                                (_, row) ->
                                        new Coverage(
                                                row.get("village").asString(),
                                                row.get("policy").asString(),
                                                row.get("told").asInt(),
                                                row.get("residents").asInt(),
                                                0,
                                                0))
                        .all());
    }
}
