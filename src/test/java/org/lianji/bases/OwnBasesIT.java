package org.lianji.bases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.bases.Matter.code;
import static org.lianji.bases.Matter.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.people.People;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Set;

/** Officers have their own bases, the sharing unit the department's, heads what they judge. */
@HubTest
class OwnBasesIT {

    @Autowired Hub hub;
    @Autowired People people;

    private Matter matter;
    private String case_;
    private String emergency;

    @BeforeEach
    void basesOfATownship() {
        people.ensure(Set.of(people.identity(Matter.CITIZEN)));
        matter = new Matter(hub);
        case_ = matter.opened("CL-TOWN", "").at("/id").asString();
        emergency = matter.emergency("CL-TOWN", Reviewer.HEAD).at("/id").asString();
    }

    @Test
    void areSeenByWhoeverOpenedThemAndTheSharingUnit() {
        for (String client : List.of("CL-TOWN", "CL")) {
            assertThat(matter.listed(client, "")).as(client).contains(case_, emergency);
            assertThat(matter.seen(client, case_).at("/id").asString()).isEqualTo(case_);
        }
        for (String client :
                List.of("CL-COUNTY", "GA", "GA-TOWN", "MZ", "auditor", "charity-a", "citizen")) {
            assertThat(matter.listed(client, "")).as(client).isEmpty();
            assertThat(matter.seen(client, emergency).isObject()).as(client).isFalse();
            assertThat(matter.seen(client, case_).isObject())
                    .as(client)
                    .isEqualTo(client.equals("auditor"));
        }
    }

    /** A number that a colleague has used tells nobody of the colleague's matter. */
    @Test
    void haveNumbersOfTheirOpenersOwn() {
        String opening =
                "mutation { openBasis(input: {kind: REVIEW_PLAN, purpose: B, reference: \"7\","
                        + " regions: [\"150924000000\"]}) { id } }";

        String one = done(hub.ask("CL", opening), "openBasis").at("/id").asString();
        String other = done(hub.ask("CL-COUNTY", opening), "openBasis").at("/id").asString();

        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void areSeenByTheHeadWhereTheHeadJudges() {
        assertThat(matter.listed("CL-HEAD", "")).contains(emergency).doesNotContain(case_);
        assertThat(matter.listed("CL-HEAD", "(awaitingReview: true)")).contains(emergency);
        assertThat(matter.seen("CL-HEAD", emergency).at("/reference").asString()).contains("昏迷");
        assertThat(matter.seen("CL-HEAD", case_).isNull()).isTrue();
    }

    @Test
    void areClosedByWhoeverOpenedThemOrTheSharingUnit() {
        for (String other : List.of("CL-COUNTY", "GA", "GA-TOWN")) {
            assertThat(code(matter.step(other, "closeBasis", case_)))
                    .as(other)
                    .isEqualTo("BASIS_NOT_FOUND");
        }
        assertThat(code(matter.step("CL-HEAD", "closeBasis", emergency))).isEqualTo("NOT_ALLOWED");
        assertThat(matter.seen("CL-TOWN", case_).at("/closed").isNull()).isTrue();

        assertThat(
                        done(matter.step("CL-TOWN", "closeBasis", case_), "closeBasis")
                                .at("/closed")
                                .isNull())
                .isFalse();
        assertThat(
                        done(matter.step("CL", "closeBasis", emergency), "closeBasis")
                                .at("/closed")
                                .isNull())
                .isFalse();
    }
}
