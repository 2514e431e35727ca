package org.lianji.charity;

import org.lianji.contribution.FlowRecord;
import org.lianji.contribution.FlowRecords;
import org.lianji.platform.Caller;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was given of an offer, back in the library (MZ14). */
@Component
public final class HelpRecords {

    private static final String CATEGORY = "MZ14";

    private static final String OFFER =
            """
            MATCH (o:HelpOffer {id: $offer})
            RETURN o.organisation AS providerUscc, o.project AS project, o.kind AS kind
            """;

    /** Help that was there so many days ago counts no more. */
    private static final int DAYS = 90;

    /** Who has the help, or shares it: {@code p}, and of some kinds their household. */
    private static final String FAMILY =
            """
            [p] + CASE WHEN %s IN $shared
              THEN COLLECT { MATCH (p)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(other:Person) RETURN DISTINCT other }
              ELSE [] END\
            """;

    private static final String LOCK =
            """
            CALL (*) {
              UNWIND %s AS one
              WITH DISTINCT one ORDER BY one.id
              SET one.lock = true
              REMOVE one.lock
              RETURN count(*) AS locked
            }
            """;

    private static final String HELPED =
            """
            %2$s AS family
            WITH *, EXISTS {
                UNWIND family AS k
                MATCH (m:Pairing {kind: %1$s})-[:FOR]->(k)
                WHERE m.id <> $except AND (m.state IN ['PROPOSED', 'CONSENTED', 'ACCEPTED', 'DELIVERING']
                  OR m.state IN ['DELIVERED', 'CONFIRMED'] AND m.changedAt >= $since)
              } OR EXISTS {
                UNWIND family AS k
                MATCH (m:ServiceOrder {kind: %1$s})-[:FOR]->(k)
                WHERE m.id <> $except AND (m.state IN ['ORDERED', 'CONSENTED', 'ACCEPTED', 'SCHEDULED']
                  OR m.state IN ['DELIVERED', 'CONFIRMED'] AND m.changedAt >= $since)
              } OR EXISTS {
                UNWIND family AS k
                MATCH (r:Record&CharityHelp)-[:ABOUT]->(k)
                WHERE r.deliveredOn >= date($since) AND r.form = $forms[%1$s]
                  AND (r.form <> 'SERVICE' OR r.serviceType IN $services[%1$s])
                  AND NOT EXISTS { MATCH (x:HelpNeed {id: r.needNo}) WHERE x.kind <> %1$s }
                  AND NOT EXISTS { MATCH (x:Pairing {id: r.needNo}) WHERE x.kind <> %1$s }
                  AND NOT EXISTS { MATCH (x:ServiceOrder {id: r.needNo}) WHERE x.kind <> %1$s }
              } AS helped
            """;

    private final Neo4jClient graph;
    private final FlowRecords records;

    HelpRecords(Neo4jClient graph, FlowRecords records) {
        this.graph = graph;
        this.records = records;
    }

    /**
     * Help that a person has confirmed.
     *
     * @param number under which it is known, to nobody who didn't give it
     * @param person token of the person
     * @param offer identifier of the offer
     * @param quantity in the unit of its kind
     * @param deliveredOn when it was there
     * @param satisfaction of the person, 1 to 5
     */
    public record ConfirmedHelp(
            String number,
            String person,
            String offer,
            int quantity,
            LocalDate deliveredOn,
            int satisfaction) {}

    /** Writes the record in the transaction under way. */
    public void write(Caller author, ConfirmedHelp help, OffsetDateTime at) {
        records.write(
                author, new FlowRecord(CATEGORY, help.person(), help.number(), at, items(help)));
    }

    private Map<String, Object> items(ConfirmedHelp help) {
        Map<String, Object> offer =
                graph.query(OFFER).bind(help.offer()).to("offer").fetch().one().orElseThrow();
        HelpKind kind = HelpKind.valueOf(String.valueOf(offer.get("kind")));
        Map<String, Object> items = new HashMap<>(offer);
        items.remove("kind");
        items.put("form", kind.form().name());
        items.put("deliveredOn", help.deliveredOn().toString());
        items.put("needNo", help.number());
        items.put("satisfaction", help.satisfaction());
        if (kind.form() == HelpKind.HelpForm.MONEY) {
            items.put("value", help.quantity() + ".00");
        } else {
            items.put("units", help.quantity());
        }
        if (kind.form() == HelpKind.HelpForm.SERVICE) {
            items.put("serviceType", service(kind));
        }
        return items;
    }

    /**
     * {@return a clause that locks the person {@code p}, and of a kind that all of a household
     * share whoever was ever of one with them, in one order: of two who are to be helped at the
     * same time one sees the other}
     *
     * @param kind an expression
     */
    public static String lockFamily(String kind) {
        return LOCK.formatted(FAMILY.formatted(kind));
    }

    /**
     * {@return the end of a WITH, which adds that {@code family}, and whether {@code helped}: such
     * help is there already or on its way, paired, ordered or on record, yes or no and not by whom}
     *
     * @param kind an expression
     */
    public static String helped(String kind) {
        return HELPED.formatted(kind, FAMILY.formatted(kind));
    }

    /**
     * {@return the parameters of these}
     *
     * @param except identifier of a pairing or an order that doesn't count
     */
    public static Map<String, Object> helping(String except, ZonedDateTime now) {
        return Map.of(
                "except",
                except,
                "since",
                now.minusDays(DAYS),
                "shared",
                Stream.of(HelpKind.values()).filter(HelpKind::shared).map(Enum::name).toList(),
                "forms",
                table(kind -> kind.form().name()),
                "services",
                table(HelpRecords::services));
    }

    private static Map<String, Object> table(Function<HelpKind, Object> value) {
        return Stream.of(HelpKind.values()).collect(Collectors.toMap(Enum::name, value));
    }

    /** The kinds of service of MZ14 that are the same help. */
    private static List<String> services(HelpKind kind) {
        return switch (kind) {
            case DAILY_CARE ->
                    List.of("DAILY_CARE", "MEALS", "BATHING", "CLEANING", "HOSPITAL_CARE");
            case COMPANY -> List.of("VISITS", "COMFORT");
            case COUNSELLING -> List.of("COUNSELLING");
            case REHABILITATION -> List.of("NURSING");
            case SKILLS -> List.of("CAPABILITY");
            default -> List.of();
        };
    }

    /** {@return what the catalogue calls the service} */
    public static String service(HelpKind kind) {
        return switch (kind) {
            case DAILY_CARE -> "DAILY_CARE";
            case COMPANY -> "COMFORT";
            case COUNSELLING -> "COUNSELLING";
            case REHABILITATION -> "NURSING";
            case SKILLS -> "CAPABILITY";
            default -> "OTHER";
        };
    }
}
