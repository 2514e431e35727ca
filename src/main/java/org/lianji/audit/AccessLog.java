package org.lianji.audit;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who looked at my data (个人信息保护法 §§44-45): for the person themself, and for the guardian of a child
 * (§31). Entries that are withheld for safeguarding are not there until their day, and look like
 * any other then: that they were withheld would tell what they are for.
 */
@Component
final class AccessLog {

    private static final int OF_AGE = 18;

    static final String OWN = "MATCH (p:Person {id: $caller})\n";

    /** The birth date stands in the ID number; no number, no child. */
    private static final String OF_CHILD =
            """
            MATCH (:Person {id: $caller})-[s:SUPPORTS {kind: 'GUARDIAN'}]->(p:Person {id: $child})
            WHERE (s.from IS NULL OR s.from <= $today) AND (s.to IS NULL OR s.to > $today)
              AND substring(p.idNumber, 6, 8) > $bornAfter
            WITH DISTINCT p
            """;

    /** Others may stand on the same sheet; in a text are none but those whom it is about. */
    static final String PAGE =
            """
            MATCH (p)<-[:SAW]-(s:Sheet)
            UNWIND range(0, size(s.texts) - 1) AS n
            WITH s, n
            WHERE s.texts[n] CONTAINS $subject AND s.shownFrom[n] <= $now AND\s\
            """
                    + Cursor.BEHIND
                    + Kept.NEWEST;

    private final Neo4jClient graph;
    private final Sentences sentences;
    private final Clock clock;

    AccessLog(Neo4jClient graph, Sentences sentences, Clock clock) {
        this.graph = graph;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * {@return the newest first, behind the cursor; nothing where the child is none of the
     * caller's}
     */
    List<Access> page(Caller caller, @Nullable String child, @Nullable String after, int most) {
        if (!caller.is(Role.CITIZEN)) {
            throw new Problem(PlatformCode.NOT_ALLOWED);
        }
        Instant now = clock.instant();
        LocalDate today = Block.dateOf(now);
        Map<String, Object> parameters = new HashMap<>(Cursor.parameters(after));
        parameters.put("caller", caller.person());
        parameters.put("child", child);
        parameters.put(
                "subject", Merkle.sha256(String.valueOf(child == null ? caller.person() : child)));
        parameters.put("today", today);
        parameters.put(
                "bornAfter", today.minusYears(OF_AGE).format(DateTimeFormatter.BASIC_ISO_DATE));
        parameters.put("now", Sheet.utc(now));
        parameters.put("most", most);
        return graph
                .query((child == null ? OWN : OF_CHILD) + PAGE)
                .bindAll(parameters)
                .fetchAs(Kept.class)
                .mappedBy((_, row) -> Kept.read(row))
                .all()
                .stream()
                .map(entry -> sentences.access(entry, caller, child != null))
                .toList();
    }
}
