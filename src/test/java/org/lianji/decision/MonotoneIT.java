package org.lianji.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.agreements.AgreementsInForce;
import org.lianji.decision.Rule.Reasoned;
import org.lianji.people.IdentityHash;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Taking a grant away adds nothing: whatever shows with less showed with more, or shows masked
 * where it showed in clear.
 */
@HubTest
class MonotoneIT {

    private static final int CASES = Integer.getInteger("decision.takings", 12);

    @Autowired Hub hub;
    @Autowired Driver driver;
    @Autowired IdentityHash hash;
    @Autowired AgreementsInForce agreements;
    @Autowired Clock clock;

    @Test
    void lessIsNeverMore() {
        Stage stage = new Stage(hub, driver, hash, agreements, clock);
        Long only = Long.getLong("decision.seed");
        List<String> failures = new ArrayList<>();
        int last = only == null ? CASES : 1;
        for (long seed = only == null ? 1 : only, i = 0; i < last; seed++, i++) {
            failures.addAll(taken(stage, seed));
        }
        assertThat(failures).as("%d failures", failures.size()).isEmpty();
    }

    private static List<String> taken(Stage stage, long seed) {
        Dice dice = new Dice(seed);
        World world = new WorldDice(dice, stage.now()).world();
        List<Deal> deals = new PolicyDice(dice, world.today()).deals();
        Reasoned by = official(new QuestionDice(dice, world, deals, stage.regionIds()));
        Taking.Less less = new Taking(dice, world, deals, by).less();
        List<Question> questions = new ArrayList<>();
        dice.some(WorldDice.CATEGORIES, 2, 2).forEach(code -> questions.add(everyRecord(code, by)));
        world.humans().subList(0, 8).forEach(human -> questions.add(family(human, by)));

        stage.set(world, deals);
        List<String> more = questions.stream().map(stage::ask).toList();
        stage.set(less.world(), less.deals());
        List<String> fewer = questions.stream().map(stage::ask).toList();

        List<String> failures = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Set<String> added = new TreeSet<>(leaves(fewer.get(i)));
            added.removeAll(leaves(more.get(i)));
            added.removeAll(masked(world, leaves(more.get(i))));
            if (!added.isEmpty()) {
                failures.add(
                        "seed %d%n%s%n%s taken, and yet: %s"
                                .formatted(seed, questions.get(i), less.what(), added));
            }
        }
        return failures;
    }

    private static Reasoned official(QuestionDice questions) {
        Reasoned by = questions.by();
        while (by.purpose() == null || by.basis() == null || "FGH".contains(by.purpose())) {
            by = questions.by();
        }
        return by;
    }

    /** Every item of a category. */
    private static Question everyRecord(String code, Reasoned by) {
        Library.Kind kind = Library.sdl().kind(code);
        List<Ask> fields = new ArrayList<>(List.of(Ask.of("id"), Ask.of("personName")));
        kind.parts().forEach(part -> fields.add(Ask.of(part.name()).on(kind.type())));
        fields.add(Ask.of("person", Ask.of("id"), Ask.of("idNumber")));
        fields.add(Ask.of("household", Ask.of("id"), Ask.of("number")));
        return new Question(
                by,
                List.of(
                        Ask.of(
                                "records",
                                Map.of("category", new Ask.Word(code), "first", 200),
                                Ask.of("nodes", fields.toArray(Ask[]::new)))));
    }

    /** Somebody with their family. */
    private static Question family(World.Human human, Reasoned by) {
        return new Question(
                by,
                List.of(
                        Ask.of(
                                "node",
                                Map.of("id", human.id()),
                                Ask.of("id"),
                                Ask.of("memberships", Ask.of("household", Ask.of("id")))
                                        .on("Person"),
                                Ask.of("supports", Ask.of("supported", Ask.of("id")))
                                        .on("Person"))));
    }

    /** Each with the identifier of the object nearest above it. */
    private static Set<String> leaves(String body) {
        Set<String> leaves = new TreeSet<>();
        collect("", JsonMapper.shared().readTree(body).path("data"), leaves);
        return leaves;
    }

    private static void collect(String above, JsonNode node, Set<String> leaves) {
        if (node.isObject()) {
            String here = node.has("id") ? node.get("id").asString() : above;
            node.properties()
                    .forEach(
                            field ->
                                    collect(here + "." + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray()) {
            node.forEach(one -> collect(above, one, leaves));
        } else if (!node.isNull()) {
            leaves.add(above + "=" + node);
        }
    }

    /** {@return what the leaves would be masked, one at a time} */
    private static Set<String> masked(World world, Set<String> leaves) {
        Set<String> masked = new TreeSet<>();
        for (World.Fact fact : world.facts()) {
            fact.values()
                    .forEach(
                            (name, value) -> {
                                Library.Part part = Library.sdl().kind(fact.category()).part(name);
                                String cell = fact.id() + "." + name + "=";
                                if (Masks.has(part)
                                        && leaves.stream()
                                                .anyMatch(leaf -> leaf.startsWith(cell))) {
                                    Object shown =
                                            Evaluator.json(
                                                    Library.sdl().kind(fact.category()),
                                                    name,
                                                    Masks.mask(part, value));
                                    masked.add(cell + "\"" + shown + "\"");
                                }
                            });
        }
        return masked;
    }
}
