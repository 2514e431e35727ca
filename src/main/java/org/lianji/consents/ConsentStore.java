package org.lianji.consents;

import org.jspecify.annotations.Nullable;
import org.lianji.people.DatedRelations;
import org.lianji.people.Guardianship;
import org.lianji.people.Kinship;
import org.lianji.people.MergedPersons;
import org.lianji.platform.Caller;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the graph knows of an application, for consents: who applies, who is of the family. */
@Component
final class ConsentStore {

    /** Who is of one household with who applies today. */
    private static final String TOGETHER =
            "(p = a OR EXISTS { MATCH (a)-[x:MEMBER_OF]->(:Household)<-[y:MEMBER_OF]-(p) WHERE %s AND %s })"
                    .formatted(DatedRelations.held("x"), DatedRelations.held("y"));

    private static final String CHILD = "coalesce(%s, false)".formatted(Guardianship.child("p"));

    /**
     * The lock comes first: what is consented to, taken back and checked comes one after the other.
     */
    private static final String LOCK =
            "MATCH (c:Case {id: $id}) SET c.consentLock = true REMOVE c.consentLock";

    private static final String LOCK_OF =
            """
            MATCH (:CaseConsent {id: $id})-[:UNDER]->(c:Case)
            SET c.consentLock = true REMOVE c.consentLock
            """;

    private static final String STANDINGS =
            """
            UNWIND $cases AS row
            MATCH (c:Case {id: row.id})-[:APPLIES_FOR]->(a:Person)
            CALL (c, row) {
              UNWIND row.led AS token MATCH (p:Person {id: token}) RETURN p
              UNION MATCH (c)<-[:UNDER]-(:CaseConsent)-[:FOR]->(p:Person) RETURN p
            }
            WITH c, a, p, row.led AS led,
              head(COLLECT { MATCH (c)<-[:UNDER]-(m:CaseConsent)-[:FOR]->(p) WHERE m.overtaken = false
                RETURN m ORDER BY m.createdAt DESC, m.id LIMIT 1 }) AS m
            RETURN c.id AS application, p.id AS person, m.id AS consent, m.relation AS relation, p.id IN led AS led, p = a AS applicant,
              m IS NOT NULL AND m.state = 'GIVEN' AND (m.until IS NULL OR m.until >= $today) AS consented,
              %s AS child, %s AS together
            ORDER BY person
            """
                    .formatted(CHILD, TOGETHER);

    /** Who is of the family by the day of the joint paper and has said nothing as yet. */
    private static final String SIGNATORIES =
            """
            MATCH (c:Case {id: $id})-[:APPLIES_FOR]->(a:Person)
            UNWIND $led AS token
            MATCH (p:Person {id: token})
            WHERE NOT EXISTS { (c)<-[:UNDER]-(:CaseConsent)-[:FOR]->(p) }
              AND (p = a OR EXISTS { MATCH (a)-[x:MEMBER_OF]->(:Household)<-[y:MEMBER_OF]-(p)
                WHERE %s AND %s AND (y.from IS NULL OR y.from <= date(c.createdAt)) })
            RETURN DISTINCT p.id AS person, p = a AS applicant, c.consentNo AS consentNo, date(c.createdAt) AS signedOn
            ORDER BY person
            """
                    .formatted(DatedRelations.held("x"), DatedRelations.held("y"));

    /** Whether whose consent it is, or a child's guardian, has taken it back. */
    static final String TAKEN_BACK =
            "%1$s.state = 'REVOKED' AND EXISTS { (%1$s)<-[:OF]-(:ProcedureEvent {transition:"
                    + " 'REVOKE_OWN'}) }";

    private static final String OFFICE =
            """
            MATCH (c:Case {id: $id})-[:APPLIES_FOR]->(a:Person), %s
            WHERE c.department = $department AND $region IN c.places
            MATCH (b:Basis {matter: c.id}) WHERE b.closed IS NULL
            WITH b, c, a, p, %s AS near
            RETURN b.id AS basis, c.department AS department, c.places AS places, p = a AS applicant,
              %s AS child, %s AS together, any(one IN $self WHERE one IN near) AS own, p.id IN near AS kin,
              head(COLLECT { MATCH (c)<-[:UNDER]-(m:CaseConsent {overtaken: false})-[:FOR]->(p) WHERE %s RETURN m.revokedAt }) AS takenBackAt
            ORDER BY b.opened DESC LIMIT 1
            """
                    .formatted(
                            MergedPersons.led("id", "$person", "p"),
                            Kinship.of("a"),
                            CHILD,
                            TOGETHER,
                            TAKEN_BACK.formatted("m"));

