package org.lianji.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.linkage.PairScore;
import org.lianji.linkage.PairScore.Likelihood;

import java.util.Map;

/** What the hub's own model says of two sides. */
class CandidateScoreTests {

    private static final String VILLAGE = "150924106001";

    private static final PairScore MODEL = CandidateSearch.model();

    private static PairScore.Score of(String name, String place, String other, String otherPlace) {
        return MODEL.of(
                Map.of("name", name, "place", place), Map.of("name", other, "place", otherPlace));
    }

    @ParameterizedTest
    @CsvSource({
        "李建国, 150924106001, POSSIBLE",
        "李建国, 150924106002, POSSIBLE",
        "李建国, 150924201001, NONE",
        "李建国, 150902001001, NONE",
        "李建军, 150924106001, NONE",
        "王建国, 150924106001, NONE"
    })
    void aNameIsNoEvidenceWithoutAPlaceNearBy(String name, String place, Likelihood likelihood) {
        assertThat(of("李建国", VILLAGE, name, place).likelihood()).isEqualTo(likelihood);
    }

    @Test
    void whatIsMissingSaysNothing() {
        double named = MODEL.of(Map.of("name", "李建国"), Map.of("name", "李建国")).bits();

        assertThat(MODEL.of(Map.of("name", "李建国", "sex", "MALE"), Map.of("name", "李建国")).bits())
                .isEqualTo(named);
    }

    @Test
    void twinsOfOneTelephoneAreLessLikelyThanOnePerson() {
        Map<String, String> row =
                Map.of(
                        "name",
                        "李建国",
                        "birthDate",
                        "1988-07-04",
                        "sex",
                        "MALE",
                        "phone",
                        "13900001111");
        Map<String, String> twin =
                Map.of(
                        "name",
                        "李秀英",
                        "birthDate",
                        "1988-07-04",
                        "sex",
                        "FEMALE",
                        "phone",
                        "13900001111");

        assertThat(MODEL.of(row, row).likelihood()).isEqualTo(Likelihood.CERTAIN);
        assertThat(MODEL.of(row, twin).likelihood()).isNotEqualTo(Likelihood.CERTAIN);
    }

    @Test
    void aHouseholdOfTheDepartmentsOwnSpeaksLouderThanAPlace() {
        Map<String, String> row = Map.of("name", "李建国", "household", "F1");

        assertThat(MODEL.of(row, row).likelihood()).isEqualTo(Likelihood.CERTAIN);
        assertThat(
                        MODEL.of(
                                        Map.of("name", "王秀英", "household", "F1"),
                                        Map.of("name", "李建国", "household", "F1"))
                                .likelihood())
                .isEqualTo(Likelihood.NONE);
    }

    @Test
    void theSamePairHasTheSameScoreWhicheverComesFirst() {
        assertThat(of("李建国", VILLAGE, "李见国", "150924106002"))
                .isEqualTo(of("李见国", "150924106002", "李建国", VILLAGE));
    }
}
