package org.lianji.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianji.decision.OtherOffices.COLLEAGUE;
import static org.lianji.decision.OtherOffices.OTHER_COUNTY;
import static org.lianji.decision.OtherOffices.OTHER_TOWN;

import org.lianji.Hub;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.charity.Charities;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Digests;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every flow, walked from its beginning to its end about somebody whom few may know of. */
final class FlowWalk {

    static final String TOWN = "MZ-TOWN";
    static final String COUNTY = "MZ-COUNTY";
    static final String HERE = "150924106001";

    /** Another officer of the county. */
    static final String SECOND = "MZ-COUNTY-2";

    /** Whom the library says that they are helped, which it shows to all departments. */
    static final String GRANTED = "applicant";

    /** Of whom the library tells all departments something from the beginning, or in the end. */
    static final Set<String> KNOWN = Set.of(GRANTED, FamilyScenes.HOUSED, FamilyScenes.TWICE);

    /** The unified code of {@code provider-a}. */
    private static final String PROVIDER = "91150924MA0000015R";

    /** The unified code of {@code CHARITY-A}. */
    private static final String CHARITY = "53150900MJ0000018Q";

    /** Of what nobody reads in a list. */
    static final String NOBODY = "";

    private static final String TOWNSHIP = "150924106000";
    private static final String ELSEWHERE = "150981005011";

    /** Who knows what the leading department does here, without knowing of whom. */
    private static final List<String> OFFICES =
            List.of("MZ", "MZ-HEAD", COUNTY, SECOND, TOWN, COLLEAGUE, "AUDITOR");

    private final Hub hub;
    private final Monitored city;
    private final Charities charities;
    private final TestClock clock;
    private final FlowSteps steps;
    private final FamilyScenes families;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> numbers = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, String> bases = new HashMap<>();
    private final Map<String, String> offers = new HashMap<>();
    private String contract = "";
    private String providers = "";

    FlowWalk(Hub hub, Catalogue catalogue, TestClock clock) {
        this.hub = hub;
        this.city = new Monitored(hub, catalogue);
        this.charities = new Charities(hub);
        this.clock = clock;
        this.steps = new FlowSteps(hub);
        this.families = new FamilyScenes(hub, city, steps, this);
    }

    /**
     * @param office client who works on it
     * @param mayKnow clients who may know that it happens
     * @param walk all of its steps
     */
    record Scene(String name, String office, Set<String> mayKnow, Runnable walk) {

        Scene(String name, Set<String> mayKnow, Runnable walk) {
            this(name, TOWN, mayKnow, walk);
        }
    }

    /** {@return the flows, each about another person; a week passes in the last} */
    List<Scene> scenes() {
        return List.of(
                new Scene("withdrawn case", known(), this::withdrawn),
                new Scene("special assistance", known("JY", "JY-HEAD", "JY-COUNTY"), this::special),
                new Scene("fund and relief", known(), this::relief),
                new Scene("notice", known(), this::notice),
                new Scene("clue", known("JY", "JY-HEAD", "JY-TOWN"), this::clue),
                // what the allowance says is read by those who read of anybody's
                new Scene(
                        "change of a household",
                        COUNTY,
                        known("GA", "YB", "WJ", "RS", "SJ", "ZR"),
                        families::household),
                // whom two registrations are one, as long as they are, shows to who sees both
                new Scene(
                        "merge and split",
                        COUNTY,
                        known("YB", "YB-TOWN", "JY", "JY-TOWN", "WJ-TOWN"),
                        families::merge),
                new Scene("complaint", "MZ", known(), this::complaint),
                new Scene("informing", NOBODY, known(), this::informing),
                new Scene(
                        "conference", COUNTY, known("YB", "YB-HEAD", "YB-TOWN"), this::conference),
                // where somebody is registered their relief is in the library, as of anybody there
                new Scene("cooperation", known(OTHER_COUNTY, OTHER_TOWN), this::cooperation),
                new Scene("help", known("CHARITY-A"), this::help),
                new Scene("service order", known("CHARITY-A"), this::service),
                new Scene("service of a provider", known("provider-a"), this::bought),
                new Scene(
                        "service of volunteers",
                        known("CHARITY-B", "volunteer-b"),
                        this::volunteering),
                new Scene("assessment at the door", known("mz-social"), this::assessment),
                new Scene("warning", known("WJ", "WJ-HEAD", "WJ-COUNTY", "WJ-TOWN"), this::warning),
                new Scene("agency", COLLEAGUE, known(), this::agency),
                new Scene(
                        "case of a worker's relative",
                        known("GA", "YB", "WJ", "RS", "SJ", "ZR"),
                        this::conflict),
                new Scene(
                        "case, review and objection",
                        known("GA", "YB", "WJ", "RS", "SJ", "ZR"),
                        this::allowance));
    }

