package org.lianji.people;

import org.jspecify.annotations.Nullable;
import org.lianji.linkage.NameAgreement;
import org.lianji.texts.PlainText;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names that the library has for a number. A row whose number is somebody's and whose name is
 * somebody else's is about one of the two, and which is for a person to find out: linked wrongly, a
 * death ends the payments of one who lives.
 */
@Component
public final class KnownNames {

    /** The name that a record {@code r} has for whom it is about; for {@code $register}. */
    public static final String OF_RECORD =
            "CASE r.category WHEN $register THEN r.name ELSE r.personName END";

    /** The register decides, with the names that it had before; without it all others do. */
    private static final String NAMES =
            """
            UNWIND $hashes AS hash
            MATCH (:Person {idHash: hash})-[:MERGED_INTO*0..8]->(p:Person)
            MATCH (p)<-[:ABOUT]-(r:Record|Superseded)
            WHERE r.category = $register AND r.name IS NOT NULL
              OR r:Record AND r.category <> $register AND r.personName IS NOT NULL
            RETURN hash, r.category = $register AS registered, r.key AS fact,
              %s AS name
            """
                    .formatted(KnownNames.OF_RECORD);

    /** Names that a department has tried for a number in vain, also where it took the row back. */
    private static final String TRIED =
            """
            UNWIND $hashes AS hash
            MATCH (r:Record|Superseded|Withdrawn {claims: hash}) WHERE r.department = $department
            RETURN hash, collect(DISTINCT r.personName) AS names
            """;

    /** What somebody has decided about a fact that came with the number. */
    private static final String DECIDED =
            """
            UNWIND $hashes AS hash
            MATCH (l:IdentityLabel {hash: hash})
            RETURN hash, l.fact AS fact, l.same AS same, l.name AS name
            """;

    /** Whoever has tried so many names of a number is told nothing more by any. */
    private static final int MOST_NAMES = 5;

    /** The register of the population, whose name a person's name is. */
    public static final String REGISTER = "GA01";

    /** Deaths, and ends of a registration: they end what somebody lives on. */
    public static final Set<String> OF_LIFE = Set.of("GA02", "WJ01", "MZ11");

    /** Its item with the name. */
    public static final String REGISTERED_NAME = "name";

    private static final String REGISTERED =
            """
            MATCH (p:Person {id: $person})
            WITH [p] + COLLECT { MATCH (:Household {id: $household})<-[:MEMBER_OF]-(q:Person) RETURN q } AS family
            UNWIND family AS q
            MATCH (q)<-[:ABOUT]-(r:Record {category: $register}) WHERE r.name IS NOT NULL
            RETURN DISTINCT r.name
            """;

    private final Neo4jClient graph;
    private final IdentityHash hashes;

    KnownNames(Neo4jClient graph, IdentityHash hashes) {
        this.graph = graph;
        this.hashes = hashes;
    }

    /**
     * {@return whether somebody, or whoever ever was of a household, is registered under one of the
     * names}
     *
     * @param person token
     * @param household identifier; null of nobody else
     */
    public boolean calls(String person, @Nullable String household, Collection<String> names) {
        Set<String> letters =
                names.stream().map(PlainText::nameLetters).collect(Collectors.toSet());
        return graph
                .query(REGISTERED)
                .bindAll(
                        Map.of(
                                "person",
                                person,
                                "household",
                                household == null ? "" : household,
                                "register",
                                REGISTER))
                .fetchAs(String.class)
                .all()
                .stream()
                .map(PlainText::nameLetters)
                .anyMatch(letters::contains);
    }

    /** {@return what a name is remembered by where somebody has decided about it} */
    public String remembered(String name) {
        return hashes.identifier('N', name);
    }

    /**
     * @param same whether the fact is about the person of the number
     * @param name with which it came, as it is remembered
     */
    private record Label(boolean same, @Nullable String name) {}

    /** Those of the people of one chunk, and of its rows so far. */
    public final class Names {

