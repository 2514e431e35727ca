package org.lianji.outreach;

import org.lianji.catalogue.Catalogue;
import org.lianji.database.MutationCall;
import org.lianji.monitoring.WarningDirectory;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.procedure.TransitionInput;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which clues and which open warnings are about the same people: the very person, or, once the clue
 * is accepted, the family that its basis leads to. Who belongs to the family is decided there, by
 * what shows.
 */
@Component
final class ClueWarnings {

    private static final String OF_CLUE =
            """
            MATCH (m:Clue {id: $id}) WHERE m.state IN $open
            CALL (m) {
              MATCH (m)-[:CONCERNS]->(k:Identity)
              MATCH (:Person {idHash: k.hash})<-[:WARNS]-(w:Warning) RETURN w
              UNION
              MATCH (b:Basis {matter: m.id})-[:CONCERNS]->(:Household)<-[:WARNS]-(w:Warning)
              WHERE b.closed IS NULL RETURN w
            }
            WITH w WHERE w.openKey IS NOT NULL
            RETURN w.id ORDER BY w.createdAt, w.id
            """;

    private static final String OF_WARNINGS =
            """
            UNWIND $ids AS id
            MATCH (w:Warning {id: id})
            CALL (w) {
              MATCH (w)<-[:JOINED]-(m:Clue) RETURN m
              UNION
              MATCH (w)-[:WARNS]->(p:Person)
              MATCH (k:Identity {hash: p.idHash})<-[:CONCERNS]-(m:Clue)
              WHERE w.openKey IS NOT NULL AND m.state IN $open RETURN m
              UNION
              MATCH (w)-[:WARNS]->(:Household)<-[:CONCERNS]-(b:Basis)
              MATCH (m:Clue {id: b.matter})
              WHERE b.closed IS NULL AND w.openKey IS NOT NULL AND m.state IN $open RETURN m
            }
            RETURN id AS warning, m.id AS clue ORDER BY m.createdAt, m.id
            """;

    private static final List<String> OPEN =
            Stream.of(ClueState.values()).filter(ClueState::open).map(Enum::name).toList();

    private final Neo4jClient graph;
    private final Clues clues;
    private final WarningDirectory warnings;
    private final String lead;

    ClueWarnings(Neo4jClient graph, Clues clues, WarningDirectory warnings, Catalogue catalogue) {
        this.graph = graph;
        this.clues = clues;
        this.warnings = warnings;
        this.lead = catalogue.lead();
    }

    /** {@return identifiers of the open warnings about the clue's people that the caller sees} */
    List<String> of(Caller caller, Clue clue) {
        Collection<String> same =
                graph.query(OF_CLUE)
                        .bindAll(Map.of("id", clue.id(), "open", OPEN))
                        .fetchAs(String.class)
                        .all();
        return warnings.open(caller, same);
    }

    /**
     * {@return the clue, joined to an open warning that the caller sees; where the hub knows whom
     * the clue is about, to one about them or their family}
     */
    Clue join(MutationCall call, Reason stated, TransitionInput step, String warning) {
        return clues.join(call, stated, step, warning, one -> joins(call.caller(), one, warning));
    }

    private boolean joins(Caller caller, Clue clue, String warning) {
        List<String> open =
                clue.about().person() == null
                        ? warnings.open(caller, List.of(warning))
                        : of(caller, clue);
        return open.contains(warning);
    }

    /** {@return the clues about each warning's people; none for other departments} */
    List<List<Clue>> cluesOf(Caller caller, List<String> ids) {
        Map<String, List<String>> same = new HashMap<>();
        if (caller.department().equals(lead)) {
            graph.query(OF_WARNINGS)
                    .bindAll(Map.of("ids", ids, "open", OPEN))
                    .fetch()
                    .all()
                    .forEach(
                            row ->
                                    same.merge(
                                            String.valueOf(row.get("warning")),
                                            List.of(String.valueOf(row.get("clue"))),
                                            ClueWarnings::both));
        }
        return ids.stream().map(id -> clues.ofHub(same.getOrDefault(id, List.of()))).toList();
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
