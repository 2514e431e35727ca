package org.lianji.monitoring;

import org.lianji.merges.UniqueMatters;
import org.lianji.outbox.News;
import org.lianji.outbox.NewsListener;
import org.lianji.people.PersonsMerged;
import org.lianji.records.RecordWithdrawn;
import org.lianji.records.RecordsContributed;
import org.lianji.rules.Rule;
import org.lianji.rules.Rules;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at whom a contribution or a withdrawal is about, and at their families, as soon as it is
 * committed, with the rules that read its category; and with all rules at two who have become one
 * person, or two again.
 */
@Component
final class TouchedFamilies implements NewsListener {

    private final Rules rules;
    private final Screening screening;

    TouchedFamilies(Rules rules, Screening screening) {
        this.rules = rules;
        this.screening = screening;
    }

    @Override
    public String name() {
        return "monitoring";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RecordsContributed.KIND, RecordWithdrawn.KIND, PersonsMerged.KIND);
    }

    @Override
    public void on(News news) {
        switch (news.kind()) {
            case RecordWithdrawn.KIND -> {
                RecordWithdrawn withdrawn = news.as(RecordWithdrawn.class);
                screening.families(reading(withdrawn.category()), withdrawn.persons());
            }
            case PersonsMerged.KIND ->
                    screening.families(
                            List.copyOf(rules.all()), news.as(PersonsMerged.class).persons());
            default -> {
                RecordsContributed contributed = news.as(RecordsContributed.class);
                screening.families(reading(contributed.category()), contributed.persons());
            }
        }
    }

    private List<Rule> reading(String category) {
        return rules.all().stream().filter(rule -> rule.items().containsKey(category)).toList();
    }

    /**
     * A person has one open warning of a rule. Of two the hub withdraws the one that is less far,
     * unless that is confirmed: what the rule finds of the person, or of two again, it raises anew.
     */
    @Component
    static final class OnePerson implements UniqueMatters {

        private static final String BOTH =
                """
                MATCH (:Person {id: $kept})<-[:WARNS]-(a:Warning {subject: $kept}) WHERE a.openKey IS NOT NULL
                MATCH (:Person {id: $merged})<-[:WARNS]-(b:Warning {subject: $merged, rule: a.rule}) WHERE b.openKey IS NOT NULL
                """;

        private static final String REKEY =
                """
                MATCH (m:Warning)-[:WARNS]->(p:Person) WHERE p.id IN $persons AND m.subject <> p.id
                  AND EXISTS { (:Person {id: m.subject}) }
                WITH m, p, m.rule + '|' + p.id AS key
                SET m.subject = p.id, m.key = key, m.openKey = CASE WHEN m.openKey IS NULL THEN null ELSE key END
                """;

        private final Neo4jClient graph;
        private final Warnings warnings;

        OnePerson(Neo4jClient graph, Warnings warnings) {
            this.graph = graph;
            this.warnings = warnings;
        }

        @Override
        public Collection<String> inBoth(String kept, String merged) {
            return graph.query(
                            BOTH
                                    + "WITH a, b WHERE NOT a.state IN $states AND NOT b.state IN"
                                    + " $states RETURN DISTINCT 'Warning'")
                    .bindAll(both(kept, merged))
                    .fetchAs(String.class)
                    .all();
        }

        private static Map<String, Object> both(String kept, String merged) {
            return Map.of("kept", kept, "merged", merged, "states", Warnings.WITHDRAWABLE);
        }

        @Override
        public void makeWay(String kept, String merged) {
            graph.query(BOTH + "RETURN a.id AS kept, b.id AS merged")
                    .bindAll(both(kept, merged))
                    .fetch()
                    .all()
                    .forEach(
                            pair ->
                                    Stream.of("merged", "kept")
                                            .map(
                                                    one ->
                                                            warnings.ofHub(
                                                                    String.valueOf(pair.get(one))))
                                            .flatMap(Optional::stream)
                                            .min(Comparator.comparing(Warning::state))
                                            .ifPresent(warnings::withdraw));
        }

        @Override
        public void rekey(Collection<String> persons) {
            graph.query(REKEY).bind(List.copyOf(persons)).to("persons").run();
        }
    }
}
