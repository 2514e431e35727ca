package org.lianji.decision;

import static org.lianji.decision.FlowWalk.COUNTY;
import static org.lianji.decision.FlowWalk.HERE;
import static org.lianji.decision.FlowWalk.SECOND;
import static org.lianji.decision.FlowWalk.TOWN;

import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.contribution.Owner;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who lives with whom, and which two registrations are one person's, each decided by two. */
final class FamilyScenes {

    /** Of a family that is helped, and somebody who comes to live with it. */
    static final String HOUSED = "housed";

    static final String MOVER = "mover";

    /** Registered twice, and the registration that the police have cancelled. */
    static final String KEPT = "doubled";

    static final String TWICE = "double";

    private final Hub hub;
    private final Monitored city;
    private final FlowSteps steps;
    private final FlowWalk walk;
    private String basis = "";
    private int reports;

    FamilyScenes(Hub hub, Monitored city, FlowSteps steps, FlowWalk walk) {
        this.hub = hub;
        this.city = city;
        this.steps = steps;
        this.walk = walk;
    }

    /** {@return another valid number of the same day of birth and sex} */
    static String twin(String number) {
        int sequence = Integer.parseInt(number.substring(14, 17));
        return Owner.idNumber(number.substring(0, 14) + "%03d".formatted((sequence + 2) % 1000));
    }

    /** The family is helped, one registration is cancelled, and an officer has a basis. */
    void begin() {
        city.contribute("MZ01", List.of(allowance()));
        new Agreed(hub).on("GA", "MZ", "A", "S3", List.of("150900000000"), List.of("GA02.reason"));
        city.contribute(
                "GA02",
                List.of(
                        Map.of(
                                "recordNo", "ch-gj",
                                "observedAt", "2026-10-02T00:00:00+08:00",
                                "idNumber", walk.numbers().get(TWICE),
                                "reason", "DUPLICATE",
                                "cancelledOn", "2026-10-02")));
        basis =
                String.valueOf(
                        hub.matter(SECOND, walk.numbers().get(KEPT), walk.numbers().get(TWICE))
                                .basis());
    }

    private Map<String, Object> allowance() {
        Map<String, Object> row = new HashMap<>();
        row.put("recordNo", "db-gj");
        row.put("observedAt", "2026-10-02T00:00:00+08:00");
        row.put("idNumber", walk.numbers().get(HOUSED));
        row.put("householdNo", "db-gj");
        row.put("memberIdNumbers", List.of(walk.numbers().get(HOUSED)));
        row.put("area", "RURAL");
        row.put("memberCount", 1);
        row.put("monthlyAmount", "860.00");
        row.put("startMonth", "2026-07");
        row.put("status", "ACTIVE");
        return row;
    }

    /** A visit finds that somebody has come, and later hears that they left, which is not so. */
    void household() {
        steps.act(
                TOWN,
                "reportClue",
                "what",
                walk.text("what is told of a household"),
                "region",
                HERE,
                "idNumber",
                walk.numbers().get(HOUSED));
        String clue = open();
        steps.step(COUNTY, "acceptClue", clue);
        String visit = visited(clue);
        String household = household(clue);
        String came =
                reported(
                        visit,
                        household,
                        "JOINED",
                        "idNumber",
                        walk.numbers().get(MOVER),
                        "name",
                        walk.name(MOVER));
        steps.step(SECOND, "confirmHouseholdChange", came);
        String left = reported(visit, household, "LEFT", "person", walk.tokens().get(MOVER));
        steps.step(
                SECOND,
                "declineHouseholdChange",
                left,
                "note",
                walk.text("why nobody has left the household"));
        String again = reported(visit, household, "LEFT", "person", walk.tokens().get(MOVER));
        steps.step(
                COUNTY,
                "withdrawHouseholdChange",
                again,
                "note",
                walk.text("why a change of a household is taken back"));
        steps.noted(
                hub.ask(
                                COUNTY,
                                "query ($id: ID!) { clue(id: $id) { __typename id version } }",
                                id(clue))
                        .at("/data/clue"));
        steps.step(
                COUNTY, "closeClue", clue, "note", walk.text("what came of the household's clue"));
    }

    /** {@return the clue that nobody has taken on} */
    private String open() {
        return steps.noted(
                hub.ask(COUNTY, "{ clues(state: REPORTED) { nodes { __typename id version } } }")
                        .at("/data/clues/nodes/0"));
    }

    private String visited(String clue) {
        return steps.act(
                COUNTY,
                "recordVisit",
                "clue",
                clue,
                "day",
                "2026-11-02",
                "visitors",
                List.of(walk.text("third visitor"), walk.text("fourth visitor")),
                "findings",
                Map.of(
                        "living", "POOR",
                        "income", "BELOW_NEEDS",
                        "illness", "NONE",
                        "care", "NONE",
                        "asks", List.of()));
    }

    private String household(String clue) {
        JsonNode on = hub.ask(COUNTY, "query ($id: ID!) { clue(id: $id) { basis } }", id(clue));
        return hub.ask(
                        COUNTY,
                        new Reason("C", on.at("/data/clue/basis").asString()),
                        "query ($n: IdNumber!) { person(idNumber: $n) { memberships { household {"
                                + " id kind } } } }",
                        Map.of("n", walk.numbers().get(HOUSED)))
                .at("/data/person/memberships")
                .valueStream()
                .map(one -> one.at("/household"))
                .filter(one -> one.at("/kind").asString().equals("LIVING_TOGETHER"))
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();
    }

    private static Map<String, Object> id(String id) {
        return Map.of("id", id);
    }

    private String reported(String visit, String household, String kind, Object... who) {
        return steps.act(
                COUNTY,
                "reportHouseholdChange",
                Stream.concat(
                                Stream.of(
                                        "visit",
                                        visit,
                                        "household",
                                        household,
                                        "kind",
                                        kind,
                                        "reason",
                                        walk.text("change of a household " + ++reports)),
                                Stream.of(who))
                        .toArray());
    }

    /** Two registrations are one person's, and in the end they are not. */
    void merge() {
        String first = proposed();
        steps.step(SECOND, "withdrawMerge", first, "note", walk.text("why no merge is proposed"));
        String one = proposed();
        steps.step(COUNTY, "confirmMerge", one);
        steps.step(SECOND, "splitPerson", one, "note", walk.text("why a split is proposed"));
        steps.step(COUNTY, "keepMerged", one, "note", walk.text("why they stay merged"));
        steps.step(SECOND, "splitPerson", one, "note", walk.text("why a split is proposed anew"));
        steps.step(COUNTY, "confirmSplit", one);
    }

    private String proposed() {
        return steps.act(
                SECOND,
                "mergePersons",
                "keep",
                walk.tokens().get(KEPT),
                "other",
                walk.tokens().get(TWICE),
                "basis",
                basis,
                "reason",
                walk.text("why two registrations are one person's"));
    }
}