    private static Set<String> known(String... more) {
        Set<String> clients = new TreeSet<>(OFFICES);
        clients.addAll(List.of(more));
        return clients;
    }

    /** {@return types of what was made, by identifiers} */
    Map<String, String> made() {
        return steps.made();
    }

    /** {@return what was written and is kept sealed, each by what it was} */
    Map<String, String> texts() {
        return texts;
    }

    /** {@return ID numbers of whom it is about} */
    Map<String, String> numbers() {
        return numbers;
    }

    /** {@return tokens of whom it is about} */
    Map<String, String> tokens() {
        return tokens;
    }

    void afterEachStep(Runnable what) {
        steps.afterEach(what);
    }

    /** Everybody is known, and the charities have something to offer. */
    void begin() {
        int row = 0;
        for (String who :
                List.of(
                        GRANTED,
                        "withdrawer",
                        "distressed",
                        "published",
                        "reported",
                        "needy",
                        "warned",
                        "served",
                        "refused",
                        "pupil",
                        "told",
                        "conferred",
                        "elsewhere",
                        "supporter",
                        "cadre",
                        "related",
                        "principal",
                        "agent",
                        FamilyScenes.HOUSED,
                        FamilyScenes.MOVER,
                        FamilyScenes.KEPT)) {
            String number = Hamlet.number(born(++row));
            numbers.put(who, number);
            register(who, number, row);
        }
        String twice = FamilyScenes.twin(numbers.get(FamilyScenes.KEPT));
        numbers.put(FamilyScenes.TWICE, twice);
        register(FamilyScenes.TWICE, twice, row);
        numbers.forEach((who, number) -> tokens.put(who, city.token("GA01", number)));
        bases.put("published", String.valueOf(hub.matter(TOWN, numbers.get("published")).basis()));
        for (String who : List.of("needy", "served")) {
            bases.put(who, String.valueOf(hub.matter(COUNTY, numbers.get(who)).basis()));
        }
        families.begin();
        city.contribute("YB03", List.of(cost()));
        city.contribute("MZ13", List.of(policy()));
        city.contribute("MZ10", List.of(marriage()));
        city.agreeOn(List.of("R101"));
        for (String charity : List.of("CHARITY-A", "CHARITY-B")) {
            charities.approved(charity);
            offers.put(
                    charity,
                    charities
                            .offered(charity, Map.of("until", today().plusDays(60).toString()))
                            .at("/id")
                            .asString());
            // the project of an offer begins by itself, and a little later
            await().until(
                            () -> hub.ask(charity, "{ helpProjects { totalCount } }").toString(),
                            answer -> answer.contains("\"totalCount\":1"));
        }
        String provider =
                steps.act(
                        "provider-a",
                        "registerProvider",
                        "name",
                        "某养老公司",
                        "certificate",
                        "工商0001",
                        "managers",
                        List.of("152624198207311100"));
        steps.step("MZ", "approveCharity", provider);
        contract = contract(CHARITY);
        providers = contract(PROVIDER);
        bases.put(
                "assessed",
                steps.act(
                        COUNTY,
                        "openBasis",
                        "kind",
                        "CASE",
                        "purpose",
                        "E",
                        "reference",
                        "FH-2026-9",
                        "persons",
                        List.of(Map.of("idNumber", numbers.get("served"), "consentNo", "SQ-9"))));
    }

