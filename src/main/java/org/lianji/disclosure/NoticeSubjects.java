package org.lianji.disclosure;

import org.lianji.access.HiddenLooks;
import org.lianji.access.LedPerson;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * Of whom a notice may be: an adult of the village, to whom a basis of the officer's leads, and of
 * whom no look is hidden: where looks are, somebody is in danger.
 */
@Component
final class NoticeSubjects {

    /**
     * Neither {@code p} is in danger nor anybody who lives with them, where they live being what a
     * notice tells; for {@code $now}.
     */
    static final String NOT_AT_RISK =
            "NOT "
                    + HiddenLooks.at("p")
                    + """
                      AND NOT EXISTS { MATCH (p)-[at:MEMBER_OF]->(:Household {kind: 'LIVING_TOGETHER'})<-[in:MEMBER_OF]-(q:Person)
                        WHERE (at.to IS NULL OR at.to > date($now)) AND (in.to IS NULL OR in.to > date($now)) AND %s }
                    """
                            .formatted(HiddenLooks.at("q"));

    private static final String SUBJECT =
            LedPerson.MATCH
                    + """
                      AND p.idNumber IS NOT NULL AND substring(p.idNumber, 6, 8) <= $adult
                      AND EXISTS { MATCH (p)-[at:RESIDES_IN|REGISTERED_IN]->(:Region {code: $village})
                        WHERE (at.from IS NULL OR at.from <= $today) AND (at.to IS NULL OR at.to > $today) }
                      AND %s
                    RETURN p.id LIMIT 1
                    """
                            .formatted(NOT_AT_RISK);

    private static final int ADULT_YEARS = 18;

    private final Neo4jClient graph;
    private final Clock clock;

    NoticeSubjects(Neo4jClient graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /**
     * {@return the person's token}
     *
     * @throws Problem NOTICE_PERSON where no notice of them may be, whyever
     */
    String of(Caller caller, String basis, String person, String village) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> parameters =
                LedPerson.parameters(caller, basis, person, ZonedDateTime.now(clock));
        parameters.put("village", village);
        parameters.put("today", today);
        parameters.put(
                "adult", today.minusYears(ADULT_YEARS).format(DateTimeFormatter.BASIC_ISO_DATE));
        return graph.query(SUBJECT)
                .bindAll(parameters)
                .fetchAs(String.class)
                .one()
                .orElseThrow(() -> new Problem(DisclosureCode.NOTICE_PERSON));
    }
}
