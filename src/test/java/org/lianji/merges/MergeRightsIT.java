package org.lianji.merges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.merges.DoubleRegistration.LI;
import static org.lianji.merges.DoubleRegistration.NEIGHBOUR;
import static org.lianji.merges.DoubleRegistration.TWICE;
import static org.lianji.merges.DoubleRegistration.code;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.demo.DemoClients;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Who may not know of two people learns nothing of their becoming one; who may, only in two. */
@HubTest
@Import(MergeRightsIT.Others.class)
class MergeRightsIT {

    private static final String ELSEWHERE = "MZ-ELSEWHERE";

    /** An officer of the county, whose token names Li. */
    private static final String HIMSELF = "MZ-HIMSELF";

    @TestConfiguration
    static class Others {

        @Bean
        @Primary
        DemoClients moreClients(@Qualifier("demoClients") DemoClients some) {
            return new DemoClients(
                    Stream.concat(
                                    some.clients().stream(),
                                    Stream.of(
                                            new DemoClients.Client(
                                                    "mz-elsewhere",
                                                    "mz-elsewhere-demo",
                                                    "MZ",
                                                    "他县",
                                                    "elsewhere",
                                                    Set.of(Role.COUNTY_OFFICER),
                                                    "150981000000",
                                                    null),
                                            new DemoClients.Client(
                                                    "mz-himself",
                                                    "mz-himself-demo",
                                                    "MZ",
                                                    "本人",
                                                    "himself",
                                                    Set.of(Role.COUNTY_OFFICER),
                                                    "150924000000",
                                                    LI)))
                            .toList());
        }
    }

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired Neo4jClient graph;

    private DoubleRegistration li;

    @BeforeEach
    void liIsRegisteredTwice() {
        hub = new Hub(hub.address());
        li = new DoubleRegistration(hub, catalogue, graph);
        li.begin();
    }

    @Test
    void whoMayNotKnowOfThemReadsTheSameBeforeMeanwhileAndAfter() {
        Reason ofAnother = hub.matter("YB-COUNTY", NEIGHBOUR);
        String old = li.token(TWICE);
        String kept = li.token(LI);
        JsonNode proposed = li.proposed();
        String id = proposed.at("/id").asString();

        List<String> before = told(ofAnother, old, kept, id);
        JsonNode merge = li.taken("MZ-COUNTY-2", "confirmMerge", proposed);
        List<String> merged = told(ofAnother, old, kept, id);
        li.split(merge);
        List<String> split = told(ofAnother, old, kept, id);

        assertThat(before).hasSizeGreaterThan(40).noneMatch(one -> one.contains("DATABASE"));
        assertThat(merged).containsExactlyElementsOf(before);
        assertThat(split).containsExactlyElementsOf(before);
    }

    /** Also of the very officers who see the flow, where their basis leads to somebody else. */
    private List<String> told(Reason ofAnother, String old, String kept, String merge) {
        List<String> told = new ArrayList<>();
        for (String client :
                List.of(
                        "YB-COUNTY",
                        "GA-COUNTY",
                        "WJ-COUNTY",
                        "MZ-TOWN",
                        ELSEWHERE,
                        "CHARITY-A",
                        "citizen-guardian")) {
            Reason reason = client.equals("YB-COUNTY") ? ofAnother : new Reason("A", "Cnone");
            for (String token : List.of(old, kept)) {
                told.add(
                        answer(
                                client,
                                reason,
                                "query ($x: ID!) { node(id: $x) { __typename id } }",
                                token));
            }
            for (String number : List.of(TWICE, LI)) {
                told.add(
                        answer(
                                client,
                                reason,
                                "query ($x: IdNumber!) { person(idNumber: $x) { id name records {"
                                        + " nodes { id } } } }",
                                number));
            }
            told.add(
                    answer(
                            client,
                            reason,
                            "query ($x: ID!) { node(id: $x) { __typename id } }",
                            merge));
            told.add(
                    answer(
                            client,
                            Reason.NONE,
                            "query ($x: ID!) { personMerge(id: $x) { state } }",
                            merge));
            told.add(
                    answer(
                            client,
                            Reason.NONE,
                            "query ($x: ID!) { personMerges { nodes { id } totalCount } n: node(id:"
                                    + " $x) { id } }",
                            merge));
            JsonNode tried = li.propose(client, kept, old, String.valueOf(reason.basis()));
            told.add(tried.toString());
            told.add(li.propose(client, old, kept, String.valueOf(reason.basis())).toString());
        }
        return told;
    }