    /** {@return a contract of the county, signed by two} */
    private String contract(String organisation) {
        String one = steps.act(COUNTY, "drawUpServiceContract", terms(organisation));
        steps.step(SECOND, "signServiceContract", one);
        return one;
    }

    private Object[] terms(String organisation) {
        return new Object[] {
            "organisation",
            organisation,
            "kind",
            "DAILY_CARE",
            "unitPrice",
            "40.00",
            "units",
            100,
            "budget",
            "4000.00",
            "startsOn",
            today().toString(),
            "endsOn",
            today().plusDays(300).toString()
        };
    }

    private static String born(int row) {
        return "1958-%02d-%02d".formatted(row % 12 + 1, 5 + row);
    }

    private void register(String who, String number, int row) {
        Map<String, Object> values = new HashMap<>();
        values.put("recordNo", "gj-" + who);
        values.put("observedAt", "2026-10-01T00:00:00+08:00");
        values.put("idNumber", number);
        values.put("hukouNo", "hk-gj-" + who);
        values.put("relationToHead", "HEAD");
        values.put("hukouRegion", who.equals("elsewhere") ? ELSEWHERE : HERE);
        values.put("name", name(who));
        values.put("sex", number.charAt(16) % 2 == 0 ? "FEMALE" : "MALE");
        values.put("birthDate", born(row));
        city.contribute("GA01", List.of(values));
    }

    /** {@return the name of somebody, which nobody else has} */
    String name(String who) {
        return names.computeIfAbsent(
                who, _ -> "金丝雀" + "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥".charAt(names.size()));
    }

    /** {@return names of whom it is about} */
    Map<String, String> names() {
        return names;
    }

    private Map<String, Object> cost() {
        return Map.of(
                "recordNo", "yb-gj",
                "observedAt", "2026-10-20T00:00:00+08:00",
                "idNumber", numbers.get("warned"),
                "windowMonths", 12,
                "selfPayTotal", "20609.39",
                "threshold", "15000.00",
                "exceeded", true);
    }

    private Map<String, Object> marriage() {
        return Map.of(
                "recordNo", "jh-gj",
                "observedAt", "2026-10-01T00:00:00+08:00",
                "idNumber", numbers.get("cadre"),
                "action", "MARRIAGE",
                "spouseIdNo", numbers.get("related"),
                "registeredOn", "2020-05-01");
    }

    private static Map<String, Object> grant() {
        return Map.of(
                "recordNo", "jy-gj",
                "observedAt", "2026-10-30T00:00:00+08:00",
                "programme", "LOCAL",
                "term", "2026-2027-1",
                "amount", "1375.53");
    }