    /** What a person is known by, on a basis. */
    private static final String KNOWN_BY = MergedPersons.knownBy("p", "who") + "WITH b, p, who\n";

    private static final String OPEN =
            "MATCH (b:Basis {id: $basis}), %s\n".formatted(MergedPersons.led("id", "$person", "p"))
                    + KNOWN_BY
                    + """
                    OPTIONAL MATCH (b)-[old:SPARES]->(spared) WHERE spared = p OR spared.hash = p.idHash
                    DELETE old
                    WITH DISTINCT b, who
                    FOREACH (_ IN CASE WHEN $beyond THEN [1] ELSE [] END | MERGE (b)-[:ASKS]->(who))
                    FOREACH (day IN $over |
                      MERGE (b)-[s:SPARES]->(who) SET s.from = day)
                    """;

    /** The bases of an application, and of what is reviewed of it. */
    private static final String WITHHOLD =
            """
            WITH [$case] + COLLECT { MATCH (r:AwardReview {caseId: $case}) RETURN r.id } AS matters
            UNWIND matters AS matter
            MATCH (b:Basis {matter: matter}) WHERE b.closed IS NULL
            UNWIND $persons AS person
            MATCH %s
            """
                            .formatted(MergedPersons.led("id", "person", "p"))
                    + KNOWN_BY
                    + """
                    MERGE (b)-[s:SPARES]->(who)
                    SET s.from = $now
                    """;

    private static final String ANSWERED =
            "MATCH (m:CaseConsent {id: $id}) SET m.answers = $answers";

    private final Neo4jClient graph;
    private final Clock clock;

