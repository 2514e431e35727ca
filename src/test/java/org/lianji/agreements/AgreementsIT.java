package org.lianji.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Reason;
import org.lianji.sharing.Paper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Agreements as their parties make them: JY asks RS, MZ leads, YB has nothing to do with it. */
@HubTest
class AgreementsIT {

    @Autowired Hub hub;

    @Autowired PlatformTransactionManager transactions;

    @Autowired Neo4jClient graph;

    @Autowired AgreementsInForce inForce;

    @Autowired AgreementGraph agreements;

    @Autowired Agreements requests;

    @Autowired Clock clock;

    private Paper submitted() {
        return Paper.submitted(hub);
    }

    private List<String> inForce() {
        return inForce.now().stream().map(ActiveAgreement::id).toList();
    }

    @Test
    void goesFromTheDraftToTheDisposal() {
        Paper paper = Paper.draft(hub, "JY", Paper.input("RS01", List.of("state", "reason"), "E"));
        assertThat(paper.open("JY")).containsExactly("AMEND");
        assertThat(paper.open("JY-HEAD")).containsExactly("SIGN");
        assertThat(paper.refused("JY", "submitAgreement")).isEqualTo("TRANSITION_NOT_ALLOWED");

        paper.done("JY-HEAD", "signAgreement").done("JY", "submitAgreement");
        assertThat(paper.open("RS"))
                .containsExactly("ASK_MATERIAL", "ASK_EXTENSION", "PREPARE_APPROVAL");
        assertThat(paper.open("MZ-HEAD")).isEmpty();

        paper.done("RS", "askForMaterial", "请说明使用人员范围");
        assertThat(paper.seenBy("JY").at("/deadlines/0/pausedOn").asString())
                .isEqualTo(LocalDate.now(clock).toString());
        paper.done("JY", "supplyMaterial", "仅限资助中心三人");
        assertThat(paper.refused("RS", "askForMaterial", Map.of("note", "再补一份")))
                .isEqualTo("MATERIAL_ASKED_BEFORE");

        assertThat(paper.refused("RS-HEAD", "approveAgreement")).isEqualTo("NOT_PREPARED");
        paper.done("RS", "prepareApproval");
        assertThat(paper.refused("RS", "approveAgreement")).isEqualTo("NOT_ALLOWED");
        paper.done("RS-HEAD", "approveAgreement").done("RS", "deliverAgreement");
        assertThat(inForce()).isEmpty();

        paper.done("JY", "confirmDelivery");
        assertThat(inForce()).containsExactly(paper.id());

        paper.suspended("RS", "INC-1", 5);
        assertThat(inForce()).isEmpty();
        paper.done("JY", "rectifyAgreement", "已停用一个账号").done("RS-HEAD", "resumeAgreement");
        assertThat(inForce()).containsExactly(paper.id());

        assertThat(paper.refused("RS-HEAD", "consentToTermination"))
                .isEqualTo("NO_TERMINATION_PROPOSED");
        paper.done("RS-HEAD", "proposeTermination", "系统改造");
        assertThat(paper.refused("RS-HEAD", "consentToTermination"))
                .isEqualTo("NO_TERMINATION_PROPOSED");
        assertThat(inForce()).containsExactly(paper.id());
        paper.done("JY-HEAD", "consentToTermination");
        assertThat(inForce()).isEmpty();
        paper.done("JY-HEAD", "attestDisposal", "已删除全部副本");

        JsonNode end = paper.seenBy("JY");
        assertThat(end.at("/state").asString()).isEqualTo("DISPOSED");
        assertThat(end.at("/allowedTransitions")).isEmpty();
        assertThat(end.at("/deadlines").valueStream().map(d -> d.at("/rule/code").asString()))
                .containsExactly("SHARE_ANSWER_COND", "SHARE_DELIVER");
        assertThat(end.at("/history").valueStream().map(e -> e.at("/transition").asString()))
                .containsExactly(
                        "REQUEST",
                        "SIGN",
                        "SUBMIT",
                        "ASK_MATERIAL",
                        "SUPPLY_MATERIAL",
                        "PREPARE_APPROVAL",
                        "APPROVE",
                        "DELIVER",
                        "CONFIRM_DELIVERY",
                        "SUSPEND",
                        "RECTIFY",
                        "RESUME",
                        "PROPOSE_TERMINATION",
                        "CONSENT_TO_TERMINATION",
                        "DISPOSE");
        assertThat(end.at("/history/9").toString())
                .isEqualTo(
                        "{\"version\":10,\"transition\":\"SUSPEND\",\"from\":\"ACTIVE\",\"to\":\"SUSPENDED\","
                            + "\"department\":\"RS\",\"client\":\"rs\",\"note\":\"查询量异常\",\"filedWith\":\"MZ\",\"overseer\":\"LEAD\"}");
    }

