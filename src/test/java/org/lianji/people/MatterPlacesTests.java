package org.lianji.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class MatterPlacesTests {

    private static final List<String> VILLAGE =
            List.of("150924106001", "150924106000", "150924000000", "150900000000", "150000000000");

    @Test
    void areOneOfEachLevelBelowTheCity() {
        assertThat(MatterPlaces.properties(VILLAGE))
                .isEqualTo(
                        Map.of(
                                "inVillage", "150924106001",
                                "inTown", "150924106000",
                                "inCounty", "150924000000"));
        assertThat(MatterPlaces.properties(VILLAGE.subList(3, 5))).isEmpty();
    }

    @Test
    void areSoughtByTheLevelOfTheRegion() {
        assertThat(VILLAGE.stream().map(one -> MatterPlaces.within("region", one).text()))
                .containsExactly(
                        "m.inVillage = $region",
                        "m.inTown = $region",
                        "m.inCounty = $region",
                        "$region IN m.places",
                        "$region IN m.places");
    }
}
