package org.lianji.bases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.bases.Matter.code;
import static org.lianji.bases.Matter.done;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.audit.Kind;
import org.lianji.contribution.Owner;
import org.lianji.platform.Reason;
import org.lianji.proof.Looks;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What clients open on their word is bounded, shown as that, and partly confirmed by the head. */
@HubTest
@Import(MovingClock.class)
@TestPropertySource(
        properties = {
            "lianji.declared.per-department=6",
            "lianji.declared.persons-per-client=4",
            "lianji.declared.in-an-hour=3",
            "lianji.declared.refused=WARNING"
        })
class DeclaredBasesIT {

    private static final String NOTE = "与受理登记核对无误";
    private static final String SHOWN =
            " { id declared until closed confirmation { state reasons due note } }";

    @Autowired Hub hub;
    @Autowired Neo4jClient graph;
    @Autowired TestClock clock;

    @Autowired
    @Qualifier("demoBases")
    ApplicationRunner examples;

    private Matter matter;

    @BeforeEach
    void facts() {
        clock.set(Instant.parse("2026-11-25T02:00:00Z"));
        matter = new Matter(hub);
        Owner owner = new Owner(hub);
        HttpResponse<String> sent =
                owner.send(
                        "k",
                        HEADER
                                + row(
                                        "1",
                                        "2026-03-01",
                                        Matter.CITIZEN,
                                        "H1",
                                        "户主",
                                        "150981005000",
                                        "李庆富",
                                        "1958-01-03"));
        assertThat(owner.outcomes(sent)).containsExactly("ACCEPTED");
    }

    @Test
    void areSoManyADayForADepartment() {
        for (int i = 0; i < 6; i++) {
            assertThat(plan("CL", "n-" + i).has("errors")).isFalse();
        }

        HttpResponse<String> refused =
                hub.send(
                        hub.question(
                                "CL-COUNTY",
                                Reason.NONE,
                                opening("n-7", "150924000000"),
                                Map.of()));

        assertThat(refused.body()).contains("TOO_MANY_DECLARED");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("50401");
        assertThat(Looks.all(graph, Kind.DENIAL)).hasSize(1);
        assertThat(plan("GA", "n-1").has("errors")).isFalse();
        clock.advance(Duration.ofHours(15));
        assertThat(plan("CL", "n-8").has("errors")).as("on the next day").isFalse();
    }

    @Test
    void nameSoManyPersonsADayForAClient() {
        for (int i = 0; i < 4; i++) {
            matter.opened("MZ-TOWN", "");
        }

        assertThat(code(matter.tried("MZ-TOWN", ""))).isEqualTo("TOO_MANY_DECLARED");
        assertThat(
                        code(
                                hub.ask(
                                        "MZ-TOWN",
                                        """
                                        mutation ($n: IdNumber!) { submitCase(input: {kind: MINIMUM_LIVING, idNumber: $n, region: "150924106001",
                                          channel: WINDOW, consentNo: "SQ-1", statement: "没有收入"}) { id } }
                                        """,
                                        Map.of("n", Matter.CITIZEN))))
                .as("an application opens a family too")
                .isEqualTo("TOO_MANY_DECLARED");
        assertThat(code(matter.tried("MZ-TOWN", ""))).as("again").isEqualTo("TOO_MANY_DECLARED");
        matter.opened("MZ-COUNTY", "");
    }

    @Test
    void haveANumberAndAKindThatIsDeclared() {
        assertThat(code(plan("CL", "随便看看"))).isEqualTo("BASIS_REFERENCE");
        JsonNode warning =
                hub.ask(
                        "CL",
                        "mutation ($n: IdNumber!) { openBasis(input: {kind: WARNING, purpose: C,"
                                + " reference: \"1\", persons: [{idNumber: $n}]}) { id } }",
                        Map.of("n", Matter.CITIZEN));
        assertThat(code(warning)).isEqualTo("KIND_NOT_DECLARED");
    }

    @Test
    void areConfirmedByTheHeadWhereTheyStandOutOfWhichTheOpenerIsNotTold() {
        String id = matter.opened("GA-TOWN", "").at("/id").asString();
        String plain = matter.opened("GA", "").at("/id").asString();

        assertThat(seen("GA-TOWN", id).toString())
                .isEqualTo(
                        "{\"id\":\"%s\",\"declared\":true,\"until\":\"2027-02-24T00:00:00.000+08:00\",\"closed\":null,\"confirmation\":null}"
                                .formatted(id));
        assertThat(seen("GA", id).at("/confirmation").toString())
                .isEqualTo(
                        "{\"state\":\"AWAITED\",\"reasons\":[\"OTHER_REGION\"],\"due\":\"2026-12-09\",\"note\":null}");
        assertThat(matter.listed("GA-HEAD", "(awaitingConfirmation: true)")).containsExactly(id);
        assertThat(seen("GA-HEAD", plain).isNull()).isTrue();
        assertThat(matter.look("GA-TOWN", new Reason("A", id)).at("/data/person").isNull())
                .isTrue();

        JsonNode confirmed = settled("GA-HEAD", id, "CONFIRMED");

        assertThat(confirmed.at("/data/confirmBasis/confirmation/state").asString())
                .isEqualTo("CONFIRMED");
        assertThat(code(settled("GA-HEAD", id, "REFUSED"))).isEqualTo("NOTHING_TO_CONFIRM");
        assertThat(settled("MZ-HEAD", id, "REFUSED").at("/data/confirmBasis").isNull()).isTrue();
        assertThat(matter.told()).anyMatch(one -> one.contains("公安局确认了本部门自行申报的"));
        clock.advance(Duration.ofDays(30));
        assertThat(code(matter.look("GA-TOWN", new Reason("A", id)))).isEmpty();
    }