    private static Map<String, Object> policy() {
        return Map.of(
                "recordNo", "zc-gj",
                "observedAt", "2026-10-01T00:00:00+08:00",
                "policyNo", "zc-gj",
                "title", "最低生活保障",
                "assistanceType", "DIBAO",
                "region", "150900000000",
                "effectiveFrom", "2026-01-01");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void allowance() {
        String one =
                submitted(
                        GRANTED,
                        "specialAids",
                        List.of(
                                Map.of(
                                        "kind",
                                        "HOUSING",
                                        "note",
                                        text("why the granted need a dwelling"))));
        steps.step(TOWN, "acceptCase", one);
        steps.step(COUNTY, "extendCase", one, "note", text("why the granted wait"));
        steps.step(
                TOWN,
                "recordSurvey",
                one,
                "surveyors",
                List.of(text("first surveyor"), text("second surveyor")),
                "note",
                text("survey"));
        steps.step(COUNTY, "checkMeans", one);
        steps.step(TOWN, "stateOpinion", one, "favourable", true, "note", text("opinion"));
        steps.step(TOWN, "noticeCase", one);
        clock.advance(Duration.ofDays(7));
        steps.step(TOWN, "reportCase", one, "note", text("where it hung"));
        steps.step(
                COUNTY,
                "confirmCase",
                one,
                "monthlyAmount",
                "615.50",
                "area",
                "RURAL",
                "reason",
                text("reason to grant another amount"),
                "reviewCycle",
                "MONTHS_12",
                "members",
                List.of(numbers.get(GRANTED)));
        clock.advance(Duration.ofHours(1));
        review(one);
        objection(one);
        refusal();
    }

    /** Help is looked at again, and cut after the family was heard. */
    private void review(String granted) {
        String one = steps.act(TOWN, "beginAwardReview", "caseId", granted);
        steps.step(COUNTY, "checkAwardReview", one);
        steps.step(
                TOWN,
                "proposeAwardChange",
                one,
                "outcome",
                "CHANGED",
                "amount",
                "400.00",
                "note",
                text("why less is proposed"));
        steps.step(TOWN, "openHearing", one);
        steps.step(COUNTY, "recordHearing", one, "note", text("what the family says to it"));
        steps.step(SECOND, "decideAwardReview", one, "note", text("why less is given"));
    }

    private void objection(String decided) {
        String one =
                steps.act(
                        TOWN,
                        "recordDecisionObjection",
                        "caseId",
                        decided,
                        "note",
                        text("objection to the decision"));
        steps.step(COUNTY, "upholdDecision", one, "note", text("why the decision stands"));
    }

    private void refusal() {
        String one = submitted("refused");
        opposed(one, "refused");
        steps.step(COUNTY, "refuseCase", one, "note", text("why it is refused"));
        steps.step(TOWN, "noticeRefusal", one, "note", text("how it was handed over"));
    }

    /** Two of the county decide about a cadre's spouse, and have looked themselves. */
    private void conflict() {
        String cadre =
                steps.act(
                        COUNTY,
                        "registerWorker",
                        "department",
                        "MZ",
                        "client",
                        "mz-village",
                        "idNumber",
                        numbers.get("cadre"),
                        "post",
                        "VILLAGE_CADRE",
                        "region",
                        HERE);
        String one = submitted("related");
        opposed(one, "related");
        steps.step(
                SECOND, "recheckCase", one, "upheld", true, "note", text("what the county found"));
        steps.step(
                SECOND, "countersignCase", one, "grants", false, "note", text("why two refuse it"));
        steps.step(COUNTY, "refuseCase", one, "note", text("why the related is refused"));
        steps.step(TOWN, "noticeRefusal", one, "note", text("how the related was told"));
        steps.step(SECOND, "endWorker", cadre, "note", text("why the cadre left"));
    }

    /** On its way to the county, the town being against it. */
    private void opposed(String one, String who) {
        steps.step(TOWN, "acceptCase", one);
        steps.step(
                TOWN,
                "recordSurvey",
                one,
                "surveyors",
                List.of(
                        text("third surveyor of the " + who),
                        text("fourth surveyor of the " + who)),
                "note",
                text("survey of the " + who));
        steps.step(COUNTY, "checkMeans", one);
        steps.step(
                TOWN,
                "stateOpinion",
                one,
                "favourable",
                false,
                "note",
                text("advice against the " + who));
        steps.step(TOWN, "reportCase", one);
    }

    private String submitted(String who, Object... more) {
        return steps.act(
                TOWN,
                "submitCase",
                Stream.concat(
                                Stream.of(
                                        "kind",
                                        "MINIMUM_LIVING",
                                        "idNumber",
                                        numbers.get(who),
                                        "region",
                                        HERE,
                                        "statement",
                                        text("statement of the " + who),
                                        "channel",
                                        "WINDOW",
                                        "consentNo",
                                        "SQ-" + who),
                                Stream.of(more))
                        .toArray());
    }

    private void withdrawn() {
        steps.act(
                TOWN,
                "saveCaseDraft",
                "kind",
                "MARGIN_FAMILY",
                "idNumber",
                numbers.get("withdrawer"),
                "statement",
                text("draft of the withdrawer"));
        String one = submitted("withdrawer");
        steps.act(
                COLLEAGUE,
                "recordCasePaper",
                "caseId",
                one,
                "code",
                "TRUE_ACCOUNT",
                "reference",
                text("where the paper is kept"),
                "sha256",
                Digests.hex("paper"),
                "note",
                text("what the paper is"));
        steps.step(TOWN, "askForCaseMaterial", one, "note", text("what is missing"));
        steps.step(TOWN, "supplyCaseMaterial", one);
        String consent =
                steps.act(
                        COLLEAGUE,
                        "recordCaseConsent",
                        "caseId",
                        one,
                        "idNumber",
                        numbers.get("supporter"),
                        "relation",
                        "SUPPORTER",
                        "consentNo",
                        "SQ-supporter",
                        "until",
                        today().plusDays(60).toString(),
                        "note",
                        text("who owes support"));
        steps.step(
                COLLEAGUE,
                "revokeCaseConsent",
                consent,
                "note",
                text("how the consent was taken back"));
        steps.step(TOWN, "withdrawCase", one, "note", text("why it is taken back"));
    }

    private void agency() {
        String one =
                steps.act(
                        COLLEAGUE,
                        "recordAgency",
                        "principal",
                        numbers.get("principal"),
                        "agent",
                        numbers.get("agent"),
                        "kind",
                        "MANDATE",
                        "covers",
                        "APPLY",
                        "authorityNo",
                        "WT-gj",
                        "authorityHash",
                        Digests.hex("WT-gj"),
                        "until",
                        today().plusDays(60).toString(),
                        "region",
                        HERE);
        steps.step(COLLEAGUE, "revokeAgency", one, "note", text("why the agency ended"));
    }

    private void special() {
        String one = submitted("pupil");
        String aid =
                steps.act(
                        TOWN,
                        "requestSpecialAid",
                        "caseId",
                        one,
                        "kind",
                        "EDUCATION",
                        "note",
                        text("why a pupil is to be helped"));
        steps.step("JY-COUNTY", "receiveSpecialAid", aid);
        steps.step("JY-COUNTY", "grantSpecialAid", aid, "note", text("what a pupil is given"));
        steps.step(
                "JY-COUNTY",
                "recordSpecialAid",
                aid,
                "rows",
                Map.of("studentAidPayment", List.of(grant())));
        steps.step(TOWN, "withdrawCase", one, "note", text("why only the pupil is helped"));
    }

    private void relief() {
        steps.act(
                COUNTY,
                "openPettyFund",
                "region",
                TOWNSHIP,
                "amount",
                "2000.00",
                "note",
                text("why there is a fund"));
        String one = found("idNumber", numbers.get("distressed"));
        steps.step(COUNTY, "giveRelief", one, "amount", "300.00", "note", text("help"));
        steps.step(SECOND, "allowReliefAmount", one, "amount", "900.00", "note", text("why more"));
        steps.step(TOWN, "payReliefPart", one, "amount", "100.00", "note", text("a part"));
        steps.step(TOWN, "completeReliefPapers", one, "papers", papers(), "note", text("papers"));
        steps.step(TOWN, "closeRelief", one, "note", text("end of the relief"));
        String unknown = found("description", text("what somebody looks like"));
        steps.step(TOWN, "dismissRelief", unknown, "note", text("no distress"));
        steps.act(
                TOWN,
                "countPettyFund",
                "region",
                TOWNSHIP,
                "cash",
                "1690.00",
                "note",
                text("difference of the cash"));
    }

    private String found(String whom, String value) {
        return steps.act(
                TOWN,
                "openRelief",
                "region",
                HERE,
                "cause",
                "ACCIDENT",
                "foundAt",
                today() + "T00:30:00+08:00",
                whom,
                value,
                "secondWorker",
                "mz-county");
    }

    private void notice() {
        String one =
                steps.act(
                        TOWN,
                        "postNotice",
                        "basis",
                        bases.get("published"),
                        "person",
                        tokens.get("published"),
                        "village",
                        HERE,
                        "name",
                        name("published"),
                        "members",
                        3,
                        "amount",
                        "615.00",
                        "kind",
                        "DIBAO");
        steps.step(TOWN, "recordObjection", one, "note", text("objection"));
        steps.step(
                COUNTY,
                "answerObjection",
                one,
                "inquiry",
                "RESURVEY",
                "upheld",
                false,
                "note",
                text("what was found"));
    }

    private void clue() {
        steps.act(
                "JY-TOWN",
                "reportClue",
                "what",
                text("what was seen"),
                "region",
                HERE,
                "childAtRisk",
                true,
                "idNumber",
                numbers.get("reported"),
                "personName",
                text("name in the clue"));
        String one = steps.newest(COUNTY, "clues");
        steps.step(COUNTY, "acceptClue", one);
        steps.act(
                COUNTY,
                "recordVisit",
                "clue",
                one,
                "day",
                today().toString(),
                "visitors",
                List.of(text("first visitor"), text("second visitor")),
                "findings",
                Map.of(
                        "living", "POOR",
                        "income", "BELOW_NEEDS",
                        "illness", "CHRONIC",
                        "care", "PARTIAL",
                        "asks", List.of("CARE")),
                "text",
                text("what the visit found"));
        steps.step(
                COUNTY,
                "closeClue",
                steps.newest(COUNTY, "clues"),
                "note",
                text("what came of the clue"));
    }

    /** Written down by the hotline for who has no token; the county hands it up. */
    private void complaint() {
        steps.act(
                "YB-TOWN",
                "fileComplaint",
                "kind",
                "DELAY",
                "region",
                HERE,
                "text",
                text("what somebody complains about"),
                "contact",
                text("how to reach the complainant"));
        String one = steps.newest(COUNTY, "complaints");
        steps.step(COUNTY, "acceptComplaint", one);
        steps.step(COUNTY, "handComplaintUp", one, "note", text("why the complaint is handed up"));
        steps.step("MZ", "acceptComplaint", steps.newest("MZ", "complaints"));
        steps.step(
                "MZ",
                "answerComplaint",
                one,
                "outcome",
                "UPHELD",
                "note",
                text("answer to the complaint"));
    }

    private void informing() {
        JsonNode told =
                hub.ask(
                        TOWN,
                        hub.matter(TOWN, numbers.get("told")),
                        "mutation ($i: PolicyNoticeInput!) { tellPolicies(input: $i) { policies }"
                                + " }",
                        Map.of(
                                "i",
                                Map.of(
                                        "person",
                                        tokens.get("told"),
                                        "region",
                                        HERE,
                                        "policies",
                                        List.of("zc-gj"),
                                        "attestation",
                                        "WITNESS",
                                        "witness",
                                        text("witness of the informing"))));
        assertThat(told.has("errors")).as(told.toString()).isFalse();
    }

    /** {@return first help that the county has found and the town has given} */
    private String helped(String who) {
        String one =
                steps.act(
                        COUNTY,
                        "openRelief",
                        "region",
                        HERE,
                        "cause",
                        "ILLNESS",
                        "foundAt",
                        today() + "T00:30:00+08:00",
                        "idNumber",
                        numbers.get(who),
                        "secondWorker",
                        "mz-town");
        steps.step(TOWN, "giveRelief", one, "goods", "棉衣");
        return one;
    }

    private List<Map<String, String>> papers() {
        return List.of(Map.of("reference", text("number of a paper"), "sha256", "a1".repeat(32)));
    }

    private void ended(String relief) {
        steps.step(TOWN, "completeReliefPapers", relief, "papers", papers());
        steps.step(TOWN, "closeRelief", relief, "note", text("end of " + relief));
    }

    private void conference() {
        String relief = helped("conferred");
        String one =
                steps.act(
                        COUNTY,
                        "conveneConference",
                        "origin",
                        "RELIEF",
                        "matter",
                        relief,
                        "topic",
                        text("topic of the conference"),
                        "purpose",
                        "D",
                        "categories",
                        List.of("MZ05"),
                        "members",
                        List.of(Map.of("department", "YB", "client", "yb-county")),
                        "lastDay",
                        today().plusDays(7).toString());
        steps.step(COUNTY, "openConference", one);
        steps.step("YB-COUNTY", "giveOpinion", one, "note", text("opinion in the conference"));
        steps.step(
                COUNTY,
                "decideConference",
                one,
                "note",
                text("decision of the conference"),
                "minutes",
                text("minutes of the conference"),
                "tasks",
                List.of(
                        Map.of(
                                "what",
                                text("task of the conference"),
                                "owner",
                                Map.of("department", "YB", "client", "yb-county"))));
        steps.step(
                "YB-COUNTY",
                "completeConferenceTask",
                steps.newest("YB-COUNTY", "conferenceTasks"),
                "note",
                text("what came of the conference's task"));
        ended(relief);
    }

    /** The county of registration is asked by itself; then by the town, which takes it back. */
    private void cooperation() {
        String relief = helped("elsewhere");
        String one =
                await().until(
                                () -> steps.newest(OTHER_COUNTY, "cooperationTasks"),
                                id -> !id.isEmpty());
        steps.step(OTHER_COUNTY, "acceptCooperation", one);
        steps.step(
                OTHER_COUNTY,
                "answerCooperation",
                one,
                "outcome",
                "REGISTERED_NOT_HELPED",
                "note",
                text("answer of the cooperation"));
        String again =
                steps.act(
                        TOWN,
                        "askForCooperation",
                        "matter",
                        relief,
                        "registeredIn",
                        "150981000000",
                        "note",
                        text("question of the cooperation"));
        steps.step(
                TOWN,
                "withdrawCooperation",
                again,
                "note",
                text("why the cooperation is withdrawn"));
        ended(relief);
    }

    private String need() {
        return steps.act(
                COUNTY,
                "stateNeed",
                "basis",
                bases.get("needy"),
                "person",
                tokens.get("needy"),
                "kind",
                "DAILY_CARE",
                "quantity",
                4,
                "urgency",
                "SOON",
                "hardship",
                "OLD_AGE",
                "until",
                today().plusDays(30).toString());
    }

    private void help() {
        String one = proposed("CHARITY-A");
        steps.step(
                TOWN,
                "consentToPairing",
                one,
                "until",
                today().plusDays(20).toString(),
                "name",
                text("name for the charity"),
                "phone",
                "0474-7531902",
                "address",
                text("address for the charity"));
        texts.put("telephone for the charity", "0474-7531902");
        steps.step("CHARITY-A", "acceptPairing", one);
        steps.step("CHARITY-A", "startHelp", one);
        steps.step("CHARITY-A", "deliverHelp", one);
        steps.step(TOWN, "confirmHelp", one, "satisfaction", 5);
    }

    private void service() {
        served("CHARITY-A", ordered());
        steps.step(TOWN, "cancelServiceOrder", ordered(), "note", text("why it is cancelled"));
    }

    private void bought() {
        served("provider-a", ordered("provider-a", "contract", providers));
    }

    private void volunteering() {
        String one = ordered("CHARITY-B", "volunteers", "53150900MJ0000026K");
        steps.act("CHARITY-B", "assignVolunteer", "order", one, "volunteer", "volunteer-b");
        steps.act(
                "volunteer-b",
                "recordVolunteerHours",
                "order",
                one,
                "day",
                today().toString(),
                "hours",
                2);
        served("CHARITY-B", one);
    }

    private void assessment() {
        steps.step(COUNTY, "withdrawAssessment", assigned());
        String one = assigned();
        steps.step(
                "mz-social",
                "reportAssessment",
                one,
                "assessor",
                text("who assessed"),
                "scales",
                Map.of(
                        "dailyActivities", 55,
                        "housework", 2,
                        "company", 3,
                        "spirits", 1,
                        "mobility", 2,
                        "dwelling", 0,
                        "skills", 0));
        steps.step(COUNTY, "supersedeAssessment", one, "note", text("why it is assessed anew"));
    }

    private String assigned() {
        return steps.act(
                COUNTY,
                "assignAssessment",
                "basis",
                bases.get("assessed"),
                "person",
                tokens.get("served"),
                "worker",
                "mz-social");
    }

    /** An order that was accepted is carried out, and confirmed by the person. */
    private void served(String provider, String one) {
        steps.step(provider, "scheduleService", one, "plannedOn", today().toString());
        steps.step(
                provider,
                "recordServiceVisit",
                one,
                "day",
                today().toString(),
                "units",
                4,
                "worker",
                "W-7");
        steps.step(provider, "deliverServiceOrder", one);
        steps.step(TOWN, "confirmService", one, "evaluation", 5);
    }

    /** {@return an order that the person has consented to, and the provider has accepted} */
    private String ordered() {
        return ordered("CHARITY-A", "contract", contract);
    }

    private String ordered(String provider, String by, String whom) {
        String one =
                steps.act(
                        COUNTY,
                        "orderService",
                        "basis",
                        bases.get("served"),
                        "person",
                        tokens.get("served"),
                        by,
                        whom,
                        "kind",
                        "DAILY_CARE",
                        "units",
                        4,
                        "task",
                        text("task of the service"),
                        "until",
                        today().plusDays(60).toString(),
                        "note",
                        text("reason of the order"));
        steps.step(
                TOWN,
                "consentToService",
                one,
                "until",
                today().plusDays(20).toString(),
                "name",
                text("name for the provider"),
                "address",
                text("address for the provider"));
        steps.step(provider, "acceptServiceOrder", one);
        return one;
    }

    private String proposed(String charity, Object... more) {
        return steps.act(
                COUNTY,
                "proposePairing",
                Stream.concat(
                                Stream.of("need", need(), "offer", offers.get(charity)),
                                Stream.of(more))
                        .toArray());
    }

    /** {@return a pairing that the needy person, who is helped already, has consented to} */
    String helpBy(String charity) {
        String one = proposed(charity, "note", "两家各照料半天");
        steps.step(
                TOWN,
                "consentToPairing",
                one,
                "until",
                today().plusDays(20).toString(),
                "name",
                "老李");
        return one;
    }

    /** {@return a clue in a village, which who looks after it has settled} */
    String clueIn(String village, String client) {
        steps.act("JY-TOWN", "reportClue", "what", "门前无人清雪", "region", village);
        String one = steps.newest(client, "clues");
        steps.step(client, "acceptClue", one);
        steps.step(client, "dismissClue", one, "reason", "NOBODY_FOUND", "note", "查无此人");
        return one;
    }

    private void warning() {
        String hook =
                steps.act(
                        "MZ",
                        "registerWebhook",
                        "url",
                        "https://mz.example/lianji",
                        "kinds",
                        List.of("ComplaintChanged"));
        steps.step("MZ", "pauseWebhook", hook);
        city.run(List.of("R101"));
        String one = steps.newest(TOWN, "warnings");
        steps.step(TOWN, "claimWarning", one);
        steps.step(TOWN, "beginVerification", one);
        steps.step(TOWN, "confirmWarning", one, "note", text("what was verified"));
        steps.step(
                TOWN,
                "disposeWarning",
                one,
                "disposal",
                "TRANSFER",
                "transferTo",
                "WJ",
                "note",
                text("what is done about the warning"));
        steps.step(
                "WJ-TOWN", "feedBackWarning", one, "note", text("what the other department did"));
        steps.step(TOWN, "closeWarning", one);
        steps.step("MZ", "removeWebhook", hook);
    }

    /** {@return words that are written in one place alone} */
    String text(String what) {
        return texts.computeIfAbsent(what, _ -> "密语" + "QX%03dZ".formatted(texts.size()));
    }
}
