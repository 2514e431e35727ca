package org.lianji.referral;

import org.lianji.access.LedPerson;
import org.lianji.charity.AgeBand;
import org.lianji.people.Deaths;
import org.lianji.people.Kinship;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * Whom a need is for: somebody to whom a basis of the officer's leads. Not while the looks on it
 * are hidden: a need, and who is asked about it, stand in the person's log.
 */
@Component
final class NeedSubjects {

    private static final String SUBJECT =
            LedPerson.MATCH
                    + """
                      AND (b.shownFrom IS NULL OR b.shownFrom <= $now)
                    MATCH (p)-[at:RESIDES_IN|REGISTERED_IN]->(g:Region)
                    WHERE (at.from IS NULL OR at.from <= $today) AND (at.to IS NULL OR at.to > $today)
                      AND p.idNumber IS NOT NULL
                    WITH p, g ORDER BY type(at) DESC, at.from DESC LIMIT 1
                    WHERE EXISTS { (g)-[:PART_OF*0..4]->(:Region {code: $region}) }
                    RETURN substring(p.idNumber, 6, 8) AS born, g.code AS place,
                      any(near IN %s WHERE near IN $self) AS kin, %s AS dead
                    """
                            .formatted(Kinship.of("p"), Deaths.of("p"));

    private final Neo4jClient graph;
    private final Clock clock;

    NeedSubjects(Neo4jClient graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /** As much of a person as a need keeps. */
    record Subject(AgeBand age, List<String> places) {}

    /**
     * {@return the person, where the basis leads the caller to them and they live in the region}
     *
     * @throws Problem NEED_PERSON where it does not, whether or not there is such a person;
     *     NEED_OF_RELATIVE where they are the officer or a near relative; HELPED_PERSON_DIED
     */
    Subject of(Caller caller, String basis, String person) {
        Map<String, Object> parameters =
                LedPerson.parameters(caller, basis, person, ZonedDateTime.now(clock));
        parameters.put("today", LocalDate.now(clock));
        parameters.put("region", caller.region());
        parameters.put("self", Kinship.names(caller));
        return graph.query(SUBJECT)
                .bindAll(parameters)
                .fetch()
                .one()
                .map(this::subject)
                .orElseThrow(() -> new Problem(ReferralCode.NEED_PERSON));
    }

    private Subject subject(Map<String, Object> row) {
        if (Boolean.TRUE.equals(row.get("kin"))) {
            throw new Problem(ReferralCode.NEED_OF_RELATIVE);
        }
        if (Boolean.TRUE.equals(row.get("dead"))) {
            throw new Problem(ReferralCode.HELPED_PERSON_DIED);
        }
        LocalDate born =
                LocalDate.parse(String.valueOf(row.get("born")), DateTimeFormatter.BASIC_ISO_DATE);
        String place = String.valueOf(row.get("place"));
        return new Subject(
                AgeBand.of(Period.between(born, LocalDate.now(clock)).getYears()),
                Regions.upToProvince(place));
    }
}
