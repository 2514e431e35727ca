package org.lianji.assistance;

import org.lianji.agencies.Applicant;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.Declarations;
import org.lianji.catalogue.Purpose;
import org.lianji.eligibility.StatedSituation;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.merges.UniqueMatters;
import org.lianji.people.DatedRelations;
import org.lianji.people.Deaths;
import org.lianji.people.Identity;
import org.lianji.people.Kinship;
import org.lianji.people.MergedPersons;
import org.lianji.people.People;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.workers.WorkerConflict;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who applies, and for which family: one case of a kind at a time, and none while it is helped
 * already. The family is who lives together or, where no such family is known, who is registered
 * together.
 */
@Component
final class Families implements UniqueMatters {

    private static final String NO_VILLAGE = "000";

    private static final String KEEP_CONFLICTS = "MATCH (m:Case {id: $id})\n" + WorkerConflict.KEEP;

    /** The lock comes first, so that of several who apply for one family one wins. */
    private static final String LOCK =
            """
            MATCH (m:Case {id: $id}), (p:Person {id: $applicant})
            MERGE (m)-[:APPLIES_FOR]->(p)
            WITH p
            OPTIONAL MATCH (p)-[:MEMBER_OF]->(h:Household)
            WITH p, h ORDER BY h.id
            SET p.lock = true, h.lock = true
            REMOVE p.lock, h.lock
            """;

    private static final String FAMILY =
            """
            CALL (p) {
              OPTIONAL MATCH (p)-[at:MEMBER_OF]->(h:Household) WHERE %s
              RETURN h ORDER BY h.kind, h.id LIMIT 1
            }
            WITH *, CASE WHEN h IS NULL THEN [p]
              ELSE COLLECT { MATCH (h)<-[in:MEMBER_OF]-(q:Person) WHERE %s RETURN DISTINCT q } END AS family
            """
                    .formatted(DatedRelations.held("at"), DatedRelations.held("in"));

    /** How the library has a person, or the family with them, recognised today. */
    private static final String HELPED =
            """
            WITH p, family,
              EXISTS { (p)<-[:ABOUT]-(r:ExtremeHardshipSupport) WHERE r.status <> 'ENDED' } AS supported,
              any(q IN family WHERE EXISTS { (q)<-[:ABOUT]-(r:MinimumLivingAllowance) WHERE r.status <> 'STOPPED' }) AS allowed,
              any(q IN family WHERE EXISTS { (q)<-[:ABOUT]-(r:DibaoMarginHousehold) WHERE r.status = 'VALID'
                AND (r.validUntil IS NULL OR r.validUntil >= $today) }) AS recognised,
              any(q IN family WHERE EXISTS { (q)<-[:ABOUT]-(r:RigidExpenditureHousehold) WHERE r.validUntil IS NULL OR r.validUntil >= $today }) AS burdened
            """;

    private static final String RECOGNISED =
            "MATCH %s\n".formatted(MergedPersons.led("id", "$person", "p"))
                    + FAMILY
                    + HELPED
                    + """
                    UNWIND [['MZ01', allowed], ['MZ02', supported], ['MZ03', recognised], ['MZ04', burdened]] AS one
                    WITH one WHERE one[1]
                    RETURN one[0]
                    """;

    /** Whoever was merged while they applied is judged as who goes on. */
    private static final String JUDGE =
            "MATCH %s\n".formatted(MergedPersons.led("id", "$applicant", "p"))
                    + FAMILY
                    + HELPED
                    + """
                    WITH *, %s AS kin
                    RETURN
                      head(COLLECT { UNWIND family AS q MATCH (q)<-[:APPLIES_FOR]-(m:Case {kind: $kind})
                        WHERE m.openKey IS NOT NULL AND m.id <> $id RETURN m.id LIMIT 1 }) AS open,
                      CASE $kind
                        WHEN 'EXTREME_HARDSHIP' THEN supported
                        WHEN 'MINIMUM_LIVING' THEN allowed OR supported
                        WHEN 'MARGIN_FAMILY' THEN allowed OR recognised
                        WHEN 'EXPENDITURE_RELIEF' THEN false
                        ELSE allowed OR recognised OR burdened
                      END AS helped,
                      any(one IN $self WHERE one IN kin) AS related
                    """
                            .formatted(Kinship.of("p"));

    /** What a family has open, with whom it would be one family. */
    private static final String OPEN =
            """
            UNWIND [[$kept, $merged], [$merged, $kept]] AS pair
            MATCH (p:Person {id: pair[0]})
            """
                    + FAMILY
                    + """
                    UNWIND family AS q
                    MATCH (q)<-[:APPLIES_FOR]-(m:Case) WHERE m.openKey IS NOT NULL
                    RETURN DISTINCT m.id AS id, m.kind AS kind, pair[1] AS applicant ORDER BY id, applicant
                    """;

    private static final String REKEY =
            """
            MATCH (m:Case)-[:APPLIES_FOR]->(p:Person) WHERE p.id IN $persons AND m.openKey IS NOT NULL
            SET m.openKey = m.kind + '|' + p.id
            """;