    @Test
    void tellsWhatItIsAbout() {
        Map<String, Object> input = Paper.input("RS01", List.of("state", "reason"), "E");
        input.put("regions", List.of("150924000000"));
        Paper paper = Paper.draft(hub, "JY", input);
        paper.done("JY-HEAD", "signAgreement")
                .done("JY", "submitAgreement")
                .done("RS", "prepareApproval")
                .done("RS-HEAD", "approveAgreement")
                .done("RS", "deliverAgreement")
                .done("JY", "confirmDelivery");

        assertThat(paper.seenBy("RS").at("/terms").toString())
                .isEqualTo(
                        "{\"provider\":\"RS\",\"consumer\":\"JY\",\"purposes\":[\"E\"],\"regions\":[\"150924000000\"],"
                            + "\"level\":\"S3\",\"mode\":\"API\",\"months\":12,\"basis\":\"教育法第三十八条\","
                            + "\"scenario\":\"家庭经济困难学生资助\",\"scope\":[{\"category\":\"RS01\",\"items\":[{\"name\":\"reason\",\"masked\":false},{\"name\":\"state\",\"masked\":false}]}]}");
        LocalDate today = LocalDate.now(clock);
        assertThat(inForce.now())
                .containsExactly(
                        new ActiveAgreement(
                                paper.id(),
                                paper.version(),
                                "RS",
                                "JY",
                                Set.of("E"),
                                Map.of("RS01", Set.of("reason", "state")),
                                Map.of(),
                                Set.of("150924000000"),
                                "S3",
                                today,
                                today.plusMonths(12).minusDays(1)));
    }

    @Test
    void isSeenByItsPartiesTheLeadDepartmentAndAuditorsOnly() {
        Paper paper = submitted();

        for (String client : List.of("JY", "JY-TOWN", "RS", "RS-HEAD", "MZ", "AUDITOR")) {
            assertThat(paper.seenBy(client).at("/id").asString()).isEqualTo(paper.id());
        }
        for (String client : List.of("YB", "YB-HEAD", "CHARITY-A")) {
            assertThat(paper.seenBy(client).isNull()).isTrue();
        }
        assertThat(paper.refused("YB", "prepareApproval")).isEqualTo("AGREEMENT_NOT_FOUND");
        assertThat(paper.refused("YB-HEAD", "signAgreement")).isEqualTo("AGREEMENT_NOT_FOUND");
        assertThat(paper.refused("CHARITY-A", "attestDisposal", Map.of("note", "已删除")))
                .isEqualTo("AGREEMENT_NOT_FOUND");
        assertThat(ids("MZ", "")).containsExactly(paper.id());
        assertThat(ids("AUDITOR", "")).containsExactly(paper.id());
        assertThat(ids("YB", "")).isEmpty();
        assertThat(ids("CHARITY-A", "")).isEmpty();
        assertThat(ids("MZ", "(side: CONSUMER)")).isEmpty();
    }

    @Test
    void isKnownToNobodyElseWhileItIsADraft() {
        Paper paper = Paper.draft(hub, "JY", Paper.input("RS01", List.of(), "E"));
        paper.done("JY-HEAD", "signAgreement");

        for (String client : List.of("RS", "RS-HEAD", "MZ", "MZ-HEAD")) {
            assertThat(paper.seenBy(client).isNull()).as(client).isTrue();
            assertThat(ids(client, "")).as(client).isEmpty();
        }
        assertThat(ids("RS", "(side: PROVIDER)")).isEmpty();
        assertThat(ids("MZ", "(state: HEAD_SIGNED)")).isEmpty();
        assertThat(paper.refused("RS-HEAD", "refuseAgreement", Map.of("note", "超出职责")))
                .isEqualTo("AGREEMENT_NOT_FOUND");
        assertThat(grants("RS")).isEmpty();
        assertThat(ids("JY-HEAD", "")).containsExactly(paper.id());
        assertThat(ids("AUDITOR", "")).containsExactly(paper.id());

        paper.done("JY", "submitAgreement");
        assertThat(ids("RS", "(side: PROVIDER)")).containsExactly(paper.id());
        assertThat(ids("MZ", "")).containsExactly(paper.id());
        assertThat(grants("RS")).containsExactly(paper.id() + "@3");
    }

