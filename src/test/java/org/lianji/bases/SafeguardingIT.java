package org.lianji.bases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianji.bases.Matter.code;
import static org.lianji.bases.Matter.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.audit.Kind;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.proof.Looks;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Looks are hidden from a person by two signatures, for ninety days at most, and watched. */
@HubTest
@Import(MovingClock.class)
@TestPropertySource(properties = "lianji.emergency.drawn=0.5")
class SafeguardingIT {

    private static final String REASON = "家暴案件在查，施暴人与本人同住";
    private static final String ASKED =
            "{ground: FAMILY_VIOLENCE, reason: \"" + REASON + "\", until: \"2027-01-31\"}";

    @Autowired Hub hub;
    @Autowired Neo4jClient graph;
    @Autowired People people;
    @Autowired Safeguards safeguards;
    @Autowired TestClock clock;

    private Matter matter;

    @BeforeEach
    void thursday() {
        clock.set(Instant.parse("2026-11-26T02:00:00Z"));
        people.ensure(Set.of(people.identity(Matter.CITIZEN)));
        matter = new Matter(hub);
    }

    private String hidden(String client) {
        String id = matter.opened(client, "safeguarding: " + ASKED).at("/id").asString();
        matter.look(client, new Reason("A", id));
        return id;
    }

    private void at(String time) {
        clock.set(Instant.parse(time));
    }

    private String state(String id) {
        return matter.seen("MZ", id).at("/safeguarding/state").asString();
    }

    @Test
    void holdsForThreeWorkingDaysWithoutTheHead() {
        String id = hidden("MZ-TOWN");
        assertThat(state(id)).isEqualTo("PENDING");
        assertThat(matter.told()).isEmpty();

        at("2026-12-01T15:59:00Z");
        assertThat(matter.told()).isEmpty();
        at("2026-12-01T16:00:00Z");
        assertThat(matter.told()).singleElement().asString().contains("民政局", "查看");
        assertThat(state(id)).isEqualTo("ENDED");
        assertThat(code(matter.step("MZ-HEAD", "confirmSafeguarding", id))).isEqualTo("NOT_HIDDEN");
    }

    @Test
    void holdsOnTheHeadsSignatureForWhatWasSeenBeforeAndAfter() {
        String id = hidden("MZ-TOWN");
        assertThat(matter.listed("MZ-HEAD", "(awaitingSignature: true)")).containsExactly(id);
        clock.advance(Duration.ofDays(1));
        done(matter.step("MZ-HEAD", "confirmSafeguarding", id), "confirmSafeguarding");
        assertThat(matter.listed("MZ-HEAD", "(awaitingSignature: true)")).isEmpty();
        matter.look("MZ-TOWN", new Reason("A", id));

        at("2027-01-31T15:59:00Z");
        assertThat(matter.told()).isEmpty();
        assertThat(state(id)).isEqualTo("SIGNED");
        at("2027-01-31T16:00:00Z");
        assertThat(matter.told()).hasSize(2);
    }

    @Test
    void isSignedByTheDepartmentsHeadAndNobodyElse() {
        String id = hidden("MZ-TOWN");

        for (String other : new String[] {"MZ", "MZ-TOWN", "MZ-COUNTY", "auditor"}) {
            assertThat(code(matter.step(other, "confirmSafeguarding", id)))
                    .as(other)
                    .isEqualTo("NOT_ALLOWED");
        }
        assertThat(code(matter.step("citizen", "confirmSafeguarding", id)))
                .as("unknown to citizens")
                .isEqualTo("INVALID_DOCUMENT");
        assertThat(
                        matter.step("GA-HEAD", "confirmSafeguarding", id)
                                .at("/data/confirmSafeguarding")
                                .isNull())
                .isTrue();
        Caller asker =
                new Caller(
                        "MZ",
                        "mz-town",
                        Set.of(Role.TOWN_OFFICER, Role.SHARING_HEAD),
                        "150900000000",
                        null);
        assertThatThrownBy(() -> safeguards.confirm(asker, id))
                .isInstanceOf(Problem.class)
                .hasMessage("OWN_SAFEGUARDING");
        done(matter.step("MZ-HEAD", "confirmSafeguarding", id), "confirmSafeguarding");
        assertThat(code(matter.step("MZ-HEAD", "confirmSafeguarding", id)))
                .isEqualTo("ALREADY_SIGNED");
    }