    ConsentStore(Neo4jClient graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    void lock(String caseId) {
        graph.query(LOCK).bind(caseId).to("id").run();
    }

    void lockOf(String consent) {
        graph.query(LOCK_OF).bind(consent).to("id").run();
    }

    /** How somebody stands to an application. */
    record CaseStanding(
            String application,
            String person,
            String consent,
            String relation,
            boolean led,
            boolean applicant,
            boolean consented,
            boolean child,
            boolean together) {

        static CaseStanding read(Record row) {
            return new CaseStanding(
                    row.get("application").asString(),
                    row.get("person").asString(),
                    row.get("consent").asString(""),
                    row.get("relation").asString(""),
                    row.get("led").asBoolean(),
                    row.get("applicant").asBoolean(),
                    row.get("consented").asBoolean(),
                    row.get("child").asBoolean(),
                    row.get("together").asBoolean());
        }

        /** Whoever came to live with the family is of it, whatever they signed. */
        boolean supports() {
            return relation.equals(CaseConsent.Relation.SUPPORTER.name()) && !together;
        }

        /** For a child nobody had to say anything as long as nobody said no. */
        boolean askedAbout() {
            return led && (consented || child && consent.isEmpty());
        }
    }

    List<CaseStanding> standings(String caseId, Collection<String> led) {
        return standings(Map.of(caseId, led)).getOrDefault(caseId, List.of());
    }

    /**
     * {@return how everybody stands to each of the applications}
     *
     * @param led tokens of whom its basis leads to, by application
     */
    Map<String, List<CaseStanding>> standings(Map<String, ? extends Collection<String>> led) {
        List<Map<String, Object>> cases =
                led.entrySet().stream()
                        .map(
                                one ->
                                        Map.<String, Object>of(
                                                "id",
                                                one.getKey(),
                                                "led",
                                                List.copyOf(one.getValue())))
                        .toList();
        return graph
                .query(STANDINGS)
                .bindAll(days())
                .bind(cases)
                .to("cases")
                .fetchAs(CaseStanding.class)
                .mappedBy((_, row) -> CaseStanding.read(row))
                .all()
                .stream()
                .collect(Collectors.groupingBy(CaseStanding::application));
    }

    /**
     * Whom the joint paper is of.
     *
     * @param consentNo its number
     * @param signedOn when it came in
     */
    record Signatory(String person, boolean applicant, String consentNo, LocalDate signedOn) {}

    List<Signatory> signatories(String caseId, Collection<String> led) {
        return List.copyOf(
                graph.query(SIGNATORIES)
                        .bindAll(days())
                        .bindAll(Map.of("id", caseId, "led", List.copyOf(led)))
                        .fetchAs(Signatory.class)
                        .mappedBy(
                                (_, row) ->
                                        new Signatory(
                                                row.get("person").asString(),
                                                row.get("applicant").asBoolean(),
                                                row.get("consentNo").asString(""),
                                                row.get("signedOn").asLocalDate()))
                        .all());
    }

    /**
     * An open application of the officer's, and what somebody is to it.
     *
     * @param takenBackOn the day on which the person took their consent to it back themself; null
     *     where they did not, or have consented since
     */
    record Office(
            String basis,
            String department,
            List<String> places,
            boolean applicant,
            boolean child,
            boolean together,
            boolean own,
            boolean kin,
            @Nullable LocalDate takenBackOn) {

        /** {@return whether the paper is of after the person's own word against an earlier one} */
        boolean takes(ConsentController.ConsentInput input, @Nullable String note) {
            return takenBackOn == null
                    || note != null
                            && input.sha256() != null
                            && input.signedOn() instanceof LocalDate day
                            && !day.isBefore(takenBackOn);
        }

        boolean is(CaseConsent.Relation relation) {
            return switch (relation) {
                case APPLICANT -> applicant;
                case FAMILY_MEMBER -> together && !applicant;
                case SUPPORTER -> !together && !child;
            };
        }
    }

    Optional<Office> office(Caller caller, String caseId, String person) {
        return graph.query(OFFICE)
                .bindAll(days())
                .bindAll(
                        Map.of(
                                "id",
                                caseId,
                                "person",
                                person,
                                "department",
                                caller.department(),
                                "region",
                                caller.region(),
                                "self",
                                Kinship.names(caller)))
                .fetchAs(Office.class)
                .mappedBy(
                        (_, row) ->
                                new Office(
                                        row.get("basis").asString(),
                                        row.get("department").asString(),
                                        row.get("places").asList(value -> value.asString()),
                                        row.get("applicant").asBoolean(),
                                        row.get("child").asBoolean(),
                                        row.get("together").asBoolean(),
                                        row.get("own").asBoolean(),
                                        row.get("kin").asBoolean(),
                                        row.get("takenBackAt").isNull()
                                                ? null
                                                : row.get("takenBackAt")
                                                        .asZonedDateTime()
                                                        .withZoneSameInstant(clock.getZone())
                                                        .toLocalDate()))
                .one();
    }

    /**
     * Leads a basis to somebody as far as they consented.
     *
     * @param until last day; null for as long as it is open
     * @param beyond whether nothing else leads it to them
     */
    void open(String basis, String person, @Nullable LocalDate until, boolean beyond) {
        List<ZonedDateTime> over =
                until == null
                        ? List.of()
                        : List.of(until.plusDays(1).atStartOfDay(clock.getZone()));
        graph.query(OPEN)
                .bindAll(Map.of("basis", basis, "person", person, "beyond", beyond, "over", over))
                .run();
    }

    /** Leads the bases of an application to these persons no longer, by whatever way. */
    void withhold(String caseId, Collection<String> persons) {
        graph.query(WITHHOLD)
                .bindAll(
                        Map.of(
                                "case",
                                caseId,
                                "persons",
                                List.copyOf(persons),
                                "now",
                                ZonedDateTime.now(clock)))
                .run();
    }

    /** Keeps what the check's sources said of a relative outside the family. */
    void answered(String consent, List<String> answers) {
        graph.query(ANSWERED).bindAll(Map.of("id", consent, "answers", answers)).run();
    }

    private Map<String, Object> days() {
        return Guardianship.days(LocalDate.now(clock));
    }
}