    private String answer(String client, Reason reason, String question, String value) {
        return client + " " + hub.ask(client, reason, question, Map.of("x", value));
    }

    @Test
    void anOfficerOfAnotherCountySeesNoneAndTakesNone() {
        JsonNode proposed = li.proposed();

        assertThat(code(li.step(ELSEWHERE, "confirmMerge", proposed))).isEqualTo("MERGE_NOT_FOUND");
        assertThat(code(li.step("MZ-TOWN", "confirmMerge", proposed))).isEqualTo("NOT_ALLOWED");
        assertThat(code(li.propose(ELSEWHERE, li.token(LI), li.token(TWICE), li.basis())))
                .isEqualTo("MERGE_NOT_PROVEN");
    }

    @Test
    void nobodyDecidesOfThemselves() {
        JsonNode proposed = li.proposed();

        assertThat(code(li.step(HIMSELF, "confirmMerge", proposed))).isEqualTo("MERGE_OF_RELATIVE");
        assertThat(code(li.step(HIMSELF, "declineMerge", proposed))).isEqualTo("MERGE_OF_RELATIVE");
        JsonNode merge = li.taken("MZ-COUNTY-2", "confirmMerge", proposed);
        assertThat(code(li.step(HIMSELF, "splitPerson", merge))).isEqualTo("MERGE_OF_RELATIVE");
        assertThat(graph.query("MATCH (m:PersonMerge) RETURN m.state").fetchAs(String.class).all())
                .containsExactly("MERGED");
    }

    @Test
    void whoProposesASplitDoesNotConfirmIt() {
        JsonNode proposed = li.taken("MZ-COUNTY-2", "splitPerson", li.merged());

        assertThat(code(li.step("MZ-COUNTY-2", "confirmSplit", proposed)))
                .isEqualTo("NOT_YOUR_TURN");
        assertThat(code(li.step("MZ-COUNTY-2", "keepMerged", proposed))).isEqualTo("NOT_YOUR_TURN");
        assertThat(li.taken("MZ-COUNTY", "keepMerged", proposed).at("/state").asString())
                .isEqualTo("MERGED");
        assertThat(li.reliefs(LI)).isEqualTo(2);
    }

    @Test
    void ofTwoAtOnceOneDecides() {
        JsonNode proposed = li.proposed();

        List<CompletableFuture<JsonNode>> both =
                Stream.of("confirmMerge", "declineMerge")
                        .map(
                                step ->
                                        CompletableFuture.supplyAsync(
                                                () -> li.step("MZ-COUNTY-2", step, proposed)))
                        .toList();

        assertThat(both.stream().map(CompletableFuture::join).filter(one -> !one.has("errors")))
                .hasSize(1);
        String state =
                graph.query("MATCH (m:PersonMerge) RETURN m.state")
                        .fetchAs(String.class)
                        .one()
                        .orElseThrow();
        assertThat(li.reliefs(LI)).isEqualTo(state.equals("MERGED") ? 2 : 1);
    }

    @Test
    void twoWithNumbersThatAreValidAreTwo() {
        JsonNode merge = li.merged();
        li.split(merge);
        li.cancelled("9", NEIGHBOUR, "DUPLICATE");

        assertThat(code(li.propose("MZ-COUNTY", li.token(LI), li.token(TWICE), li.basis())))
                .as("split: different for ever")
                .isEqualTo("MERGE_NOT_PROVEN");
        assertThat(code(li.propose("MZ-COUNTY", li.token(TWICE), li.token(NEIGHBOUR), li.basis())))
                .as("both are cancelled")
                .isEqualTo("MERGE_NOT_PROVEN");
    }
}
