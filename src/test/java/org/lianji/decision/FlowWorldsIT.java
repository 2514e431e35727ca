package org.lianji.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.decision.OtherOffices.COLLEAGUE;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.EventReader;
import org.lianji.Hub;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.people.People;
import org.lianji.platform.Reason;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The flows in two worlds: whoever may not know of a matter gets the same bytes before it began and
 * after it has ended, and of what is there the same as of what never was.
 */
@FlowTest
class FlowWorldsIT {

    /** Whether everybody asks after each step of a flow; else one of each kind, at its end. */
    private static final boolean EACH_STEP = Boolean.getBoolean("decision.each-step");

    private static final List<String> CLIENTS =
            List.of(
                    "YB",
                    "YB-HEAD",
                    "YB-TOWN",
                    "JY-TOWN",
                    "WJ-TOWN",
                    "JY",
                    OtherOffices.NEXT_TOWN,
                    OtherOffices.OTHER_TOWN,
                    OtherOffices.OTHER_COUNTY,
                    "CHARITY-A",
                    "CHARITY-B",
                    "provider-a",
                    "volunteer-b",
                    "mz-social",
                    "CITIZEN",
                    "AUDITOR");

    /** One of each kind of them. */
    private static final Set<String> OF_EACH_KIND =
            Set.of(
                    "YB-TOWN",
                    "JY",
                    OtherOffices.NEXT_TOWN,
                    OtherOffices.OTHER_COUNTY,
                    "CHARITY-B",
                    "provider-a",
                    "mz-social",
                    "CITIZEN",
                    "AUDITOR");

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;
    @Autowired People people;
    @Autowired Driver driver;
    @Autowired MeterRegistry meters;

    private Traces traces;
    private FlowWalk walk;
    private final List<FlowAudience> audience = new ArrayList<>();

    @BeforeEach
    void everybodyIsThere() {
        traces = new Traces(meters);
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        people.ensure(Set.of(people.identity("152627195801035714")));
        walk = new FlowWalk(hub, catalogue, clock);
        walk.begin();
        for (String client : EACH_STEP ? CLIENTS : OF_EACH_KIND) {
            audience.add(new FlowAudience(hub, client, plan(client)));
        }
    }

    @AfterEach
    void nobodyListens() {
        traces.close();
    }

    /** Departments look at anybody whom a plan of theirs covers, as far as they may. */
    private Reason plan(String client) {
        return switch (client) {
            case "YB", "JY" -> hub.plan(client);
            case "YB-TOWN", "JY-TOWN", "WJ-TOWN" -> plan(client, "150924106000");
            case OtherOffices.NEXT_TOWN -> plan(client, "150924107000");
            case OtherOffices.OTHER_TOWN -> plan(client, "150981005000");
            case OtherOffices.OTHER_COUNTY -> plan(client, "150981000000");
            default -> Reason.NONE;
        };
    }

    private Reason plan(String client, String region) {
        return new Reason(
                "B",
                hub.ask(
                                client,
                                "mutation { openBasis(input: {kind: REVIEW_PLAN, purpose: B,"
                                        + " regions: [\"%s\"], reference: \"FH-2026-1\"}) { id } }"
                                                .formatted(region))
                        .at("/data/openBasis/id")
                        .asString());
    }

    @Test
    void whoMayNotKnowOfAMatterGetsTheSameBytesWithAndWithoutIt() {
        Map<String, Map<String, String>> before = new HashMap<>();
        List<String> failures = new ArrayList<>();
        before.putAll(ofAll());
        List<FlowWalk.Scene> scenes = walk.scenes();
        try (EventReader clues =
                        listen(OtherOffices.NEXT_TOWN, "clueChanged { step clue { id } }");
                EventReader pairings =
                        listen("CHARITY-B", "pairingChanged { step pairing { id } }")) {
            scenes.subList(0, scenes.size() - 1)
                    .forEach(scene -> failures.addAll(walked(scene, before)));
            String pairing = walk.helpBy("CHARITY-B");
            String clue = walk.clueIn("150924107200", OtherOffices.NEXT_TOWN);
            assertThat(pairings.answer().toString()).contains(pairing);
            assertThat(clues.answer().toString()).contains(clue);
        }
        before.putAll(ofAll());
        failures.addAll(walked(scenes.getLast(), before));
        assertThat(failures).as("%d failures", failures.size()).isEmpty();
    }