    /**
     * Of who isn't of the family: who is no near kin either, and whether one is helped, or applies.
     */
    private static final String MEMBERS =
            "MATCH %s\n".formatted(MergedPersons.led("id", "$applicant", "p"))
                    + FAMILY
                    + """
                    WITH p, family, COLLECT { MATCH (q:Person) WHERE q.id IN $members AND NOT q IN family RETURN q } AS others
                    RETURN
                      size([q IN others WHERE NOT EXISTS { (p)-[:SUPPORTS*1..2]-(q) }
                        AND NOT EXISTS { MATCH (p)-[at:MEMBER_OF]->(:Household)<-[in:MEMBER_OF]-(q) WHERE %s AND %s }]) AS strangers,
                      any(q IN others WHERE
                        EXISTS { (q)<-[:ABOUT]-(r:MinimumLivingAllowance) WHERE r.status <> 'STOPPED' }
                        OR EXISTS { (q)<-[:ABOUT]-(r:ExtremeHardshipSupport) WHERE r.status <> 'ENDED' }
                        OR EXISTS { (q)<-[:APPLIES_FOR]-(m:Case) WHERE m.openKey IS NOT NULL AND m.id <> $id }) AS helped,
                      EXISTS { MATCH (d:Person) WHERE d.id IN $members AND %s } AS dead,
                      $paid AND EXISTS { MATCH (d:Person) WHERE d.id IN $members
                        AND (EXISTS { (d)<-[:ABOUT]-(r:ExtremeHardshipSupport) WHERE r.status <> 'ENDED' }
                          OR EXISTS { (d)-[at:MEMBER_OF]->(:Household)<-[:ABOUT]-(r:MinimumLivingAllowance) WHERE r.status <> 'STOPPED' AND %s }) } AS doubled
                    """
                            .formatted(
                                    DatedRelations.held("at"),
                                    DatedRelations.held("in"),
                                    Deaths.of("d"),
                                    DatedRelations.held("at"));

    private final Neo4jClient graph;
    private final People people;
    private final Regions regions;
    private final Values values;
    private final AuditLog chain;
    private final Declarations declarations;
    private final Clock clock;

    Families(
            Neo4jClient graph,
            People people,
            Regions regions,
            Values values,
            AuditLog chain,
            Declarations declarations,
            Clock clock) {
        this.graph = graph;
        this.people = people;
        this.regions = regions;
        this.values = values;
        this.chain = chain;
        this.declarations = declarations;
        this.clock = clock;
    }

    /** {@return the person behind a number, as it was written} */
    Identity identity(String number) {
        return people.identity(
                (String) values.required(ItemType.Scalar.ID_NUMBER, number, "idNumber"));
    }

    /** {@return tokens of these, who are made known to the hub where they aren't} */
    List<String> tokens(Collection<Identity> identities) {
        people.ensure(identities);
        return List.copyOf(people.tokens(identities).values());
    }

    /** {@return the situation, with tokens for the ID numbers in it} */
    StatedSituation named(StatedSituation said) {
        return said.with(one -> one.named(tokens(List.of(identity(one.person()))).getFirst()));
    }

    /**
     * {@return codes of the regions that the village lies in, itself the first}
     *
     * @throws Problem CASE_PLACE where it is no village, or not in the officer's region
     */
    List<String> places(Caller caller, String village) {
        if (!regions.exists(village)
                || village.endsWith(NO_VILLAGE)
                || !caller.region().isEmpty()
                        && !village.startsWith(Regions.prefix(caller.region()))) {
            throw new Problem(AssistanceCode.CASE_PLACE);
        }
        return Regions.upToProvince(village);
    }

    /**
     * Ties a case that begins to who applies, where the family has none of its kind, isn't helped,
     * and isn't the officer's own.
     *
     * @throws Problem CASE_ALREADY_OPEN, FAMILY_IN_RECEIPT, FAMILY_NOT_RECOGNISED, OWN_RELATIVE
     */
    void take(Actor actor, Case one) {
        Map<String, Object> who =
                Map.of(
                        "id",
                        one.id(),
                        "applicant",
                        one.family().applicant(),
                        "kind",
                        one.application().kind().name(),
                        "self",
                        self(actor.caller()),
                        "today",
                        LocalDate.now(clock));
        graph.query(LOCK).bindAll(who).run();
        Map<String, Object> judged = judged(who);
        if (Boolean.TRUE.equals(judged.get("related"))) {
            throw new Problem(AssistanceCode.OWN_RELATIVE);
        }
        if (judged.get("open") instanceof String open) {
            throw new Problem(AssistanceCode.CASE_ALREADY_OPEN, told(actor.caller(), open));
        }
        if (Boolean.TRUE.equals(judged.get("helped"))) {
            throw new Problem(AssistanceCode.FAMILY_IN_RECEIPT);
        }
        requireRecognised(one);
    }

    /** Of whose income and property nothing is asked, it must be known that they are little. */
    void requireRecognised(Case one) {
        if (one.application().kind().ofSpending()
                && recognised(one.family().applicant()).isEmpty()) {
            throw new Problem(AssistanceCode.FAMILY_NOT_RECOGNISED);
        }
    }

