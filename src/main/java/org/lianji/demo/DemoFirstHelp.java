package org.lianji.demo;

import org.lianji.monitoring.RunCompletion;
import org.lianji.people.People;
import org.lianji.platform.Digests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * First help in a township: a petty fund, relief in three states, one of somebody whose county of
 * registration is asked, a notice, complaints, and a conference that is open.
 */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
@ConditionalOnProperty(name = "lianji.demo.agreements", matchIfMissing = true)
final class DemoFirstHelp {

    private static final Logger log = LoggerFactory.getLogger(DemoFirstHelp.class);

    private static final String TOWN = "mz-town";
    private static final String COUNTY = "mz-county";
    private static final String HEALTH = "yb-county";
    private static final String HOTLINE = "yb-town";
    private static final String CITIZEN = "citizen";
    private static final int DAYS = 7;

    /** People of the demo city who live in the township. */
    private static final String REPORTED = "152627197710115398";

    private static final String HELPED = "152627197612179507";
    private static final String SHOWN = "15262719640315865X";

    /** Lives in the township, and is registered in another county of the city. */
    private static final String AWAY = "152627198005140170";

    private static final String FUND =
            "mutation { openPettyFund(input: {region: \"150924106000\", amount: \"3000.00\"}) {"
                    + " balance } }";

    private static final String RELIEF =
            """
            mutation ($n: IdNumber!, $cause: TemporaryReliefCause!, $at: DateTime!) {
              openRelief(input: {region: "150924106000", cause: $cause, foundAt: $at, idNumber: $n, secondWorker: "mz-county"}) { id version }
            }
            """;

    private static final String GIVE = DemoSession.input("giveRelief", ", amount: \"300.00\"");
    private static final String PAPERS =
            DemoSession.input(
                    "completeReliefPapers",
                    ", papers: [{reference: \"急难救助登记表 1 号\", sha256: \""
                            + Digests.hex("演示：急难救助登记表 1 号")
                            + "\"}]");
    private static final String CLOSE = DemoSession.input("closeRelief", ", note: \"困难已缓解\"");

    private static final String BASIS =
            """
            mutation ($n: IdNumber!) {
              openBasis(input: {kind: CASE, purpose: A, reference: "演示5号：公示", persons: [{idNumber: $n, consentNo: "SQ-DEMO"}]}) { id }
            }
            """;

    private static final String NOTICE =
            """
            mutation ($b: ID!, $p: ID!) {
              postNotice(input: {basis: $b, person: $p, village: "150924106203", name: "欧阳金明", members: 2, amount: "615.00", kind: DIBAO}) { id }
            }
            """;

    private static final String COMPLAINT =
            """
            mutation ($kind: ComplaintKind!, $text: String!) {
              fileComplaint(input: {kind: $kind, region: "150924106010", text: $text}) { receipt }
            }
            """;

    private static final String COMPLAINTS = "{ complaints(first: 1) { nodes { id version } } }";
    private static final String ACCEPT = DemoSession.input("acceptComplaint", "");
    private static final String ANSWER =
            DemoSession.input(
                    "answerComplaint", ", outcome: PARTLY_UPHELD, note: \"窗口已改为当日受理，并向您致歉\"");

    private static final String CONVENE =
            """
            mutation ($m: ID!, $until: Date!) {
              conveneConference(input: {origin: RELIEF, matter: $m, topic: "大病之后如何接续救助", purpose: D, categories: ["MZ05", "YB03"], members: [{department: "YB", client: "yb-county"}], lastDay: $until}) { id version }
            }
            """;

    private static final String OPEN = DemoSession.input("openConference", "");
    private static final String OPINE =
            DemoSession.input("giveOpinion", ", note: \"符合医疗救助条件，可先行办理\"");

    private final DemoSession session;
    private final People people;
    private final Clock clock;

    DemoFirstHelp(DemoSession session, People people, Clock clock) {
        this.session = session;
        this.people = people;
        this.clock = clock;
    }

    /** Once, when the city has been looked at for the first time. */
    @Order(4)
    @EventListener
    void help(RunCompletion completion) {
        if (!session.ask(COUNTY, "{ pettyFund(region: \"150924106000\") { balance } }", Map.of())
                .at("/pettyFund")
                .isNull()) {
            return;
        }
        session.ask(COUNTY, FUND, Map.of());
        open(REPORTED, "ILLNESS");
        String helped = give(open(HELPED, "ILLNESS")).at("/id").asString();
        give(open(AWAY, "ACCIDENT"));
        JsonNode closed = give(open(SHOWN, "DISASTER"));
        step(TOWN, CLOSE, closed, step(TOWN, PAPERS, closed, closed.at("/version").asLong()));
        post();
        complain();
        confer(helped);
        log.info("演示先行救助：备用金 1 项、救助 4 项、户籍地协助 1 件、公示 1 份、投诉 3 件、会商 1 次");
    }

    private JsonNode open(String idNumber, String cause) {
        return session.ask(
                        TOWN,
                        RELIEF,
                        Map.of(
                                "n", idNumber,
                                "cause", cause,
                                "at", OffsetDateTime.now(clock).minusHours(1).toString()))
                .at("/openRelief");
    }

    private JsonNode give(JsonNode relief) {
        step(COUNTY, GIVE, relief, relief.at("/version").asLong());
        return session.ask(
                        TOWN,
                        "query ($id: ID!) { reliefCase(id: $id) { id version } }",
                        Map.of("id", relief.at("/id").asString()))
                .at("/reliefCase");
    }

    private long step(String client, String step, JsonNode matter, long version) {
        return session.ask(
                        client, step, Map.of("id", matter.at("/id").asString(), "version", version))
                .findValue("version")
                .asLong();
    }

    private void post() {
        String basis = session.ask(TOWN, BASIS, Map.of("n", SHOWN)).at("/openBasis/id").asString();
        session.ask(TOWN, NOTICE, Map.of("b", basis, "p", people.of(SHOWN).orElseThrow()));
    }

    private void complain() {
        session.ask(HOTLINE, COMPLAINT, Map.of("kind", "DELAY", "text", "窗口让我第二天再来"));
        JsonNode first = session.ask(COUNTY, COMPLAINTS, Map.of()).at("/complaints/nodes/0");
        step(COUNTY, ANSWER, first, step(COUNTY, ACCEPT, first, first.at("/version").asLong()));
        session.ask(CITIZEN, COMPLAINT, Map.of("kind", "DELAY", "text", "上个月的补贴还没有到账"));
        JsonNode own = session.ask(COUNTY, COMPLAINTS, Map.of()).at("/complaints/nodes/0");
        step(COUNTY, ACCEPT, own, own.at("/version").asLong());
        session.ask(HOTLINE, COMPLAINT, Map.of("kind", "REFUSAL", "text", "没有书面说明不予受理的理由"));
    }

    private void confer(String relief) {
        JsonNode conference =
                session.ask(
                                TOWN,
                                CONVENE,
                                Map.of(
                                        "m",
                                        relief,
                                        "until",
                                        LocalDate.now(clock).plusDays(DAYS).toString()))
                        .at("/conveneConference");
        long opened = step(TOWN, OPEN, conference, conference.at("/version").asLong());
        step(HEALTH, OPINE, conference, opened);
    }
}
