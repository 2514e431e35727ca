package org.lianji.bases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.LI;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisRegistry.Party;
import org.lianji.catalogue.Purpose;
import org.lianji.contribution.Owner;
import org.lianji.people.IdentityHash;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.proof.Looks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The bases that flows register for matters of theirs, as clients read on them. */
@HubTest
class BasisRegistryIT {

    private static final Caller FLOW =
            new Caller("GA", "ga", Set.of(Role.SYSTEM), "150900000000", null);
    private static final String FAR = "150981005000";

    @Autowired Hub hub;
    @Autowired Neo4jClient graph;
    @Autowired BasisRegistry registry;
    @Autowired IdentityHash hash;
    @Autowired PlatformTransactionManager transactions;

    private Owner owner;

    @BeforeEach
    void facts() {
        owner = new Owner(hub);
        contribute("1", row("1", "2026-03-01", ZHANG, "H1"));
    }

    @Test
    void opensWhomItIsAboutToItsPartiesWhileItIsOpen() {
        String basis = warning(List.of(Party.of("GA")), Set.of(token(ZHANG)), Set.of());

        assertThat(name("GA", "C", basis, ZHANG)).isEqualTo("张三");
        assertThat(code(look("MZ", "C", basis, ZHANG))).isEqualTo("BASIS_NOT_IN_FORCE");

        in(() -> done(() -> registry.end(FLOW, basis)));

        assertThat(code(look("GA", "C", basis, ZHANG))).isEqualTo("BASIS_NOT_IN_FORCE");
    }

    @Test
    void servesEachOfItsPurposesAndNoOther() {
        String basis = warning(List.of(Party.of("GA")), Set.of(token(ZHANG)), Set.of());

        assertThat(name("GA", "B", basis, ZHANG)).isEqualTo("张三");
        assertThat(code(look("GA", "A", basis, ZHANG))).isEqualTo("BASIS_NOT_IN_FORCE");
    }

    @Test
    void leadsToWhoeverBelongsToTheHouseholdOnTheDay() {
        String basis = warning(List.of(Party.of("GA")), Set.of(), Set.of(household()));
        assertThat(name("GA", "C", basis, ZHANG)).isEqualTo("张三");
        assertThat(name("GA", "C", basis, LI)).isNull();

        contribute("2", li("2", "2026-03-02", "H1"));
        assertThat(name("GA", "C", basis, LI)).isEqualTo("李四");

        contribute("3", li("2", "2026-03-03", "H2"));
        assertThat(name("GA", "C", basis, LI)).as("who has moved out").isNull();
    }

    @Test
    void leadsToAPersonWhoIsContributedLater() {
        String basis = registered(List.of(Party.of("GA")), Set.of(), Set.of(hash.of(LI)), Set.of());
        String unknown = look("GA", "C", basis, LI).toString();
        String unseen = look("GA", "C", basis, ZHANG).toString();
        assertThat(unknown).isEqualTo(unseen);

        contribute("2", li("2", "2026-03-02", "H1"));

        assertThat(name("GA", "C", basis, LI)).isEqualTo("李四");
    }

    @Test
    void isDeclaredWhereAClientOpensItAndLeadsToWhoIsContributedLaterToo() {
        Reason matter = hub.matter("GA", LI);
        assertThat(name("GA", "A", String.valueOf(matter.basis()), LI)).isNull();

        contribute("2", li("2", "2026-03-02", "H1"));

        assertThat(name("GA", "A", String.valueOf(matter.basis()), LI)).isEqualTo("李四");
        assertThat(shown("GA", String.valueOf(matter.basis())).get("declared").asBoolean())
                .isTrue();
        String flow = warning(List.of(Party.of("GA")), Set.of(token(ZHANG)), Set.of());
        assertThat(shown("GA", flow).get("declared").asBoolean()).isFalse();
        assertThat(shown("GA", flow).get("matter").asString()).isEqualTo("Wtest");
        assertThat(shown("GA", flow).get("purposes")).hasSize(2);
    }