    /** Who of the county's workers is a near relative stays known, whatever becomes of it. */
    void keepConflicts(Case one) {
        graph.query(KEEP_CONFLICTS).bind(one.id()).to("id").run();
    }

    /** {@return categories that have a person, or the family with them, recognised today} */
    List<String> recognised(String person) {
        return List.copyOf(
                graph.query(RECOGNISED)
                        .bindAll(Map.of("person", person, "today", LocalDate.now(clock)))
                        .fetchAs(String.class)
                        .all());
    }

    private Map<String, Object> judged(Map<String, Object> who) {
        return graph.query(JUDGE).bindAll(who).fetch().one().orElseThrow();
    }

    /** What the one has open and the other, as who applies, would be refused. */
    @Override
    public Collection<String> inBoth(String kept, String merged) {
        LocalDate today = LocalDate.now(clock);
        return graph
                .query(OPEN)
                .bindAll(Map.of("kept", kept, "merged", merged, "today", today))
                .fetch()
                .all()
                .stream()
                .filter(
                        open -> {
                            Map<String, Object> who = new HashMap<>(open);
                            who.put("self", List.of());
                            who.put("today", today);
                            Map<String, Object> judged = judged(who);
                            return judged.get("open") != null
                                    || Boolean.TRUE.equals(judged.get("helped"));
                        })
                .map(open -> "Case " + open.get("kind"))
                .toList();
    }

    @Override
    public void rekey(Collection<String> persons) {
        graph.query(REKEY).bind(List.copyOf(persons)).to("persons").run();
    }

    /**
     * {@return the refusal; what it told an officer of a family is on the chain, where the person
     * reads it, and counts like a case that is opened}
     *
     * @throws Problem TOO_MANY_DECLARED once an officer has named too many that day
     */
    Problem refused(Caller caller, Problem refusal, Identity applicant, AssistanceKind kind) {
        if (AssistanceCode.tellsOf(refusal)) {
            deny(caller, people.of(applicant.number()), kind);
            declarations.count(caller, 1);
        }
        return refusal;
    }

    /** {@return the refusal; what it told an agent is on the chain, too} */
    Problem refused(Caller caller, Problem refusal, Applicant applicant, AssistanceKind kind) {
        if (AssistanceCode.tellsOf(refusal) && !applicant.person().equals(caller.person())) {
            deny(caller, Optional.of(applicant.person()), kind);
        }
        return refusal;
    }

    private void deny(Caller caller, Optional<String> person, AssistanceKind kind) {
        Purpose purpose = caller.is(Role.CITIZEN) ? Purpose.H : Purpose.A;
        chain.append(
                List.of(
                        new Entry(
                                Kind.DENIAL,
                                caller.department(),
                                caller.client(),
                                purpose.name(),
                                null,
                                List.of(),
                                List.of(kind.category()),
                                person.stream().toList(),
                                Digests.hex("submitCase"),
                                null)));
    }

    /**
     * Whom a decision covers is the applicant's family as the library has it, or near kin who live
     * with nobody that is helped: a number that was typed in at the door brings nobody's file under
     * another's case.
     *
     * @param members tokens
     * @throws Problem MEMBER_NOT_FAMILY, MEMBER_DEAD, FAMILY_IN_RECEIPT
     */
    void requireFamily(Case one, Collection<String> members) {
        Map<String, Object> found =
                graph.query(MEMBERS)
                        .bindAll(
                                Map.of(
                                        "id",
                                        one.id(),
                                        "applicant",
                                        one.family().applicant(),
                                        "members",
                                        members,
                                        "paid",
                                        one.application().kind().lasts(),
                                        "today",
                                        LocalDate.now(clock)))
                        .fetch()
                        .one()
                        .orElseThrow();
        if (found.get("strangers") instanceof Long strangers && strangers > 0) {
            throw new Problem(AssistanceCode.MEMBER_NOT_FAMILY, Map.of("count", strangers));
        }
        if (Boolean.TRUE.equals(found.get("dead"))) {
            throw new Problem(AssistanceCode.MEMBER_DEAD);
        }
        if (Boolean.TRUE.equals(found.get("helped")) || Boolean.TRUE.equals(found.get("doubled"))) {
            throw new Problem(AssistanceCode.FAMILY_IN_RECEIPT);
        }
    }

    /** A citizen applies for themself; an officer for others. */
    private static List<String> self(Caller caller) {
        return caller.department().isEmpty() ? List.of() : Kinship.names(caller);
    }

    /** Which case it is, for those who see it. */
    private Map<String, Object> told(Caller caller, String open) {
        boolean theirs =
                graph.query(
                                "MATCH (m:Case {id: $id}) WHERE m.department = $department AND"
                                        + " $region IN m.places RETURN count(m) > 0")
                        .bindAll(
                                Map.of(
                                        "id", open,
                                        "department", caller.department(),
                                        "region", caller.region()))
                        .fetchAs(Boolean.class)
                        .one()
                        .orElse(false);
        return theirs ? Map.of("case", open) : Map.of();
    }
}