    @Test
    void areNotHiddenForLongOnceTheHeadHasRefusedThem() {
        String id =
                matter.opened(
                                "GA-TOWN",
                                "safeguarding: {ground: FAMILY_VIOLENCE, reason:"
                                        + " \"家暴案件在查，施暴人与本人同住\", until: \"2027-01-31\"}")
                        .at("/id")
                        .asString();
        done(matter.step("GA-HEAD", "confirmSafeguarding", id), "confirmSafeguarding");

        settled("GA-HEAD", id, "REFUSED");

        assertThat(code(matter.step("GA-HEAD", "confirmSafeguarding", id)))
                .isEqualTo("UNFOUNDED_LOOKS_SHOW");
        clock.set(Instant.parse("2026-11-30T16:00:00Z"));
        assertThat(matter.told()).anyMatch(one -> one.contains("公安局"));
    }

    @Test
    void endUnconfirmedAfterTenWorkingDaysAndRefusedAtOnce() {
        String lapsed = matter.opened("GA-TOWN", "").at("/id").asString();
        String refused = matter.opened("GA-TOWN", "").at("/id").asString();
        Reason reason = new Reason("A", lapsed);
        settled("GA-HEAD", refused, "REFUSED");

        assertThat(code(matter.look("GA-TOWN", reason))).isEmpty();
        assertThat(code(matter.look("GA-TOWN", new Reason("A", refused))))
                .isEqualTo("BASIS_NOT_IN_FORCE");
        assertThat(matter.told()).anyMatch(one -> one.contains("公安局未确认本部门自行申报的"));
        clock.set(Instant.parse("2026-12-09T15:59:59Z"));
        assertThat(code(matter.look("GA-TOWN", reason))).isEmpty();
        clock.set(Instant.parse("2026-12-09T16:00:00Z"));
        assertThat(code(matter.look("GA-TOWN", reason))).isEqualTo("BASIS_NOT_IN_FORCE");
        assertThat(seen("GA", lapsed).at("/confirmation/state").asString()).isEqualTo("LAPSED");
        assertThat(seen("GA-TOWN", lapsed).at("/until").asString())
                .isEqualTo("2026-12-10T00:00:00.000+08:00");

        for (String watch : List.of("auditor", "MZ-HEAD")) {
            assertThat(
                            hub.ask(
                                            watch,
                                            "{ basisConfirmations { nodes { basis client persons"
                                                + " reasons state } } declarationFigures {"
                                                + " department opened selected confirmed refused"
                                                + " lapsed } }")
                                    .at("/data")
                                    .toString())
                    .as(watch)
                    .contains(
                            "\"basis\":\"%s\",\"client\":\"ga-town\",\"persons\":1,\"reasons\":[\"OTHER_REGION\"],\"state\":\"LAPSED\""
                                    .formatted(lapsed),
                            "{\"department\":\"GA\",\"opened\":2,\"selected\":2,\"confirmed\":0,\"refused\":1,\"lapsed\":1}");
        }
        assertThat(hub.ask("CL", "{ declarationFigures { department } }").toString())
                .doesNotContain("GA");
    }

    @Test
    void areConfirmedWhereManyComeInShortTime() {
        for (int i = 0; i < 3; i++) {
            plan("CL-COUNTY", "n-" + i);
        }
        assertThat(matter.listed("CL-HEAD", "(awaitingConfirmation: true)")).isEmpty();

        plan("CL-COUNTY", "n-3");

        String id = matter.listed("CL-HEAD", "(awaitingConfirmation: true)").getFirst();
        assertThat(seen("CL-HEAD", id).at("/confirmation/reasons").toString())
                .isEqualTo("[\"MANY_AT_ONCE\"]");
    }

    @Test
    void areLeftOutOfTheExamplesOfAHubThatStartsWhereTheBoundIsReached() throws Exception {
        plan("MZ", "n-1");

        examples.run(new DefaultApplicationArguments());

        assertThat(
                        hub.ask("auditor", "{ declarationFigures { department opened } }")
                                .at("/data/declarationFigures")
                                .toString())
                .contains("{\"department\":\"MZ\",\"opened\":6}");
    }

    @Test
    void areToldAsDeclaredInTheLogOfThePerson() {
        String id = matter.opened("GA", "").at("/id").asString();
        hub.ask(
                "GA",
                new Reason("A", id),
                "query ($n: IdNumber!) { person(idNumber: $n) { name } }",
                Map.of("n", Matter.CITIZEN));

        assertThat(matter.told().getFirst()).contains("查看了您的").endsWith("所依据的事项由该部门自行申报。");
        assertThat(Looks.all(graph, Kind.GRANT))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text("act")).isEqualTo("DECLARED"));
    }

    private JsonNode plan(String client, String reference) {
        String region = client.endsWith("COUNTY") ? "150924000000" : "150900000000";
        return hub.ask(client, opening(reference, region));
    }

    private static String opening(String reference, String region) {
        return "mutation { openBasis(input: {kind: REVIEW_PLAN, purpose: B, reference: \"%s\", regions: [\"%s\"]}) { id } }"
                .formatted(reference, region);
    }

    private JsonNode seen(String client, String id) {
        return hub.ask(client, "query ($id: ID!) { basis(id: $id)" + SHOWN + " }", Map.of("id", id))
                .at("/data/basis");
    }

    private JsonNode settled(String client, String id, String verdict) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $v: ConfirmationVerdict!, $note: String!) { confirmBasis(id:"
                        + " $id, verdict: $v, note: $note)"
                        + SHOWN
                        + " }",
                Map.of("id", id, "v", verdict, "note", NOTE));
    }
}
