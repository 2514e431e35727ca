package org.lianji.disclosure;

import org.lianji.access.HiddenLooks;
import org.lianji.access.LedPerson;
import org.lianji.people.Deaths;
import org.lianji.people.Kinship;
import org.lianji.people.KnownNames;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.texts.PlainText;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * Of whom a notice may be: an adult of the village, to whom a basis of the officer's leads, and of
 * whom no look is hidden: where looks are, somebody is in danger.
 */
@Component
final class NoticeSubjects {

    /**
     * Neither {@code p} is in danger nor anybody who lives with them or is registered with them,
     * where they live being what a notice tells; nor have they died; for {@code $now}. Of who
     * applies for the first time nothing but the registered household is known.
     */
    static final String SHOWABLE =
            "NOT "
                    + Deaths.of("p")
                    + " AND NOT "
                    + HiddenLooks.at("p")
                    + """
                      AND NOT EXISTS { MATCH (p)-[at:MEMBER_OF]->(:Household)<-[in:MEMBER_OF]-(q:Person)
                        WHERE (at.to IS NULL OR at.to > date($now)) AND (in.to IS NULL OR in.to > date($now)) AND %s }
                    """
                            .formatted(HiddenLooks.at("q"));

    private static final String SUBJECT =
            LedPerson.MATCH
                    + """
                      AND p.idNumber IS NOT NULL AND substring(p.idNumber, 6, 8) <= $adult
                      AND EXISTS { MATCH (p)-[at:RESIDES_IN|REGISTERED_IN]->(:Region {code: $village})
                        WHERE (at.from IS NULL OR at.from <= $today) AND (at.to IS NULL OR at.to > $today) }
                      AND %1$s
                    WITH p, COLLECT { MATCH (p)<-[:ABOUT]-(r:Record) WHERE r.name IS NOT NULL AND r.category = '%2$s' RETURN r.name } AS registered LIMIT 1
                    RETURN p.id AS person, any(name IN $selves WHERE name IN %3$s) AS related, CASE WHEN size(registered) > 0 THEN registered
                      ELSE COLLECT { MATCH (p)<-[:ABOUT]-(r:Record) WHERE r.personName IS NOT NULL RETURN r.personName } END AS names
                    """
                            .formatted(SHOWABLE, KnownNames.REGISTER, Kinship.of("p"));

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
     * @param name as it is to hang
     * @throws Problem NOTICE_PERSON where no notice of them may be, whyever; NOTICE_OF_RELATIVE
     *     where they are the officer or a near relative (社会救助法 §62); NOTICE_NAME where the library
     *     has the person under other names alone
     */
    String of(Caller caller, String basis, String person, String village, String name) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> parameters =
                LedPerson.parameters(caller, basis, person, ZonedDateTime.now(clock));
        parameters.put("village", village);
        parameters.put("selves", Kinship.names(caller));
        parameters.put("today", today);
        parameters.put(
                "adult", today.minusYears(ADULT_YEARS).format(DateTimeFormatter.BASIC_ISO_DATE));
        Subject subject =
                graph.query(SUBJECT)
                        .bindAll(parameters)
                        .fetchAs(Subject.class)
                        .mappedBy(
                                (_, row) ->
                                        new Subject(
                                                row.get("person").asString(),
                                                row.get("related").asBoolean(),
                                                row.get("names").asList(Value::asString)))
                        .one()
                        .orElseThrow(() -> new Problem(DisclosureCode.NOTICE_PERSON));
        if (subject.related()) {
            throw new Problem(DisclosureCode.NOTICE_OF_RELATIVE);
        }
        if (!subject.isCalled(name)) {
            throw new Problem(DisclosureCode.NOTICE_NAME);
        }
        return subject.person();
    }

    /**
     * A person, whether the officer is a near relative, and the names by which the register knows
     * them or, where it doesn't, others do.
     */
    private record Subject(String person, boolean related, List<String> names) {

        boolean isCalled(String name) {
            return names.isEmpty()
                    || names.stream()
                            .map(PlainText::nameLetters)
                            .anyMatch(PlainText.nameLetters(name)::equals);
        }
    }
}