    @Test
    void leadsAPartyByNameBeyondItsRegionAndNobodyElseOfTheDepartment() {
        contribute("2", row("2", "2026-03-02", LI, "H2", "户主", FAR, "李四", "1988-07-04"));
        String whole = warning(List.of(Party.of("GA")), Set.of(token(LI)), Set.of());
        String assigned =
                warning(
                        List.of(new Party("GA", "ga-town", null, null)),
                        Set.of(token(LI)),
                        Set.of());

        assertThat(name("GA-TOWN", "C", whole, LI)).isNull();
        assertThat(name("GA-TOWN", "C", assigned, LI)).isEqualTo("李四");
        assertThat(code(look("GA-COUNTY", "C", assigned, LI))).isEqualTo("BASIS_NOT_IN_FORCE");
    }

    @Test
    void leadsAPartyAsLongAsItIsOneAndOfItsRole() {
        String basis =
                warning(
                        List.of(
                                new Party("GA", null, Role.SYSTEM, null),
                                new Party("GA", "ga-county", null, yesterday())),
                        Set.of(token(ZHANG)),
                        Set.of());

        assertThat(name("GA", "C", basis, ZHANG)).isEqualTo("张三");
        assertThat(code(look("GA-COUNTY", "C", basis, ZHANG))).isEqualTo("BASIS_NOT_IN_FORCE");

        in(() -> done(() -> registry.join(FLOW, basis, new Party("GA", "ga-county", null, null))));

        assertThat(name("GA-COUNTY", "C", basis, ZHANG)).isEqualTo("张三");
    }

    @Test
    void isAnsweredToItsPartiesTheirHeadsAndAuditorsWithWhatWasReadOnIt() {
        String basis =
                warning(
                        List.of(
                                Party.of("GA"),
                                new Party("MZ", "mz-county", null, null),
                                new Party("CL", null, Role.SYSTEM, yesterday())),
                        Set.of(token(ZHANG)),
                        Set.of());
        String other = warning(List.of(Party.of("GA")), Set.of(token(ZHANG)), Set.of());
        name("GA", "C", basis, ZHANG);
        name("GA", "B", basis, ZHANG);
        assertThat(name("GA-COUNTY", "B", basis, ZHANG)).as("none of its region").isNull();
        name("GA", "C", other, ZHANG);

        for (String client :
                List.of("GA", "GA-COUNTY", "GA-HEAD", "MZ-COUNTY", "MZ-HEAD", "MZ", "auditor")) {
            assertThat(answered(client, basis).at("/reads/count").asInt()).as(client).isEqualTo(2);
        }
        for (String client : List.of("MZ-TOWN", "CL-COUNTY", "YJ", "YJ-HEAD")) {
            assertThat(answered(client, basis).isObject()).as(client).isFalse();
        }
        assertThat(answered("auditor", other).at("/reads/count").asInt()).isEqualTo(1);
        assertThat(answered("auditor", other).at("/reads/last").isNull()).isFalse();
        assertThat(answered("auditor", basis).get("parties").toString())
                .contains("{\"department\":\"GA\",\"client\":null,\"role\":null,\"until\":null}")
                .contains("\"client\":\"mz-county\"")
                .contains("\"role\":\"SYSTEM\"");
        assertThat(shown("MZ-COUNTY", basis).isObject()).isTrue();
        assertThat(
                        hub.ask(
                                        "MZ",
                                        "mutation ($id: ID!) { closeBasis(id: $id) { id } }",
                                        Map.of("id", basis))
                                .at("/data/closeBasis")
                                .isNull())
                .isTrue();
    }