        private final Map<String, Set<String>> registered = new HashMap<>();

        /** By the fact that has the name, since a fact may correct its own. */
        private final Map<String, Map<String, String>> others = new HashMap<>();

        private final Map<String, Set<String>> tried = new HashMap<>();

        /** By number and fact. */
        private final Map<String, Label> decided = new HashMap<>();

        private Names() {}

        /** Takes the name under which the register has the person now. */
        public void registered(Identity person, String name) {
            registered.computeIfAbsent(person.hash(), _ -> new HashSet<>()).add(name);
        }

        /**
         * {@return whether the name is another than those of the number; if not, it is one of them
         * from now on. So it is said, too, where too many others were tried for the number: the
         * right one must not be found by trying. What somebody has decided about the fact holds}
         *
         * @param fact whose name it is: what it was called before doesn't count
         * @param name as it was sent; missing where none was
         * @param ends whether the fact ends what somebody lives on: then a name that says nothing
         *     is not enough
         */
        public boolean contradict(
                Identity person, String fact, @Nullable String name, boolean ends) {
            Label label = decided.get(person.hash() + fact);
            if (label != null && !label.same()) {
                return true;
            }
            boolean confirmed =
                    label != null && name != null && remembered(name).equals(label.name());
            if (name == null || confirmed) {
                return false;
            }
            Set<String> before = tried.computeIfAbsent(person.hash(), _ -> new HashSet<>());
            if (before.size() >= MOST_NAMES || differs(name, of(person.hash(), fact), ends)) {
                before.add(name);
                return true;
            }
            others.computeIfAbsent(person.hash(), _ -> new HashMap<>()).put(fact, name);
            return false;
        }

        private static boolean differs(String name, Collection<String> known, boolean ends) {
            return ends
                    ? NameAgreement.unconfirmed(name, known)
                    : NameAgreement.contradicted(name, known);
        }

        private Collection<String> of(String hash, String fact) {
            Set<String> names = registered.getOrDefault(hash, Set.of());
            if (!names.isEmpty()) {
                return names;
            }
            Map<String, String> byFact = new HashMap<>(others.getOrDefault(hash, Map.of()));
            byFact.remove(fact);
            return byFact.values();
        }

        private void add(Map<String, Object> row) {
            String hash = (String) row.get("hash");
            String name = (String) row.get("name");
            if (Boolean.TRUE.equals(row.get("registered"))) {
                registered.computeIfAbsent(hash, _ -> new HashSet<>()).add(name);
            } else {
                others.computeIfAbsent(hash, _ -> new HashMap<>())
                        .put((String) row.get("fact"), name);
            }
        }

        private void decided(Map<String, Object> row) {
            decided.put(
                    String.valueOf(row.get("hash")) + row.get("fact"),
                    new Label(Boolean.TRUE.equals(row.get("same")), (String) row.get("name")));
        }

        private void tried(Map<String, Object> row) {
            Set<String> names = new HashSet<>();
            ((List<?>) Objects.requireNonNull(row.get("names")))
                    .forEach(name -> names.add(String.valueOf(name)));
            tried.put(String.valueOf(row.get("hash")), names);
        }
    }

    /**
     * {@return the names of these people}
     *
     * @param department code of the one that contributes
     */
    public Names of(Collection<Identity> people, String department) {
        Names names = new Names();
        List<String> numbers = people.stream().map(Identity::hash).distinct().toList();
        if (!numbers.isEmpty()) {
            graph.query(NAMES)
                    .bindAll(Map.of("hashes", numbers, "register", REGISTER))
                    .fetch()
                    .all()
                    .forEach(names::add);
            graph.query(TRIED)
                    .bindAll(Map.of("hashes", numbers, "department", department))
                    .fetch()
                    .all()
                    .forEach(names::tried);
            graph.query(DECIDED).bind(numbers).to("hashes").fetch().all().forEach(names::decided);
        }
        return names;
    }
}
