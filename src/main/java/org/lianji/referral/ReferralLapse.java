package org.lianji.referral;

import org.lianji.people.Deaths;
import org.lianji.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Ends each morning what has had its last day, or whose person has died: pairings first, since a
 * need that one of them leaves open again may be over too.
 */
@Component
final class ReferralLapse {

    private static final Logger log = LoggerFactory.getLogger(ReferralLapse.class);

    /** Once help has begun there are some days for the report of it. */
    private static final String PAIRINGS =
            """
            MATCH (m:Pairing)
            WHERE m.state IN ['CONSENTED', 'ACCEPTED'] AND m.consentUntil < $today
              OR m.state = 'DELIVERING'
                AND (m.consentUntil < $today OR NOT EXISTS { MATCH (b:Basis {matter: m.id}) WHERE b.closed IS NULL })
                AND NOT EXISTS { MATCH (d:Deadline {code: 'HELP_REPORT'})-[:OF]->(m) WHERE d.running >= $today }
              OR m.state = 'PROPOSED' AND (EXISTS { MATCH (n:HelpNeed {id: m.need}) WHERE n.until < $today }
                OR EXISTS { MATCH (o:HelpOffer {id: m.offer}) WHERE o.until < $today })
              OR m.state IN ['PROPOSED', 'CONSENTED', 'ACCEPTED'] AND EXISTS { MATCH (m)-[:FOR]->(p:Person) WHERE %s }
            RETURN m.id
            """
                    .formatted(Deaths.of("p"));

    /** What the news of an offer or of an organisation left. */
    private static final String WITHOUT_OFFER =
            """
            MATCH (m:Pairing)
            WHERE m.state IN ['PROPOSED', 'CONSENTED'] AND EXISTS { (:HelpOffer {id: m.offer, state: 'WITHDRAWN'}) }
              OR m.state IN ['PROPOSED', 'CONSENTED', 'ACCEPTED']
                AND EXISTS { (:CharityOrganisation {organisation: m.organisation, state: 'SUSPENDED'}) }
            RETURN m.id
            """;

    private static final String NEEDS =
            """
            MATCH (m:HelpNeed {state: 'OPEN'})
            WHERE m.until < $today OR EXISTS { MATCH (m)-[:FOR]->(p:Person) WHERE %s }
            RETURN m.id
            """
                    .formatted(Deaths.of("p"));

    private final Pairings pairings;
    private final Needs needs;
    private final Neo4jClient graph;
    private final Faults faults;
    private final Clock clock;

    ReferralLapse(Pairings pairings, Needs needs, Neo4jClient graph, Faults faults, Clock clock) {
        this.pairings = pairings;
        this.needs = needs;
        this.graph = graph;
        this.faults = faults;
        this.clock = clock;
    }

    @Scheduled(cron = "${lianji.referral.daily:0 0 5 * * *}", zone = "Asia/Shanghai")
    void lapse() {
        try {
            over(PAIRINGS).forEach(one -> lapse(pairings::lapse, one));
            over(WITHOUT_OFFER).forEach(one -> lapse(pairings::endOfOffer, one));
            over(NEEDS)
                    .forEach(one -> lapse(need -> needs.advance(NeedTransition.LAPSE, need), one));
        } catch (RuntimeException e) {
            log.warn("Needs and pairings were not looked for: {}", faults.problem(e).code().name());
        }
    }

    /** One that can't end leaves no other open. */
    private void lapse(Consumer<String> end, String one) {
        try {
            end.accept(one);
        } catch (RuntimeException e) {
            log.warn(
                    "{} whose last day is over was left: {}", one, faults.problem(e).code().name());
        }
    }

    private Collection<String> over(String which) {
        return graph.query(which)
                .bind(LocalDate.now(clock))
                .to("today")
                .fetchAs(String.class)
                .all();
    }
}