    @Test
    void isExtendedByItsFlowAndClosedByNobodyElse() {
        String basis = warning(List.of(Party.of("GA")), Set.of(token(ZHANG)), Set.of());
        in(() -> done(() -> registry.extend(FLOW, basis, yesterday())));
        assertThat(code(look("GA", "C", basis, ZHANG))).isEqualTo("BASIS_NOT_IN_FORCE");

        in(() -> done(() -> registry.extend(FLOW, basis, yesterday().plusDays(2))));
        JsonNode closed =
                hub.ask(
                        "GA",
                        "mutation ($id: ID!) { closeBasis(id: $id) { id } }",
                        Map.of("id", basis));

        assertThat(closed.at("/data/closeBasis").isNull()).isTrue();
        assertThat(name("GA", "C", basis, ZHANG)).isEqualTo("张三");
    }

    @Test
    void isRegisteredWithItsMatterOrNotAtAll() {
        assertThatThrownBy(
                        () ->
                                registry.register(
                                        FLOW, matter(List.of(), Set.of(), Set.of(), Set.of())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void standsOnTheChainFromItsOpeningToItsEnd() {
        String basis = warning(List.of(Party.of("GA")), Set.of(token(ZHANG)), Set.of());
        in(() -> done(() -> registry.extend(FLOW, basis, yesterday().plusDays(9))));
        in(() -> done(() -> registry.end(FLOW, basis)));

        assertThat(Looks.all(graph, Kind.GRANT))
                .extracting(entry -> entry.text("act"))
                .containsExactlyInAnyOrder("REGISTERED", "JOINED", "EXTENDED", "CLOSED");
    }

    private String warning(List<Party> parties, Set<String> persons, Set<String> households) {
        return registered(parties, persons, Set.of(), households);
    }

    private String registered(
            List<Party> parties,
            Set<String> persons,
            Set<String> identities,
            Set<String> households) {
        return in(() -> registry.register(FLOW, matter(parties, persons, identities, households)));
    }

    private static BasisRegistry.Registration matter(
            List<Party> parties,
            Set<String> persons,
            Set<String> identities,
            Set<String> households) {
        return new BasisRegistry.Registration(
                BasisKind.WARNING,
                "Wtest",
                "一件预警",
                List.of(Purpose.C, Purpose.B),
                persons,
                identities,
                households,
                parties,
                yesterday().plusDays(30));
    }

    private <T> T in(Supplier<T> step) {
        return new TransactionTemplate(transactions).execute(_ -> step.get());
    }

    private static boolean done(Runnable step) {
        step.run();
        return true;
    }

    private static LocalDate yesterday() {
        return LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).minusDays(1);
    }

    private void contribute(String key, String row) {
        assertThat(owner.outcomes(owner.send(key, HEADER + row))).containsExactly("ACCEPTED");
    }

    private static String li(String recordNo, String day, String household) {
        return row(recordNo, day, LI, household, "配偶", "150902001001", "李四", "1988-07-04");
    }

    private String token(String idNumber) {
        return graph.query("MATCH (p:Person {idHash: $hash}) RETURN p.id")
                .bind(hash.of(idNumber))
                .to("hash")
                .fetchAs(String.class)
                .one()
                .orElseThrow();
    }

    private String household() {
        return graph.query("MATCH (h:Household) RETURN h.id")
                .fetchAs(String.class)
                .one()
                .orElseThrow();
    }

    private JsonNode shown(String client, String basis) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { basis(id: $id) { declared matter purposes } }",
                        Map.of("id", basis))
                .at("/data/basis");
    }

    private JsonNode answered(String client, String basis) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { basis(id: $id) { parties { department client role until"
                                + " } reads { count last } } }",
                        Map.of("id", basis))
                .at("/data/basis");
    }

    private @Nullable String name(String client, String purpose, String basis, String idNumber) {
        JsonNode answer = look(client, purpose, basis, idNumber);
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.at("/data/person/name").asString(null);
    }

    private JsonNode look(String client, String purpose, String basis, String idNumber) {
        return hub.ask(
                client,
                new Reason(purpose, basis),
                "query ($n: IdNumber!) { person(idNumber: $n) { name } }",
                Map.of("n", idNumber));
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString("");
    }
}
