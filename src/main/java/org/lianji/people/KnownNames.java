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
            MATCH (p:Person {idHash: hash})
            CALL (p) {
              MATCH (p)<-[:ABOUT]-(r:Record|Superseded) WHERE r:Record OR r.category = $register
              RETURN collect(DISTINCT CASE WHEN r.category = $register THEN r.name END) AS registered,
                collect(DISTINCT CASE WHEN r.category <> $register THEN r.personName END) AS others
            }
            RETURN hash, registered, others
            """;

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
        private final Map<String, Set<String>> others = new HashMap<>();

        /** Takes the name under which the register has the person now. */
        public void registered(Identity person, String name) {
            add(registered, person.hash(), List.of(name));
        }

        /**
         * {@return whether the name is another than those of the number; if not, it is one of them
         * from now on}
         *
         * @param name as it was sent; missing where none was
         */
        public boolean contradict(Identity person, @Nullable String name) {
            if (name == null) {
                return false;
            }
            if (NameAgreement.contradicted(name, of(person.hash()))) {
                return true;
            }
            add(others, person.hash(), List.of(name));
            return false;
        }

        private Set<String> of(String hash) {
            Set<String> names = registered.getOrDefault(hash, Set.of());
            return names.isEmpty() ? others.getOrDefault(hash, Set.of()) : names;
        }

        private static void add(Map<String, Set<String>> names, String hash, List<?> more) {
            Set<String> all = names.computeIfAbsent(hash, _ -> new HashSet<>());
            more.forEach(name -> all.add((String) name));
        }
    }

    /** {@return the names of these people} */
    public Names of(Collection<Identity> people) {
        Names names = new Names();
        List<String> hashes = people.stream().map(Identity::hash).distinct().toList();
        if (!hashes.isEmpty()) {
            graph.query(NAMES)
                    .bindAll(Map.of("hashes", hashes, "register", REGISTER))
                    .fetch()
                    .all()
                    .forEach(
                            row -> {
                                String hash = (String) row.get("hash");
                                Names.add(names.registered, hash, (List<?>) row.get("registered"));
                                Names.add(names.others, hash, (List<?>) row.get("others"));
                            });
        }
        return names;
    }
}
