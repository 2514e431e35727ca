package org.lianji.people;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.springframework.data.neo4j.core.Neo4jClient;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who is so near to somebody that they handle nothing about them (社会救助法 §62): three steps at most,
 * by blood or by marriage. A worker is a person by their token, or by their account where the
 * county has registered whose it is: {@code (:Worker {account})-[:IS_PERSON]->(:Person)}. What is
 * registered takes steps away and gives none: nobody sees as a citizen by it.
 */
public final class Kinship {

    /** Where a person is near in several ways, they are in several rows. */
    private static final String NEAR =
            """
            CALL (%1$s) {
              RETURN %1$s AS kin, 0 AS steps
              UNION MATCH way = (%1$s)-[:SUPPORTS*1..3]-(kin:Person) RETURN kin, length(way) AS steps
              UNION MATCH (%1$s)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(kin:Person) RETURN kin, 1 AS steps
              UNION MATCH (%1$s)-[:SUPPORTS {kind: 'SPOUSAL'}]-(:Person)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(kin:Person) RETURN kin, 2 AS steps
              UNION MATCH (%1$s)-[:SUPPORTS {kind: 'SPOUSAL'}]-(:Person)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(:Person)-[:SUPPORTS {kind: 'SPOUSAL'}]-(kin:Person)
                RETURN kin, 3 AS steps
              UNION MATCH (%1$s)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(:Person)-[:SUPPORTS {kind: 'SPOUSAL'}]-(kin:Person) RETURN kin, 2 AS steps
              UNION MATCH (%1$s)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(:Person)-[:SUPPORTS {kind: 'SPOUSAL'}]-(:Person)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(kin:Person)
                RETURN kin, 3 AS steps
            }
            """;

    /**
     * A statement of the tokens of all who are near to a caller, themself among them: by the person
     * of their token, {@code $person}, and by whose their {@code $account} is.
     */
    public static final String OF_CALLER =
            """
            CALL () {
              MATCH (self:Person {id: $person}) RETURN self
              UNION MATCH (self:Person)<-[:IS_PERSON]-(w:Worker {account: $account})
                WHERE NOT EXISTS { MATCH (later:Worker {account: w.account}) WHERE later.createdAt > w.createdAt } RETURN self
            }
            """
                    + near("self")
                    + "RETURN DISTINCT kin.id";

    private static final String AMONG =
            "MATCH (p:Person {id: $person}) WITH %s AS kin RETURN any(one IN $self WHERE one IN kin)"
                    .formatted(of("p"));

    private Kinship() {}

    /**
     * {@return an expression: what the person, whoever ever belonged to a household with them, of
     * whom duties of support join to them, three steps at most, and in-laws (whom their spouse was
     * ever of one household with, and these people's spouses; the spouses of those with whom they
     * were themself, and whom these were with) are known by: their tokens, and the accounts that
     * were last registered as theirs, also where they have ended; empty of nobody}
     *
     * @param person a variable of the statement
     */
    public static String of(String person) {
        return """
        CASE WHEN %1$s IS NULL THEN [] ELSE COLLECT { %2$s
            WITH DISTINCT kin
            UNWIND [kin.id] + COLLECT { MATCH (kin)<-[:IS_PERSON]-(w:Worker)
              WHERE NOT EXISTS { MATCH (later:Worker {account: w.account}) WHERE later.createdAt > w.createdAt } RETURN w.account } AS known
            RETURN DISTINCT known } END
        """
                .formatted(person, near(person));
    }

    /**
     * {@return clauses that go on from the person to each of the same people, {@code kin}, with how
     * many {@code steps} that is}
     *
     * @param person a variable of the statement
     */
    public static String near(String person) {
        return NEAR.formatted(person);
    }

    /**
     * {@return whether the caller is among them}
     *
     * @param kin what people are known by, as {@link #of} tells
     */
    public static boolean has(Collection<String> kin, Caller caller) {
        return names(caller).stream().anyMatch(kin::contains);
    }

    /**
     * {@return whether somebody is the person or near to them, as the graph has it now}
     *
     * @param person token
     * @param names what somebody is known by, see {@link #names}
     */
    public static boolean among(Neo4jClient graph, String person, Collection<String> names) {
        return graph.query(AMONG)
                .bindAll(Map.of("person", person, "self", List.copyOf(names)))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    /** {@return whether the caller is among them, and not as the citizen whose it is} */
    public static boolean keepsOff(Collection<String> kin, Caller caller) {
        return !caller.is(Role.CITIZEN) && has(kin, caller);
    }

    /** {@return what the caller is known by: the person of their token, and their account} */
    public static List<String> names(Caller caller) {
        return Stream.concat(
                        Stream.ofNullable(caller.person()),
                        Stream.of(account(caller.department(), caller.client())))
                .toList();
    }

    /** {@return what an account is known by; no person's token is like it} */
    public static String account(String department, String client) {
        return department + "|" + client;
    }
}
