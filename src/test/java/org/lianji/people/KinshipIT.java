package org.lianji.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import java.util.Collection;

/** Whose matters nobody handles: near relatives, by blood and by marriage, and no others. */
@HubTest
class KinshipIT {

    /**
     * An officer lives with a wife and a son; the wife grew up with her father and her sister, who
     * is married; the son's wife has a mother; the neighbour is nobody's relative.
     */
    private static final String FAMILY =
            """
            UNWIND ['officer', 'wife', 'son', 'wifesFather', 'wifesSister', 'sistersHusband', 'husbandsBrother',
              'sonsWife', 'sonsMotherInLaw', 'neighbour'] AS name
            CREATE (:Person {id: 'PK' + name, name: name})
            WITH count(*) AS made
            UNWIND [['home', ['officer', 'wife', 'son']], ['wifes', ['wife', 'wifesFather', 'wifesSister']],
              ['sisters', ['sistersHusband', 'husbandsBrother']], ['sons', ['sonsWife', 'sonsMotherInLaw']],
              ['neighbours', ['neighbour']]] AS home
            CREATE (h:Household {id: 'HK' + home[0], key: 'HK' + home[0]})
            WITH h, home UNWIND home[1] AS name
            MATCH (p:Person {id: 'PK' + name}) CREATE (p)-[:MEMBER_OF]->(h)
            WITH count(*) AS members
            UNWIND [['officer', 'wife'], ['sistersHusband', 'wifesSister'], ['son', 'sonsWife']] AS pair
            MATCH (a:Person {id: 'PK' + pair[0]}), (b:Person {id: 'PK' + pair[1]})
            CREATE (a)-[:SUPPORTS {kind: 'SPOUSAL'}]->(b)
            """;

    @Autowired Neo4jClient graph;

    @BeforeEach
    void aFamily() {
        graph.query(FAMILY).run();
    }

    private Collection<String> kin(String name) {
        return graph.query(
                        "MATCH (p:Person {id: 'PK' + $name}) UNWIND %s AS kin MATCH (k:Person {id: kin}) RETURN k.name"
                                .formatted(Kinship.of("p")))
                .bind(name)
                .to("name")
                .fetchAs(String.class)
                .all();
    }

    @Test
    void isByBloodAndByMarriageOnBothSides() {
        assertThat(kin("officer"))
                .containsExactlyInAnyOrder(
                        "officer",
                        "wife",
                        "son",
                        "wifesFather",
                        "wifesSister",
                        "sistersHusband",
                        "sonsWife",
                        "sonsMotherInLaw");
        for (String relative : kin("officer")) {
            assertThat(kin(relative)).as(relative).contains("officer");
        }
    }

    @Test
    void endsAtThreeStepsAndWithWhoIsNobodysRelative() {
        assertThat(kin("husbandsBrother")).doesNotContain("officer", "son");
        assertThat(kin("neighbour")).containsExactly("neighbour");
    }
}
