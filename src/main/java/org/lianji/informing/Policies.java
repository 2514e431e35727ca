package org.lianji.informing;

import org.jspecify.annotations.Nullable;
import org.lianji.access.LedPerson;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.people.Regions;
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
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The policies of a place (MZ13), for everybody; and which of them are for one person, and why. */
@Component
final class Policies {

    private static final String OF_PLACES =
            """
            MATCH (r:Record:AssistancePolicy)
            WHERE r.region IN $places AND r.effectiveFrom <= $today AND (r.effectiveTo IS NULL OR r.effectiveTo >= $today)
            RETURN r {.*} AS policy
            ORDER BY r.assistanceType, r.policyNo
            """;

    /** A record {@code r} that holds {@code $today}. */
    static final String VALID =
            "(r.validFrom IS NULL OR r.validFrom <= $today) AND (r.validTo IS NULL OR r.validTo >="
                + " $today) AND (r.validUntil IS NULL OR r.validUntil >= $today) AND NOT"
                + " coalesce(r.status, '') IN ['STOPPED', 'MOVED_TO_DIBAO', 'EXPIRED', 'WITHDRAWN',"
                + " 'ENDED']";

    /** Of a family's status it is enough that one of those who live together has it. */
    private static final String STATUSES =
            """
            MATCH (p:Person {id: $person})
            WITH p, COLLECT { MATCH (p)-[at:MEMBER_OF]->(:Household {kind: 'LIVING_TOGETHER'})<-[in:MEMBER_OF]-(q:Person)
              WHERE (at.to IS NULL OR at.to > $today) AND (in.to IS NULL OR in.to > $today) RETURN DISTINCT q } AS family
            UNWIND $categories AS asked
            WITH p, asked, CASE WHEN asked.ofFamily THEN family + [p] ELSE [p] END AS whom
            WHERE any(q IN whom WHERE EXISTS { MATCH (q)<-[:ABOUT]-(r:Record {category: asked.code}) WHERE %s })
            RETURN DISTINCT asked.code
            """
                    .formatted(VALID);

    private static final String LED =
            LedPerson.MATCH + "AND $purpose IN b.purposes RETURN p.id LIMIT 1";

    private final Neo4jClient graph;
    private final Regions regions;
    private final AuditLog chain;
    private final Clock clock;
    private final String lead;

    Policies(Neo4jClient graph, Regions regions, AuditLog chain, Clock clock, Catalogue catalogue) {
        this.graph = graph;
        this.regions = regions;
        this.chain = chain;
        this.clock = clock;
        this.lead = catalogue.lead();
    }

    /**
     * A policy, and why it is for the person.
     *
     * @param why as what they are recognised; empty where everybody may ask
     */
    record Advice(
            String policyNo,
            String title,
            String type,
            @Nullable Long standard,
            @Nullable String conditions,
            List<String> materials,
            @Nullable String channel,
            @Nullable String hotline,
            @Nullable String docNo,
            List<RecognisedStatus> why) {}

    /**
     * {@return the policies of the region; of a person those that are for them, what they are
     * recognised for first}
     *
     * @param person token; null for the citizen who asks, and of nobody
     */
    List<Advice> of(Caller caller, Reason stated, String region, @Nullable String person) {
        List<String> places = places(region);
        String about = caller.is(Role.CITIZEN) && person == null ? caller.person() : person;
        if (about == null) {
            return policies(places, List.of());
        }
        if (person != null) {
            led(caller, stated, person);
        }
        List<RecognisedStatus> statuses = statuses(about);
        noted(caller, stated, about, statuses);
        return policies(places, statuses).stream()
                .filter(
                        one ->
                                !one.why().isEmpty()
                                        || RecognisedStatus.FOR_ALL.contains(one.type()))
                .sorted(Comparator.comparing((Advice one) -> one.why().isEmpty()))
                .toList();
    }

    /**
     * Refuses whoever has no basis in force that leads to the person.
     *
     * @throws Problem POLICY_PERSON
     */
    void led(Caller caller, Reason stated, String person) {
        String basis = stated.basis();
        String purpose = stated.purpose();
        boolean officer =
                caller.department().equals(lead)
                        && caller.is(Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER);
        if (!officer
                || basis == null
                || purpose == null
                || graph.query(LED)
                        .bindAll(
                                LedPerson.parameters(
                                        caller, basis, person, ZonedDateTime.now(clock)))
                        .bind(purpose)
                        .to("purpose")
                        .fetchAs(String.class)
                        .one()
                        .isEmpty()) {
            throw new Problem(InformingCode.POLICY_PERSON);
        }
    }

    private List<RecognisedStatus> statuses(String person) {
        List<Map<String, Object>> asked =
                Stream.of(RecognisedStatus.values())
                        .map(
                                one ->
                                        Map.<String, Object>of(
                                                "code", one.category(), "ofFamily", one.ofFamily()))
                        .toList();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("person", person);
        parameters.put("categories", asked);
        parameters.put("today", LocalDate.now(clock));
        List<String> found =
                List.copyOf(graph.query(STATUSES).bindAll(parameters).fetchAs(String.class).all());
        return Stream.of(RecognisedStatus.values())
                .filter(one -> found.contains(one.category()))
                .toList();
    }

    /** Written down before anything of it leaves. */
    private void noted(
            Caller caller, Reason stated, String person, List<RecognisedStatus> statuses) {
        List<String> found = statuses.stream().map(RecognisedStatus::category).toList();
        List<String> absent =
                RecognisedStatus.categories().stream()
                        .filter(code -> !found.contains(code))
                        .toList();
        boolean citizen = caller.is(Role.CITIZEN);
        chain.append(
                List.of(
                        new Entry(
                                        Kind.READ,
                                        caller.department(),
                                        caller.client(),
                                        citizen ? "H" : stated.purpose(),
                                        citizen ? null : stated.basis(),
                                        List.of(),
                                        found,
                                        List.of(person),
                                        Digests.hex("policies"),
                                        null)
                                .lacking(absent)));
    }

    /** {@return codes of the region and of what it lies in} */
    List<String> places(String region) {
        if (!regions.exists(region)) {
            throw new Problem(InformingCode.POLICY_REGION);
        }
        return Regions.upToProvince(region);
    }

    private List<Advice> policies(List<String> places, List<RecognisedStatus> statuses) {
        return List.copyOf(
                graph.query(OF_PLACES)
                        .bindAll(Map.of("places", places, "today", LocalDate.now(clock)))
                        .fetchAs(Advice.class)
                        .mappedBy((_, row) -> advice(row.get("policy"), statuses))
                        .all());
    }

    private static Advice advice(Value row, List<RecognisedStatus> statuses) {
        String type = row.get("assistanceType").asString();
        return new Advice(
                row.get("policyNo").asString(),
                row.get("title").asString(),
                type,
                row.get("standard").isNull() ? null : row.get("standard").asLong(),
                text(row, "conditions"),
                row.get("materials").isNull()
                        ? List.of()
                        : row.get("materials").asList(Value::asString),
                text(row, "channel"),
                text(row, "hotline"),
                text(row, "docNo"),
                statuses.stream().filter(one -> one.leadsTo(type)).toList());
    }

    private static @Nullable String text(Value row, String item) {
        return row.get(item).isNull() ? null : row.get(item).asString();
    }
}
