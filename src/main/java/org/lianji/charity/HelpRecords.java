package org.lianji.charity;

import org.lianji.contribution.FlowRecord;
import org.lianji.contribution.FlowRecords;
import org.lianji.platform.Caller;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/** What was given of an offer, back in the library (MZ14). */
@Component
public final class HelpRecords {

    private static final String CATEGORY = "MZ14";

    private static final String OFFER =
            """
            MATCH (o:HelpOffer {id: $offer})
            RETURN o.organisation AS providerUscc, o.project AS project, o.kind AS kind
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
