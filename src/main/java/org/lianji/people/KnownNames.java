package org.lianji.people;

import org.jspecify.annotations.Nullable;
import org.lianji.linkage.NameAgreement;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The names that the library has for a number. A row whose number is somebody's and whose name is
 * somebody else's is about one of the two, and which is for a person to find out: linked wrongly, a
 * death ends the payments of one who lives.
 */
@Component
public final class KnownNames {

    /** The register decides, with the names that it had before; without it all others do. */
    private static final String NAMES =
            """
            UNWIND $hashes AS hash
            MATCH (p:Person {idHash: hash})<-[:ABOUT]-(r:Record|Superseded)
            WHERE r.category = $register AND r.name IS NOT NULL
              OR r:Record AND r.category <> $register AND r.personName IS NOT NULL
            RETURN hash, r.category = $register AS registered, r.key AS fact,
              CASE r.category WHEN $register THEN r.name ELSE r.personName END AS name
            """;

    /** Names that a department has tried for a number in vain, also where it took the row back. */
    private static final String TRIED =
            """
            UNWIND $hashes AS hash
            MATCH (r:Record|Superseded|Withdrawn {claims: hash}) WHERE r.department = $department
            RETURN hash, collect(DISTINCT r.personName) AS names
            """;

    /** Whoever has tried so many names of a number is told nothing more by any. */
    private static final int MOST_NAMES = 5;

    /** The register of the population, whose name a person's name is. */
    public static final String REGISTER = "GA01";

    /** Its item with the name. */
    public static final String REGISTERED_NAME = "name";

    private final Neo4jClient graph;

    KnownNames(Neo4jClient graph) {
        this.graph = graph;
    }

    /** Those of the people of one chunk, and of its rows so far. */
    public static final class Names {

        private final Map<String, Set<String>> registered = new HashMap<>();

        /** By the fact that has the name, since a fact may correct its own. */
        private final Map<String, Map<String, String>> others = new HashMap<>();

        private final Map<String, Set<String>> tried = new HashMap<>();

        private Names() {}

        /** Takes the name under which the register has the person now. */
        public void registered(Identity person, String name) {
            registered.computeIfAbsent(person.hash(), _ -> new HashSet<>()).add(name);
        }

        /**
         * {@return whether the name is another than those of the number; if not, it is one of them
         * from now on. So it is said, too, where too many others were tried for the number: the
         * right one must not be found by trying}
         *
         * @param fact whose name it is: what it was called before doesn't count
         * @param name as it was sent; missing where none was
         */
        public boolean contradict(Identity person, String fact, @Nullable String name) {
            if (name == null) {
                return false;
            }
            Set<String> before = tried.computeIfAbsent(person.hash(), _ -> new HashSet<>());
            if (before.size() >= MOST_NAMES
                    || NameAgreement.contradicted(name, of(person.hash(), fact))) {
                before.add(name);
                return true;
            }
            others.computeIfAbsent(person.hash(), _ -> new HashMap<>()).put(fact, name);
            return false;
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
        List<String> hashes = people.stream().map(Identity::hash).distinct().toList();
        if (!hashes.isEmpty()) {
            graph.query(NAMES)
                    .bindAll(Map.of("hashes", hashes, "register", REGISTER))
                    .fetch()
                    .all()
                    .forEach(names::add);
            graph.query(TRIED)
                    .bindAll(Map.of("hashes", hashes, "department", department))
                    .fetch()
                    .all()
                    .forEach(names::tried);
        }
        return names;
    }
}
