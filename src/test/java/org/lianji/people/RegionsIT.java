package org.lianji.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

        assertThat(count("MATCH (r:Region) RETURN count(r)")).isEqualTo(4_978L);
        assertThat(
                        count(
                                """
                                MATCH path = (:Region {level: 'VILLAGE'})-[:PART_OF*4]->(:Region {code: '150000000000'})
                                RETURN count(path)
                                """))
                .isEqualTo(1_517L);
    }

    @Test
    void everyRegionLiesInOneOtherButTheProvinces() {
        assertThat(
                        count(
                                """
                                MATCH (r:Region) WHERE r.level <> 'PROVINCE' AND NOT EXISTS { (r)-[:PART_OF]->(:Region) }
                                OR COUNT { (r)-[:PART_OF]->() } > 1
                                RETURN count(r)
                                """))
                .isZero();
        assertThat(count("MATCH (r:Region {level: 'PROVINCE'}) RETURN count(r)")).isEqualTo(34L);
    }

    private long count(String statement) {
        return graph.query(statement).fetchAs(Long.class).one().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "150902001001,150902001001",
        "150900000000,150900000000",
        "110101001001,110101000000",
        "130000000000,130000000000",
        "150100000000,150100000000",
        "441900003000,441900000000",
        "110103000000,110100000000",
        "152101003001,150000000000",
        "810000000000,810000000000"
    })
    void aPlaceLiesInTheNearestRegionThatIsKnown(String place, String region) {
        assertThat(regions.isPlace(place)).isTrue();
        assertThat(Regions.nearest(place)).isEqualTo(region);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "150902001999",
                "150902999999",
                "152627000000",
                "110199000000",
                "119900000000",
                "990000000000",
                "130000000001"
            })
    void thereIsNoSuchPlace(String place) {
        assertThat(regions.isPlace(place)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"110101000000", "150100000000", "150902001999"})
    void nobodyIsResponsibleOutsideTheCity(String code) {
        assertThat(regions.exists(code)).isFalse();
    }
}