    /** What the entries that the client may see tell of agreements. */
    private List<String> grants(String client) {
        return hub.ask(client, "{ entries { nodes { kind agreements } } }")
                .at("/data/entries/nodes")
                .valueStream()
                .filter(entry -> entry.at("/kind").asString().equals("GRANT"))
                .map(entry -> entry.at("/agreements/0").asString())
                .toList();
    }

    private List<String> ids(String client, String arguments) {
        return hub.ask(client, "{ agreements" + arguments + " { nodes { id } } }")
                .at("/data/agreements/nodes")
                .valueStream()
                .map(node -> node.at("/id").asString())
                .toList();
    }

    @Test
    void listsByPagesSideAndState() {
        List<String> made = new ArrayList<>();
        for (String purpose : List.of("A", "B", "E")) {
            made.addFirst(Paper.draft(hub, "JY", Paper.input("RS01", List.of(), purpose)).id());
        }
        Paper other = Paper.submitted(hub, "RS", Paper.input("JY01", List.of(), "E"));

        assertThat(ids("JY", "(side: CONSUMER)")).isEqualTo(made);
        assertThat(ids("JY", "(side: PROVIDER)")).containsExactly(other.id());
        assertThat(ids("JY", "(side: CONSUMER, state: SUBMITTED)")).isEmpty();
        JsonNode page =
                hub.ask(
                                "JY",
                                "{ agreements(side: CONSUMER, first: 2) { nodes { id } pageInfo {"
                                        + " hasNextPage endCursor } } }")
                        .at("/data/agreements");
        assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(
                        ids(
                                "JY",
                                "(side: CONSUMER, after: \"%s\")"
                                        .formatted(page.at("/pageInfo/endCursor").asString())))
                .containsExactly(made.getLast());
        assertThat(code(hub.ask("JY", "{ agreements(first: 201) { nodes { id } } }")))
                .isEqualTo("PAGE_SIZE");
        assertThat(code(hub.ask("JY", "{ agreements(after: \"x\") { nodes { id } } }")))
                .isEqualTo("CURSOR");
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    @Test
    void refusesOnlyWithAReason() {
        Paper paper = submitted();

        assertThat(paper.refused("RS-HEAD", "refuseAgreement", Map.of("note", " ")))
                .isEqualTo("NOTE_MISSING");
        assertThat(paper.refused("RS-HEAD", "refuseAgreement", Map.of("note", "\u2800\u200B。")))
                .isEqualTo("SAYS_NOTHING");
        assertThat(paper.refused("RS", "refuseAgreement", Map.of("note", "超出职责")))
                .isEqualTo("NOT_ALLOWED");
        paper.done("RS-HEAD", "refuseAgreement", "超出职责");

        assertThat(paper.seenBy("JY").at("/state").asString()).isEqualTo("REFUSED");
        assertThat(paper.seenBy("JY").at("/deadlines/0/endedOn").asString())
                .isEqualTo(LocalDate.now(clock).toString());
        assertThat(paper.open("JY-HEAD")).isEmpty();
    }

    @Test
    void extendsTheAnswerWithTheConsentOfTheLeadDepartment() {
        Paper paper = submitted();
        String due = paper.seenBy("JY").at("/deadlines/0/due").asString();

        assertThat(paper.refused("RS", "extendAnswer", Map.of("note", "数据量大", "days", 11)))
                .isEqualTo("EXTENSION_TOO_LONG");
        paper.done("RS", "extendAnswer", Map.of("note", "数据量大", "days", 10));
        assertThat(paper.seenBy("JY").at("/deadlines/0/due").asString()).isEqualTo(due);
        assertThat(paper.refused("RS-HEAD", "consentToExtension")).isEqualTo("NOT_YOUR_TURN");
        paper.done("MZ-HEAD", "consentToExtension");

        assertThat(LocalDate.parse(paper.seenBy("JY").at("/deadlines/0/due").asString()))
                .isAfterOrEqualTo(LocalDate.parse(due).plusDays(10));
        assertThat(paper.refused("RS", "extendAnswer", Map.of("note", "还要几天", "days", 2)))
                .isEqualTo("EXTENSION_NOT_OPEN");
        assertThat(paper.refused("MZ-HEAD", "consentToExtension")).isEqualTo("NO_EXTENSION_ASKED");
    }

    @Test
    void letsTheGovernmentExtendWhatTheLeadDepartmentAnswers() {
        Paper paper = Paper.submitted(hub, "JY", Paper.input("MZ01", List.of("area"), "E"));
        String due = paper.seenBy("JY").at("/deadlines/0/due").asString();
        paper.done("MZ", "extendAnswer", Map.of("note", "数据量大", "days", 10));
        Map<String, Object> decision = Map.of("note", "市政府办公室同意延长");

        assertThat(paper.refused("MZ-HEAD", "consentToExtension")).isEqualTo("LEAD_IS_PARTY");
        assertThat(paper.refused("MZ-HEAD", "recordExtensionDecision", decision))
                .isEqualTo("NOT_YOUR_TURN");
        assertThat(paper.open("MZ-HEAD")).doesNotContain("GRANT_EXTENSION");
        assertThat(paper.open("JY-HEAD")).containsExactly("GOVERNMENT_EXTENSION");
        paper.done("JY-HEAD", "recordExtensionDecision", decision);

        JsonNode after = paper.seenBy("MZ");
        assertThat(LocalDate.parse(after.at("/deadlines/0/due").asString()))
                .isAfterOrEqualTo(LocalDate.parse(due).plusDays(10));
        assertThat(last(after).at("/overseer").asString()).isEqualTo("GOVERNMENT");
        assertThat(last(after).at("/note").asString()).isEqualTo("市政府办公室同意延长");
    }

    private static JsonNode last(JsonNode agreement) {
        return agreement.at("/history/" + (agreement.at("/history").size() - 1));
    }

    @Test
    void letsTheLeadDepartmentLiftTheSuspensionOfOthers() {
        Paper paper = Paper.active(hub).suspended("RS", "INC-1", 20);
        Map<String, Object> reason = Map.of("note", "理由不成立");

        assertThat(paper.refused("RS-HEAD", "recordLiftDecision", reason))
                .isEqualTo("LEAD_DECIDES");
        assertThat(paper.refused("JY-HEAD", "liftSuspension", reason)).isEqualTo("NOT_YOUR_TURN");
        assertThat(paper.refused("MZ-HEAD", "liftSuspension")).isNotEmpty();
        assertThat(inForce()).isEmpty();
        paper.done("MZ-HEAD", "liftSuspension", reason);

        assertThat(inForce()).containsExactly(paper.id());
        assertThat(last(paper.seenBy("JY")).at("/overseer").asString()).isEqualTo("LEAD");
        assertThat(paper.seenBy("JY").at("/suspendedUntil").isNull()).isTrue();
    }

    @Test
    void letsTheGovernmentJudgeASuspensionOfTheLeadDepartment() {
        Paper paper =
                Paper.submitted(hub, "MZ", Paper.input("RS01", List.of(), "B"))
                        .through("RS", "MZ")
                        .suspended("RS", "INC-1", 20);
        Map<String, Object> decision = Map.of("note", "市政府决定恢复");

        JsonNode suspended = last(paper.seenBy("MZ"));
        assertThat(suspended.at("/overseer").asString()).isEqualTo("GOVERNMENT");
        assertThat(suspended.at("/filedWith").isNull()).isTrue();
        assertThat(paper.refused("MZ-HEAD", "liftSuspension", decision)).isEqualTo("LEAD_IS_PARTY");
        assertThat(paper.refused("MZ-HEAD", "recordLiftDecision", decision))
                .isEqualTo("NOT_YOUR_TURN");
        paper.done("RS-HEAD", "recordLiftDecision", decision);

        assertThat(inForce()).containsExactly(paper.id());
        assertThat(last(paper.seenBy("MZ")).at("/overseer").asString()).isEqualTo("GOVERNMENT");
    }

    @Test
    void suspendsOnlyForAnIncidentOfItsOwnAndWithAnEnd() {
        Paper paper = Paper.active(hub);

        assertThat(paper.refused("RS", "suspendAgreement", Paper.suspension("INC-1", 21)))
                .isEqualTo("SUSPENSION_TOO_LONG");
        assertThat(paper.refused("RS", "suspendAgreement", Paper.suspension("INC-1", 0)))
                .isEqualTo("SUSPENSION_TOO_LONG");
        assertThat(paper.refused("RS", "suspendAgreement", Paper.suspension(" ", 5)))
                .isEqualTo("INCIDENT_MISSING");
        paper.suspended("RS", "INC-1", 20);
        assertThat(LocalDate.parse(paper.seenBy("JY").at("/suspendedUntil").asString()))
                .isAfter(LocalDate.now(clock).plusDays(20));
        paper.done("RS", "resumeAgreement");
        JsonNode again =
                paper.tried(
                        "RS", "suspendAgreement", paper.version(), Paper.suspension("INC-2", 20));

        assertThat(code(again)).isEqualTo("SUSPENDED_JUST_NOW");
        assertThat(again.at("/errors/0/message").asString())
                .contains(LocalDate.now(clock).plusDays(7).toString());
        assertThat(paper.open("RS")).doesNotContain("SUSPEND");
    }

    @Test
    void changesADraftAsAWhole() {
        Paper paper = Paper.draft(hub, "JY", Paper.input("RS01", List.of(), "E"));
        Map<String, Object> other = Paper.input("RS04", List.of("months"), "A");

        JsonNode amended =
                hub.ask(
                        "JY",
                        """
                        mutation ($step: AgreementStep!, $input: AgreementInput!) {
                          amendAgreement(step: $step, input: $input) { version state terms { purposes scope { category items { name masked } } } } }
                        """,
                        Map.of("step", Map.of("id", paper.id(), "version", 1), "input", other));

        assertThat(amended.at("/data/amendAgreement").toString())
                .isEqualTo(
                        "{\"version\":2,\"state\":\"DRAFT\",\"terms\":{\"purposes\":[\"A\"],"
                            + "\"scope\":[{\"category\":\"RS04\",\"items\":[{\"name\":\"months\",\"masked\":false}]}]}}");
    }

    @Test
    void leavesOutWhatNeedsNoAgreementWhenAllIsAskedFor() {
        Paper paper = Paper.draft(hub, "JY", Paper.input("NM01", List.of(), "E"));

        assertThat(paper.seenBy("JY").at("/terms/scope/0/items").toString())
                .contains("helper")
                .doesNotContain("identifiedOn")
                .doesNotContain("riskCleared");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    JY        | WJ04 |                      | A | NOT_SHARED          | {"items":["WJ04"],"legalBasis":["精神卫生法第四条"]}
                    JY        | MZ07 | harmType childType   | A | NOT_SHARED          | {"items":["MZ07.harmType"],"legalBasis":["未成年人保护法第一百零三条"]}
                    JY        | NM01 | identifiedOn         | E | UNCONDITIONAL       | {"basis":"政务数据共享条例第十四条","items":["NM01.identifiedOn"]}
                    JY        | NM01 | helper riskCleared   | E | UNCONDITIONAL       | {"basis":"政务数据共享条例第十四条","items":["NM01.riskCleared"]}
                    JY        | SJ01 |                      | A | UNCONDITIONAL       |
                    JY        | RS01 | state salary         | E | UNKNOWN_ITEM        | {"items":["RS01.salary"]}
                    JY        | RS01 | 150902195603121010   | E | ID_NUMBER_IN_TEXT   |
                    JY        | RS02 |                      | E | PURPOSE_NOT_ALLOWED | {"allowed":["A","B","C","H"],"category":"RS02"}
                    JY        | JY01 |                      | E | OWN_CATEGORY        |
                    MZ        | JY04 | risk                 | E | ITEM_ABOVE_LEVEL    | {"items":["JY04.risk"],"level":"S3","maskable":[]}
                    CHARITY-A | MZ14 | serviceType          | F | NOT_FOR_CHARITIES   |
                    JY-HEAD   | RS01 |                      | E | NOT_ALLOWED         | {"roles":["SHARING_UNIT"]}
                    JY-COUNTY | RS01 |                      | E | NOT_ALLOWED         | {"roles":["SHARING_UNIT"]}
                    AUDITOR   | RS01 |                      | E | NOT_ALLOWED         | {"roles":["SHARING_UNIT"]}
                    """)
    void refusesWhatNoAgreementCanOpen(
            String client,
            String category,
            String items,
            String purpose,
            String code,
            String details) {
        List<String> names = items == null ? List.of() : List.of(items.split(" "));

        JsonNode answer = Paper.request(hub, client, Paper.input(category, names, purpose));

        assertThat(code(answer)).isEqualTo(code);
        if (details != null) {
            assertThat(answer.at("/errors/0/extensions/details").toString()).isEqualTo(details);
        }
        assertThat(answer.toString()).doesNotContain("150902195603121010");
    }

    @Test
    void saysWhatCanBeAskedForMasked() {
        Map<String, Object> input =
                Paper.input("ZR01", List.of("address", "lastTransferOn", "areaM2"), "E");
        input.put("level", "S2");

        JsonNode refused = Paper.request(hub, "JY", input);
        assertThat(code(refused)).isEqualTo("ITEM_ABOVE_LEVEL");
        assertThat(refused.at("/errors/0/message").asString())
                .contains("masked: true", "能遮掩的：ZR01.address、ZR01.lastTransferOn")
                .doesNotContain("details", "{");

        input.put("scope", List.of(masked("address", "lastTransferOn", "areaM2")));
        JsonNode bare = Paper.request(hub, "JY", input);
        assertThat(code(bare)).isEqualTo("ITEM_NOT_MASKABLE");
        assertThat(bare.at("/errors/0/extensions/details").toString())
                .isEqualTo("{\"items\":[\"ZR01.areaM2\"]}");

        input.put("scope", List.of(masked("address", "lastTransferOn")));
        assertThat(Paper.draft(hub, "JY", input).seenBy("JY").at("/terms/scope/0/items").toString())
                .isEqualTo(
                        "[{\"name\":\"address\",\"masked\":true},{\"name\":\"lastTransferOn\",\"masked\":true}]");
    }

    private static Map<String, Object> masked(String... names) {
        return Map.of(
                "category",
                "ZR01",
                "items",
                Stream.of(names).map(name -> Map.of("name", name, "masked", true)).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "months, 0, DURATION",
        "months, 37, DURATION",
        "basis, ' ', TEXT_MISSING",
        "scenario, '', TEXT_MISSING",
        "basis, '……', SAYS_NOTHING",
        "scenario, \u3164\u200B, SAYS_NOTHING",
        "regions, 150999000000, UNKNOWN_REGION_CODE"
    })
    void asksForEverythingThatTheRegulationAsksFor(String field, String value, String code) {
        Map<String, Object> input = Paper.input("RS01", List.of(), "E");
        input.put(
                field,
                switch (field) {
                    case "months" -> Integer.valueOf(value);
                    case "regions" -> List.of(value);
                    default -> value;
                });

        assertThat(code(Paper.request(hub, "JY", input))).isEqualTo(code);
    }

    @Test
    void asksOneProviderAtATime() {
        Map<String, Object> input = new HashMap<>(Paper.input("RS01", List.of(), "E"));
        input.put("scope", List.of(Map.of("category", "RS01"), Map.of("category", "YB01")));

        JsonNode answer = Paper.request(hub, "JY", input);

        assertThat(code(answer)).isEqualTo("SEVERAL_PROVIDERS");
        assertThat(answer.at("/errors/0/extensions/details/departments").toString())
                .isEqualTo("[\"RS\",\"YB\"]");
    }

    @Test
    void tellsACharityWhatItCanDoInstead() {
        JsonNode answer =
                Paper.request(hub, "CHARITY-A", Paper.input("MZ14", List.of("serviceType"), "F"));

        assertThat(code(answer)).isEqualTo("NOT_FOR_CHARITIES");
        assertThat(answer.at("/errors/0/message").asString())
                .contains("救助政策", "MZ13", "regions", "catalogue");
        assertThat(
                        hub.ask(
                                        "CHARITY-A",
                                        "{ regions { code } catalogue { categories { code } }"
                                            + " records(category: MZ13) { nodes { recordNo } } }")
                                .has("errors"))
                .as("what it is told to ask for")
                .isFalse();
    }

    /** As earlier versions let a charity make one. */
    @Test
    void opensNothingByACharitysAgreementAndSaysSo() {
        Paper paper = Paper.active(hub);
        graph.query("MATCH (a:Agreement) SET a.consumer = '53150900MJ0000018Q', a.purposes = ['F']")
                .run();
        inForce.refresh();

        assertThat(paper.seenBy("CHARITY-A").at("/notices/0/code").asString())
                .isEqualTo("CHARITY_AGREEMENT");
        assertThat(paper.seenBy("RS").at("/notices/0/message").asString()).contains("不开放任何数据");
        assertThat(paper.open("RS")).isEmpty();
        assertThat(paper.open("CHARITY-A")).containsExactly("PROPOSE_TERMINATION", "END_PURPOSE");
        paper.done("CHARITY-A", "endPurpose", "项目已结束")
                .done("CHARITY-A", "attestDisposal", "没有取得过数据");
        assertThat(paper.seenBy("CHARITY-B").isNull()).isTrue();
    }

    @Test
    void letsOneOfManyWinTheRace() {
        Paper paper = submitted();
        int seen = paper.version();

        List<CompletableFuture<JsonNode>> sent =
                IntStream.range(0, 12)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        i % 2 == 0
                                                                ? paper.tried(
                                                                        "RS",
                                                                        "prepareApproval",
                                                                        seen,
                                                                        Map.of())
                                                                : paper.tried(
                                                                        "RS",
                                                                        "askForMaterial",
                                                                        seen,
                                                                        Map.of("note", "补"))))
                        .toList();
        List<JsonNode> answers = sent.stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(answer -> !answer.has("errors")).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.has("errors"))
                .allSatisfy(answer -> assertThat(code(answer)).isEqualTo("VERSION_CONFLICT"));
        assertThat(paper.seenBy("RS").at("/version").asInt()).isEqualTo(seen + 1);
        assertThat(paper.seenBy("RS").at("/history")).hasSize(seen + 1);
    }

    @Test
    void writesOnlyOnceThoughManyHaveJudgedTheSameVersion() {
        Paper paper = submitted();
        Agreement before = agreements.find(paper.id(), LocalDate.now(clock)).orElseThrow();

        List<CompletableFuture<Boolean>> writes =
                IntStream.range(0, 16)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        new TransactionTemplate(transactions)
                                                                .execute(_ -> replace(before))))
                        .toList();

        assertThat(writes.stream().map(CompletableFuture::join).filter(Boolean.TRUE::equals))
                .hasSize(1);
        assertThat(paper.seenBy("RS").at("/version").asLong()).isEqualTo(before.version() + 1);
        assertThat(paper.seenBy("RS").at("/history")).hasSize((int) before.version() + 1);
    }

    private boolean replace(Agreement before) {
        Agreement after =
                new Agreement(
                        before.id(),
                        before.version() + 1,
                        before.state(),
                        before.terms(),
                        before.standing().made(),
                        before.createdAt(),
                        before.changedAt(),
                        before.deadlines());
        return agreements.replace(
                after,
                new AgreementEvent(
                        after.version(),
                        AgreementTransition.PREPARE_APPROVAL,
                        before.state(),
                        after.state(),
                        "RS",
                        "test",
                        before.changedAt(),
                        null,
                        null,
                        null));
    }

    @Test
    void runsOutByTheCalendar() {
        Paper paper = Paper.active(hub);
        LocalDate today = LocalDate.now(clock);
        graph.query("MATCH (a:Agreement) SET a.from = $from, a.until = $until")
                .bindAll(Map.of("from", today.minusDays(30), "until", today.minusDays(1)))
                .run();
        inForce.refresh();

        assertThat(inForce()).isEmpty();
        assertThat(paper.seenBy("JY").at("/state").asString()).isEqualTo("EXPIRED");
        assertThat(ids("JY", "(state: EXPIRED)")).containsExactly(paper.id());
        assertThat(ids("JY", "(state: ACTIVE)")).isEmpty();
        assertThat(paper.refused("RS", "suspendAgreement", Paper.suspension("INC-1", 5)))
                .isEqualTo("TRANSITION_NOT_ALLOWED");

        requests.turnOfTheDay();
        requests.turnOfTheDay();
        JsonNode seen = paper.seenBy("JY");
        assertThat(seen.at("/version").asInt()).isEqualTo(paper.version() + 1);
        assertThat(seen.at("/history").valueStream().map(e -> e.at("/transition").asString()))
                .last()
                .isEqualTo("EXPIRE");
        assertThat(paper.open("JY-HEAD")).containsExactly("DISPOSE");
    }

    @Test
    void countsWhoAnswersInTime() {
        Paper late = submitted();
        submitted();
        Paper.active(hub);
        LocalDate past = LocalDate.now(clock).minusDays(3);
        graph.query("MATCH (d:AgreementDeadline {agreement: $id}) SET d.due = $past")
                .bindAll(Map.of("id", late.id(), "past", past))
                .run();

        assertThat(late.seenBy("RS").at("/overdue").asBoolean()).isTrue();
        assertThat(rates("YB"))
                .isEqualTo(
                        "[{\"department\":\"RS\",\"rule\":{\"code\":\"SHARE_ANSWER_COND\"},\"inTime\":1,\"late\":0,\"openOverdue\":1},"
                            + "{\"department\":\"RS\",\"rule\":{\"code\":\"SHARE_DELIVER\"},\"inTime\":1,\"late\":0,\"openOverdue\":0}]");
        late.done("RS-HEAD", "refuseAgreement", "超出职责");
        assertThat(rates("AUDITOR")).contains("\"inTime\":1,\"late\":1,\"openOverdue\":0");
        assertThat(code(hub.ask("CHARITY-A", "{ onTimeRates { inTime } }")))
                .isEqualTo("NOT_FOR_CHARITIES");
    }

    private String rates(String client) {
        return hub.ask(
                        client,
                        "{ onTimeRates(department: RS) { department rule { code } inTime late"
                                + " openOverdue } }")
                .at("/data/onTimeRates")
                .toString();
    }

    @Test
    void learnsWhatAnotherHubHasWritten() {
        Paper paper = Paper.active(hub);
        assertThat(inForce()).containsExactly(paper.id());
        graph.query(
                        "MATCH (a:Agreement {id: $id}) SET a.state = 'SUSPENDED' WITH a MATCH"
                                + " (v:AgreementsVersion) SET v.value = v.value + 1")
                .bind(paper.id())
                .to("id")
                .run();

        inForce.poll();

        assertThat(inForce()).isEmpty();
    }

    @Test
    void tellsBothSidesOfAChangeOnceItIsCommitted() throws Exception {
        CompletableFuture<String> provider = listen("RS");
        CompletableFuture<String> third = listen("YB");

        // A stream may begin a moment after it has answered.
        Set<String> expected = new HashSet<>();
        for (int attempt = 0; attempt < 30 && !provider.isDone(); attempt++) {
            Paper paper = submitted();
            expected.add(
                    paper.id()
                            + " SUBMITTED SUBMIT by JY, then"
                            + " [\"ASK_MATERIAL\",\"ASK_EXTENSION\",\"PREPARE_APPROVAL\"], once"
                            + " REQUEST");
            provider.copy().completeOnTimeout("", 1, TimeUnit.SECONDS).join();
        }

        assertThat(expected).contains(provider.getNow("nothing heard"));
        assertThat(third).isNotDone();
    }

    /** The first change that the department hears of. */
    private CompletableFuture<String> listen(String department) throws Exception {
        String document =
                "subscription { agreementChanged { agreement { id state allowedTransitions"
                        + " history { transition } } event { transition department } } }";
        HttpRequest request =
                hub.question(department, Reason.NONE, document, Map.of())
                        .header("Accept", "text/event-stream")
                        .build();
        HttpResponse<Stream<String>> events =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        return CompletableFuture.supplyAsync(
                () ->
                        events.body()
                                .filter(line -> line.startsWith("data:") && line.contains("{"))
                                .map(line -> heard(line.substring("data:".length())))
                                .findFirst()
                                .orElse("end"),
                Thread::startVirtualThread);
    }

    private static String heard(String event) {
        JsonNode change = JsonMapper.shared().readTree(event).at("/data/agreementChanged");
        return "%s %s %s by %s, then %s, once %s"
                .formatted(
                        change.at("/agreement/id").asString(),
                        change.at("/agreement/state").asString(),
                        change.at("/event/transition").asString(),
                        change.at("/event/department").asString(),
                        change.at("/agreement/allowedTransitions"),
                        change.at("/agreement/history/0/transition").asString());
    }
}
