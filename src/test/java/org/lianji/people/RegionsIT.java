package org.lianji.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

@HubTest
class RegionsIT {

    @Autowired Regions regions;

    @Autowired Neo4jClient graph;

    @Test
    void loadsTheHierarchyOnceHoweverOftenItStarts() {
        regions.afterSingletonsInstantiated();

        assertThat(graph.query("MATCH (r:Region) RETURN count(r)").fetchAs(Long.class).one())
                .contains(1_640L);
        assertThat(
                        graph.query(
                                        """
                                        MATCH path = (:Region {level: 'VILLAGE'})-[:PART_OF*4]->(:Region {code: '150000000000'})
                                        RETURN count(path)
                                        """)
                                .fetchAs(Long.class)
                                .one())
                .contains(1_517L);
        assertThat(regions.exists("150902001001")).isTrue();
        assertThat(regions.exists("150902001999")).isFalse();
    }
}