    /** {@return what has changed for whom nothing should, by the scene} */
    private List<String> walked(FlowWalk.Scene scene, Map<String, Map<String, String>> before) {
        List<String> failures = new ArrayList<>();
        Map<String, String> known = seen(scene.office());
        if (EACH_STEP) {
            walk.afterEachStep(() -> failures.addAll(changed(scene, before)));
        }
        scene.walk().run();
        walk.afterEachStep(() -> {});
        failures.addAll(changed(scene, before));
        if (!scene.office().equals(FlowWalk.NOBODY)) {
            assertThat(seen(scene.office())).as(scene.name()).isNotEqualTo(known);
        }
        return failures;
    }

    private Map<String, String> seen(String office) {
        return office.equals(FlowWalk.NOBODY)
                ? Map.of()
                : answers(new FlowAudience(hub, office, Reason.NONE));
    }

    private List<String> changed(FlowWalk.Scene scene, Map<String, Map<String, String>> before) {
        List<String> failures = new ArrayList<>();
        Map<String, Map<String, String>> answers = ofAll();
        for (FlowAudience one : audience) {
            Map<String, String> after = answers.get(one.client());
            if (!scene.mayKnow().contains(one.client())) {
                failures.addAll(different(scene, one, before.get(one.client()), after));
            }
            before.put(one.client(), after);
        }
        return failures;
    }

    /** {@return what each is answered; they ask at the same time, as they do} */
    private Map<String, Map<String, String>> ofAll() {
        Map<String, Map<String, String>> answers = new ConcurrentHashMap<>();
        audience.parallelStream().forEach(one -> answers.put(one.client(), answers(one)));
        return answers;
    }

    private EventReader listen(String client, String selection) {
        return EventReader.listen(hub, client, "subscription { " + selection + " }");
    }

    private Map<String, String> answers(FlowAudience one) {
        Map<String, String> numbers = new LinkedHashMap<>(walk.numbers());
        FlowWalk.KNOWN.forEach(numbers::remove);
        return one.answers(numbers);
    }

    private static List<String> different(
            FlowWalk.Scene scene,
            FlowAudience one,
            Map<String, String> before,
            Map<String, String> after) {
        List<String> failures = new ArrayList<>();
        after.forEach(
                (asked, body) -> {
                    boolean hangsForADay = EACH_STEP && asked.equals("board");
                    if (!hangsForADay && !undated(body).equals(undated(before.get(asked)))) {
                        failures.add(
                                "%s, %s, %s%n%s%n%s"
                                        .formatted(
                                                scene.name(),
                                                one.client(),
                                                asked,
                                                before.get(asked),
                                                body));
                    }
                });
        return failures;
    }

    /** In the last a week passes, which a count of today says of itself. */
    private static String undated(String body) {
        return body.replaceAll("\"asOf\":\"[0-9-]*\"", "");
    }

    @Test
    void whatIsHiddenAnswersAsWhatNeverWasNoWordOfItLeavesAndAllEnds() {
        List<String> failures = new ArrayList<>();
        for (FlowWalk.Scene scene : walk.scenes()) {
            Set<String> earlier = Set.copyOf(walk.made().keySet());
            scene.walk().run();
            Map<String, String> made = new LinkedHashMap<>(walk.made());
            made.keySet().removeAll(earlier);
            for (FlowAudience one : audience) {
                if (OF_EACH_KIND.contains(one.client())
                        && !scene.mayKnow().contains(one.client())) {
                    made.forEach((id, type) -> failures.addAll(told(one, id, type)));
                }
            }
        }
        assertThat(failures).as("%d failures", failures.size()).isEmpty();
        noWordAboutThePersonLeavesTheFlow();
        whatIsOpenedForAMatterEndsWithIt();
    }

