package org.lianji.access;

import org.springframework.data.neo4j.core.Neo4jClient;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of some persons scopes cover on a day, for whoever asks many categories about a few people:
 * each set of scopes is looked up once, by one statement, so that what asks the categories has no
 * guard that the planner would have to look at anew for each. Good for the transaction under way.
 */
public final class CoveredPersons {

    private static final String COVERED =
            """
            UNWIND $persons AS id
            MATCH (p:Person {id: id}) WHERE %s
            RETURN p.id
            """
                    .formatted(PopulationCypher.covered("p", "$scopes"));

    private final Neo4jClient graph;
    private final List<String> persons;
    private final LocalDate today;
    private final Map<Set<PopulationScope>, List<String>> known = new HashMap<>();

    /**
     * @param persons tokens
     */
    public CoveredPersons(Neo4jClient graph, List<String> persons, LocalDate today) {
        this.graph = graph;
        this.persons = persons;
        this.today = today;
    }

    /** {@return tokens of all persons, covered or not} */
    public List<String> persons() {
        return persons;
    }

    /**
     * {@return tokens of the persons of whom a caller may read all of these items, in the order
     * given}
     *
     * @param grant what an agreement gives of their category
     * @param items one at least
     */
    public List<String> of(Grant grant, Collection<String> items) {
        List<List<String>> each =
                items.stream().map(grant::clear).distinct().map(this::covered).toList();
        return persons.stream()
                .filter(person -> each.stream().allMatch(some -> some.contains(person)))
                .toList();
    }

    private List<String> covered(Set<PopulationScope> scopes) {
        return known.computeIfAbsent(scopes, this::asked);
    }

    private List<String> asked(Set<PopulationScope> scopes) {
        if (scopes.isEmpty()) {
            return List.of();
        }
        return List.copyOf(
                graph.query(COVERED)
                        .bindAll(PopulationCypher.day(today))
                        .bind(persons)
                        .to("persons")
                        .bind(PopulationCypher.rows(scopes))
                        .to("scopes")
                        .fetchAs(String.class)
                        .all());
    }
}