    @Test
    void ofAnEmergencyWaitsForTheHeadOfTheDepartmentEvenWhereAnotherJudgesIt() {
        String id =
                matter.emergency("GA-TOWN", Reviewer.LEAD, "safeguarding: " + ASKED)
                        .at("/id")
                        .asString();

        assertThat(code(matter.step("MZ-HEAD", "confirmSafeguarding", id)))
                .isEqualTo("SIGNED_BY_ANOTHER");
        done(matter.step("GA-HEAD", "confirmSafeguarding", id), "confirmSafeguarding");
    }

    /** By whoever's signature: that nobody should have looked is what the person must learn. */
    @Test
    void endsInThreeWorkingDaysWhereNobodyShouldHaveLooked() {
        String id =
                matter.emergency("MZ-TOWN", Reviewer.HEAD, "safeguarding: " + ASKED)
                        .at("/id")
                        .asString();
        matter.look("MZ-TOWN", new Reason("D", id));
        done(matter.step("MZ-HEAD", "confirmSafeguarding", id), "confirmSafeguarding");

        done(matter.judged("MZ-HEAD", id, "UNJUSTIFIED", "与所报的险情无关，系私自查阅"), "reviewEmergency");

        assertThat(code(matter.step("MZ-HEAD", "confirmSafeguarding", id)))
                .isEqualTo("UNFOUNDED_LOOKS_SHOW");
        assertThat(code(matter.extended("MZ-TOWN", id, ASKED))).isEqualTo("UNFOUNDED_LOOKS_SHOW");
        at("2026-12-01T15:59:00Z");
        assertThat(matter.told()).isEmpty();
        at("2026-12-01T16:00:00Z");
        assertThat(matter.told()).anyMatch(text -> text.contains("不应查阅"));
    }

    @Test
    void isExtendedByTheSameTwoSignatures() {
        String id = hidden("MZ-TOWN");
        String longer =
                "{ground: FAMILY_VIOLENCE, reason: \"案件仍在侦查，告知会危及人身\", until: \"2027-03-15\"}";
        assertThat(code(matter.extended("MZ-TOWN", id, ASKED))).isEqualTo("NOT_SIGNED_YET");
        done(matter.step("MZ-HEAD", "confirmSafeguarding", id), "confirmSafeguarding");
        at("2027-01-20T02:00:00Z");
        assertThat(matter.extended("MZ-COUNTY", id, longer).at("/data/extendSafeguarding").isNull())
                .as("not one's own")
                .isTrue();

        JsonNode asked = done(matter.extended("MZ-TOWN", id, longer), "extendSafeguarding");

        assertThat(asked.at("/safeguarding/state").asString()).isEqualTo("PENDING");
        assertThat(asked.at("/safeguarding/hiddenUntil").asString()).startsWith("2027-02-01T00:00");
        done(matter.step("MZ-HEAD", "confirmSafeguarding", id), "confirmSafeguarding");
        at("2027-03-15T15:59:00Z");
        assertThat(matter.told()).isEmpty();
        at("2027-03-15T16:00:00Z");
        assertThat(matter.told()).hasSize(1);
    }

