package org.lianji.referral;

import org.lianji.charity.Organisations;
import org.lianji.people.Deaths;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether an offer fits a need, and has enough left: judged under the offer's lock. */
@Component
final class OfferFit {

    /** The lock comes first, so that of several pairings with one offer each sees those before. */
    private static final String LOCK =
            """
            MATCH (o:HelpOffer {id: $offer})
            SET o.lock = true
            REMOVE o.lock
            """;

    /**
     * Whether {@code o}, of {@code g}, is for the need {@code n} of {@code p}; near relatives of
     * who runs it, {@code $relatives}, are never helped by it.
     */
    static final String FITS =
            """
            o.state = 'OPEN' AND g.state = 'APPROVED' AND o.until >= $today AND o.kind = n.kind
              AND any(region IN o.regions WHERE region IN n.places)
              AND (size(o.ages) = 0 OR n.age IN o.ages)
              AND (size(o.hardships) = 0 OR n.hardship IN o.hardships)
              AND NOT p.id IN coalesce($relatives[g.organisation], [])
            """;

    private static final String JUDGE =
            """
            MATCH (o:HelpOffer {id: $offer})
            MATCH (g:CharityOrganisation {organisation: o.organisation})
            MATCH (n:HelpNeed {id: $need})-[:FOR]->(p:Person)
            RETURN o.capacity - reduce(sum = 0, q IN COLLECT { MATCH (m:Pairing {offer: o.id}) WHERE m.state IN $taking RETURN m.quantity } | sum + q) AS left,
            """
                    + FITS
                    + " AS fits, %s AS dead".formatted(Deaths.of("p"));

    private static final String ORGANISATION =
            "MATCH (o:HelpOffer {id: $offer}) RETURN o.organisation";

    private static final String NAMES =
            """
            MATCH (o:HelpOffer) WHERE o.id IN $offers
            MATCH (g:CharityOrganisation {organisation: o.organisation})
            RETURN o.id AS offer, o.project AS project, g.name AS organisation
            """;

    private static final String LAST_DAY = "MATCH (o:HelpOffer {id: $offer}) RETURN o.until";

    private static final List<String> TAKING =
            Stream.of(PairingState.values()).filter(PairingState::taking).map(Enum::name).toList();

    private final Neo4jClient graph;
    private final Organisations organisations;
    private final Clock clock;

    OfferFit(Neo4jClient graph, Organisations organisations, Clock clock) {
        this.graph = graph;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** {@return unified code of who offers it} */
    String organisation(String offer) {
        return graph.query(ORGANISATION)
                .bind(offer)
                .to("offer")
                .fetchAs(String.class)
                .one()
                .orElseThrow(() -> new Problem(ReferralCode.OFFER_NOT_FIT));
    }

    /**
     * Who offers help, as people call it.
     *
     * @param organisation its name
     * @param project under which it helps
     */
    record Provider(String organisation, String project) {}

    /** {@return who offers each} */
    Map<String, Provider> providers(Collection<String> offers) {
        Map<String, Provider> known = new HashMap<>();
        graph.query(NAMES)
                .bind(List.copyOf(offers))
                .to("offers")
                .fetchAs(Provider.class)
                .mappedBy(
                        (_, row) -> {
                            Provider provider =
                                    new Provider(
                                            row.get("organisation").asString(),
                                            row.get("project").asString());
                            known.put(row.get("offer").asString(), provider);
                            return provider;
                        })
                .all();
        return known;
    }

    /** {@return the last day of the offer} */
    LocalDate lastDay(String offer) {
        return graph.query(LAST_DAY)
                .bind(offer)
                .to("offer")
                .fetchAs(LocalDate.class)
                .one()
                .orElseThrow(() -> new Problem(ReferralCode.OFFER_NOT_FIT));
    }

    /**
     * {@return true, where the pairing, which is written already, can stand}
     *
     * @throws Problem HELPED_PERSON_DIED, OFFER_NOT_FIT, OFFER_FULL
     */
    boolean taken(HelpNeed need, Pairing pairing) {
        String offer = pairing.pair().offer();
        graph.query(LOCK).bind(offer).to("offer").run();
        Map<String, Object> judged =
                graph.query(JUDGE)
                        .bindAll(parameters(need, pairing))
                        .fetch()
                        .one()
                        .orElseThrow(() -> new Problem(ReferralCode.OFFER_NOT_FIT));
        if (Boolean.TRUE.equals(judged.get("dead"))) {
            throw new Problem(ReferralCode.HELPED_PERSON_DIED);
        }
        if (!Boolean.TRUE.equals(judged.get("fits"))) {
            throw new Problem(ReferralCode.OFFER_NOT_FIT);
        }
        if (!(judged.get("left") instanceof Long left) || left < 0) {
            throw new Problem(ReferralCode.OFFER_FULL);
        }
        return true;
    }

    private Map<String, Object> parameters(HelpNeed need, Pairing pairing) {
        return Map.of(
                "offer",
                pairing.pair().offer(),
                "need",
                need.id(),
                "taking",
                TAKING,
                "today",
                LocalDate.now(clock),
                "relatives",
                organisations.relatives(List.of(pairing.organisation())));
    }
}
