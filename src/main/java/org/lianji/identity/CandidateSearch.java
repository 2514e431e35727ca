package org.lianji.identity;

import org.lianji.access.AccessPolicy;
import org.lianji.access.Grant;
import org.lianji.access.PopulationCypher;
import org.lianji.access.ReadPurpose;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.linkage.PairScore;
import org.lianji.people.KnownNames;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom records without a number may be about: found by keys, kept and scored by nothing but what
 * shows to the department that contributed them. So that there is a candidate, and that there is
 * none, tells it nothing that it may not know.
 */
@Component
final class CandidateSearch {

    /** By a key, or in the department's own household. */
    private static final String SEARCH =
            """
            UNWIND $rows AS row
            CALL (row) {
              UNWIND row.blocks AS key MATCH (:NameBlock {key: key})<-[:BLOCKED_BY]-(p:Person) RETURN p
              UNION MATCH (:Household {key: row.household})<-[:MEMBER_OF]-(p:Person) RETURN p
            }
            WITH row, p
            WHERE NOT EXISTS { MATCH (:IdentityLabel {key: row.key + '|' + p.idHash, same: false}) }
            RETURN row.fact AS fact, p.id AS person, %s
            """;

    /** By what it is scored; another model has another name. */
    static final String MODEL = "identity/persons-2.yaml";

    private final Neo4jClient graph;
    private final AccessPolicy policy;
    private final Catalogue catalogue;
    private final PersonBlocks blocks;
    private final Clock clock;
    private final PairScore model = model();

    CandidateSearch(
            Neo4jClient graph,
            AccessPolicy policy,
            Catalogue catalogue,
            PersonBlocks blocks,
            Clock clock) {
        this.graph = graph;
        this.policy = policy;
        this.catalogue = catalogue;
        this.blocks = blocks;
        this.clock = clock;
    }

    static PairScore model() {
        try {
            return PairScore.of(
                    new ClassPathResource(MODEL).getContentAsString(StandardCharsets.UTF_8), MODEL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The likeliest.
     *
     * @param person token
     * @param rivals how many others are possible, too
     */
    record Candidate(String person, int rivals) {}

    private record Likeness(String person, double bits) {}

    /**
     * {@return by fact whom each is most likely about; nothing where nobody is likely enough, and
     * the record waits}
     *
     * @param records of one category, newest versions without a number
     */
    Map<String, Candidate> of(Category category, Collection<Value> records) {
        Map<String, SubmittedRow> rows = new HashMap<>();
        Map<String, Set<String>> said = new HashMap<>();
        List<Map<String, Object>> keys = new ArrayList<>();
        for (Value record : records) {
            SubmittedRow row = SubmittedRow.of(category, record);
            String fact = record.get("id").asString();
            rows.put(fact, row);
            said.put(fact, row.keys().all());
            keys.add(
                    Map.of(
                            "fact",
                            fact,
                            "key",
                            record.get("key").asString(),
                            "blocks",
                            blocks.hashed(said.getOrDefault(fact, Set.of())),
                            "household",
                            row.householdKey()));
        }
        blocks.await(keys);
        Map<String, List<Likeness>> scored = new HashMap<>();
        for (Record found : found(category, keys)) {
            String fact = found.get("fact").asString();
            score(
                            rows.getOrDefault(fact, SubmittedRow.NOTHING),
                            said.getOrDefault(fact, Set.of()),
                            found)
                    .ifPresent(
                            one -> scored.computeIfAbsent(fact, _ -> new ArrayList<>()).add(one));
        }
        Map<String, Candidate> likeliest = new HashMap<>();
        scored.forEach(
                (fact, some) -> {
                    some.sort(
                            Comparator.comparingDouble(Likeness::bits)
                                    .reversed()
                                    .thenComparing(Likeness::person));
                    likeliest.put(fact, new Candidate(some.getFirst().person(), some.size() - 1));
                });
        return likeliest;
    }

    private Collection<Record> found(Category category, List<Map<String, Object>> keys) {
        String department = category.owner().code();
        Caller hub =
                new Caller(department, "hub", Set.of(Role.SYSTEM), Regions.WHOLE.getLast(), null);
        Category register = catalogue.category(KnownNames.REGISTER).orElseThrow();
        Grant grant = policy.grant(hub, new ReadPurpose(Purpose.C, null), register);
        Map<String, Object> values = new HashMap<>(PopulationCypher.day(LocalDate.now(clock)));
        values.putAll(VisiblePerson.parameters(grant, department));
        values.put("rows", keys);
        return graph.query(SEARCH.formatted(VisiblePerson.columns(register.type())))
                .bindAll(values)
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all();
    }

    private Optional<Likeness> score(SubmittedRow row, Set<String> keys, Record found) {
        VisiblePerson person = VisiblePerson.of(found);
        boolean ofFamily = person.households().contains(row.household());
        if (!ofFamily && Collections.disjoint(keys, person.keys().all())) {
            return Optional.empty();
        }
        PairScore.Score score = model.of(said(row), known(person, row));
        return score.likelihood() == PairScore.Likelihood.NONE
                ? Optional.empty()
                : Optional.of(new Likeness(found.get("person").asString(), score.bits()));
    }

    private static Map<String, String> said(SubmittedRow row) {
        return Map.of(
                "name", row.name(),
                "birthDate", row.birthDate(),
                "sex", row.sex(),
                "phone", row.phone(),
                "place", row.place(),
                "household", row.household());
    }

    private static Map<String, String> known(VisiblePerson person, SubmittedRow row) {
        return Map.of(
                "name", person.name(),
                "birthDate", person.item("birthDate"),
                "sex", person.item("sex"),
                "phone", person.phone(row.phone()),
                "place", person.item("hukouRegion"),
                "household", person.household(row.household()));
    }
}
