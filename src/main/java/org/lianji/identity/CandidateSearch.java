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

    /** By the name in the county, or in the department's own household. */
    private static final String SEARCH =
            """
            UNWIND $rows AS row
            CALL (row) {
              MATCH (:NameBlock {key: row.block})<-[:BLOCKED_BY]-(p:Person) RETURN p
              UNION MATCH (:Household {key: row.household})<-[:MEMBER_OF]-(p:Person) RETURN p
            }
            WITH row, p
            WHERE NOT EXISTS { MATCH (:IdentityLabel {key: row.key + '|' + p.idHash, same: false}) }
            RETURN row.fact AS fact, p.id AS person, %s
            """;

    private static final String WAIT =
            "UNWIND $rows AS row MATCH (r:Record {id: row.fact}) SET r.nameBlock = row.block";

    private static final String MODEL = "identity/persons-1.yaml";

    private final Neo4jClient graph;
    private final AccessPolicy policy;
    private final Catalogue catalogue;
    private final NameBlocks blocks;
    private final Clock clock;
    private final PairScore model = model();

    CandidateSearch(
            Neo4jClient graph,
            AccessPolicy policy,
            Catalogue catalogue,
            NameBlocks blocks,
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
        List<Map<String, Object>> keys = new ArrayList<>();
        for (Value record : records) {
            SubmittedRow row = SubmittedRow.of(category, record);
            String fact = record.get("id").asString();
            rows.put(fact, row);
            keys.add(
                    Map.of(
                            "fact",
                            fact,
                            "key",
                            record.get("key").asString(),
                            "block",
                            blocks.key(row.name(), row.place()),
                            "household",
                            row.householdKey()));
        }
        graph.query(WAIT).bind(keys).to("rows").run();
        Map<String, List<Likeness>> scored = new HashMap<>();
        for (Record found : found(category, keys)) {
            String fact = found.get("fact").asString();
            score(rows.getOrDefault(fact, SubmittedRow.NOTHING), found)
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

    private Optional<Likeness> score(SubmittedRow row, Record found) {
        VisiblePerson person = VisiblePerson.of(found);
        boolean named =
                !row.place().isEmpty()
                        && blocks.key(row.name(), row.place())
                                .equals(blocks.key(person.name(), person.item("hukouRegion")));
        boolean ofFamily = person.households().contains(row.household());
        if (!named && !ofFamily) {
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
                "place", row.place(),
                "household", row.household());
    }

    private static Map<String, String> known(VisiblePerson person, SubmittedRow row) {
        return Map.of(
                "name", person.name(),
                "birthDate", person.item("birthDate"),
                "sex", person.item("sex"),
                "place", person.item("hukouRegion"),
                "household", person.household(row.household()));
    }
}