    private static List<String> told(FlowAudience one, String id, String type) {
        List<String> hidden = one.about(id, type);
        List<String> never =
                one.about(id.charAt(0) + "nothing000000000000000A".substring(0, 22), type);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < hidden.size(); i++) {
            if (!hidden.get(i).equals(never.get(i))) {
                failures.add(
                        "%s %s %s%n%s%n%s"
                                .formatted(one.client(), type, id, hidden.get(i), never.get(i)));
            }
        }
        return failures;
    }

    private void noWordAboutThePersonLeavesTheFlow() {
        Map<String, String> words = new LinkedHashMap<>(walk.texts());
        walk.numbers().forEach((who, number) -> words.put("number of the " + who, number));
        walk.names().forEach((who, name) -> words.put("name of the " + who, name));
        Map<String, String> outside = new LinkedHashMap<>(words);
        walk.tokens().forEach((who, token) -> outside.put("token of the " + who, token));
        List<String> failures = new ArrayList<>();
        for (FlowAudience one : audience) {
            Map<String, String> hidden = new LinkedHashMap<>(outside);
            hidden.keySet().removeIf(what -> entitled(one.client(), what));
            answers(one)
                    .forEach(
                            (asked, body) ->
                                    Canaries.in(body, hidden.values())
                                            .forEach(
                                                    word ->
                                                            failures.add(
                                                                    one.client()
                                                                            + " "
                                                                            + asked
                                                                            + ": "
                                                                            + word)));
        }
        assertThat(failures).as("answers").isEmpty();
        colleaguesReadOfTheMatterAndNotOfThePerson();
        assertThat(traces.of(words.values())).as("log and metrics").isEmpty();
        assertThat(FlowTraces.stored(driver, words.values()))
                .as("where a number and a name belong")
                .containsExactlyInAnyOrder("Person.idNumber", "Record.name");
    }

    private void whatIsOpenedForAMatterEndsWithIt() {
        List<JsonNode> opened =
                hub.ask("MZ", "{ bases(first: 200) { nodes { matter closed } } }")
                        .at("/data/bases/nodes")
                        .valueStream()
                        .filter(basis -> !basis.at("/matter").isNull())
                        .toList();

        assertThat(opened)
                .hasSizeGreaterThan(5)
                .allSatisfy(basis -> assertThat(basis.at("/closed").isNull()).isFalse());
    }

    /** Who works on it sees more than who sits beside them, and nobody a whole number. */
    private void colleaguesReadOfTheMatterAndNotOfThePerson() {
        Map<String, String> seen = new HashMap<>();
        for (String client : List.of(FlowWalk.TOWN, FlowWalk.COUNTY, COLLEAGUE, "MZ", "MZ-HEAD")) {
            String all =
                    String.join("\n", answers(new FlowAudience(hub, client, Reason.NONE)).values());
            assertThat(all).as(client).doesNotContain(walk.numbers().values());
            seen.put(client, all);
        }
        Map<String, String> tokens = walk.tokens();
        Map<String, String> texts = walk.texts();
        assertThat(seen.get(COLLEAGUE))
                .contains(
                        texts.get("survey"),
                        texts.get("what was seen"),
                        texts.get("where the paper is kept"))
                .doesNotContain(
                        texts.get("draft of the withdrawer"),
                        tokens.get("distressed"),
                        tokens.get("reported"),
                        texts.get("first visitor"),
                        texts.get("what the visit found"));
        assertThat(seen.get(FlowWalk.COUNTY)).contains(texts.get("what the visit found"));
        Map<String, String> unheard = new HashMap<>(texts);
        unheard.keySet().removeIf(what -> what.contains("complain"));
        assertThat(seen.get("MZ-HEAD"))
                .doesNotContain(tokens.values())
                .doesNotContain(unheard.values())
                .contains(texts.get("answer to the complaint"))
                .doesNotContain(texts.get("how to reach the complainant"));
    }

    /** What the charity is told with consent, and a department to which something was sent. */
    private static boolean entitled(String client, String what) {
        return switch (client) {
            case "CHARITY-A" -> what.endsWith("for the charity");
            case "YB", "YB-TOWN" -> what.equals("token of the warned");
            case "JY" -> what.equals("token of the pupil"); // of whom it has a record
            case "WJ-TOWN" ->
                    what.equals("token of the warned")
                            || what.endsWith("warning")
                            || what.endsWith("department did");
            case OtherOffices.OTHER_TOWN -> what.endsWith("of the elsewhere");
            case OtherOffices.OTHER_COUNTY ->
                    what.endsWith("of the elsewhere") || what.contains("cooperation");
            default -> false;
        };
    }
}