    @Test
    void endsAsItWasSignedWhereALongerOneIsNot() {
        String id = hidden("MZ-TOWN");
        matter.step("MZ-HEAD", "confirmSafeguarding", id);
        at("2027-01-30T02:00:00Z");
        matter.extended(
                "MZ-TOWN",
                id,
                "{ground: FAMILY_VIOLENCE, reason: \"案件仍在侦查，告知会危及人身\", until: \"2027-03-15\"}");

        at("2027-01-31T16:00:00Z");

        assertThat(matter.told()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'kind: CASE', '家暴案件在查，施暴人与本人同住', 2027-02-25, SAFEGUARDING_UNTIL",
        "'kind: CASE', '家暴案件在查，施暴人与本人同住', 2026-11-25, SAFEGUARDING_UNTIL",
        "'kind: CASE', '家暴', 2027-01-31, BASIS_TEXT",
        "'kind: CASE', '家家家家家家家家家家', 2027-01-31, SAYS_NOTHING"
    })
    void isRefused(String kind, String reason, String until, String refusal) {
        JsonNode refused =
                matter.tried(
                        "MZ-TOWN",
                        "safeguarding: {ground: FAMILY_VIOLENCE, reason: \"%s\", until: \"%s\"}"
                                .formatted(reason, until));

        assertThat(code(refused)).isEqualTo(refusal);
    }

    @Test
    void isNotForWholeRegions() {
        JsonNode refused =
                hub.ask(
                        "MZ",
                        "mutation { openBasis(input: {kind: REVIEW_PLAN, purpose: B, reference:"
                                + " \"1\", regions: [\"150900000000\"], safeguarding: %s}) { id } }"
                                        .formatted(ASKED));

        assertThat(code(refused)).isEqualTo("SAFEGUARDING_PERSONS");
    }

    @Test
    void isWatchedWithoutThePersonsAndWhatWasWritten() {
        String pending = hidden("MZ-TOWN");
        String signed = hidden("GA");
        matter.step("GA-HEAD", "confirmSafeguarding", signed);

        for (String watch : new String[] {"MZ", "MZ-HEAD", "auditor"}) {
            JsonNode seen =
                    hub.ask(
                            watch,
                            "{ safeguardings { nodes { basis department kind purpose state ground"
                                    + " askedAt hiddenUntil } } safeguardingFigures { department"
                                    + " pending signed } }");
            assertThat(seen.at("/data/safeguardings").toString())
                    .as(watch)
                    .contains(pending, signed, "PENDING", "SIGNED", "FAMILY_VIOLENCE")
                    .doesNotContain(REASON);
            assertThat(seen.at("/data/safeguardingFigures").toString())
                    .isEqualTo(
                            "[{\"department\":\"GA\",\"pending\":0,\"signed\":1},{\"department\":\"MZ\",\"pending\":1,\"signed\":0}]");
        }
        assertThat(
                        hub.ask("GA-HEAD", "{ safeguardings { nodes { basis } } }")
                                .at("/data")
                                .toString())
                .contains(signed)
                .doesNotContain(pending);
        assertThat(code(hub.ask("MZ-TOWN", "{ safeguardings { nodes { basis } } }")))
                .isEqualTo("NOT_ALLOWED");
    }

    @Test
    void isAllOnTheChainAndTellsNobodyOfIt() {
        String id = hidden("MZ-TOWN");
        matter.step("MZ-HEAD", "confirmSafeguarding", id);
        done(matter.step("MZ-TOWN", "closeBasis", id), "closeBasis");

        assertThat(Looks.all(graph, Kind.GRANT))
                .extracting(entry -> entry.text("act"))
                .containsExactlyInAnyOrder("DECLARED", "HIDING_ASKED", "HIDING_SIGNED", "CLOSED");
        assertThat(Looks.all(graph).toString()).doesNotContain(REASON);
        assertThat(Looks.all(graph, Kind.GRANT))
                .filteredOn(entry -> entry.text("act").startsWith("HIDING"))
                .allSatisfy(entry -> assertThat(entry.saw()).isEmpty());
        assertThat(matter.told()).isEmpty();
        at("2027-02-01T00:00:00Z");
        assertThat(matter.told()).hasSize(2).noneMatch(sentence -> sentence.contains("告知"));
    }
}
