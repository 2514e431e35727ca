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

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Two worlds that differ only in what a caller may not know give them the same bytes: data, order,
 * cursors, errors, extensions.
 */
@HubTest
class TwoWorldsIT {

    private static final int CASES = Integer.getInteger("decision.twins", 200);
    private static final int OF_EACH_SHAPE = 5;
    private static final int IN_EACH_PAIR = 2 * OF_EACH_SHAPE;

    @Autowired Hub hub;
    @Autowired Driver driver;
    @Autowired IdentityHash hash;
    @Autowired AgreementsInForce agreements;
    @Autowired Clock clock;

    @Test
    void whatACallerMayNotKnowChangesNoByte() {
        Stage stage = new Stage(hub, driver, hash, agreements, clock);
        Long only = Long.getLong("decision.seed");
        List<String> failures = new ArrayList<>();
        int pairs = only == null ? (CASES + IN_EACH_PAIR - 1) / IN_EACH_PAIR : 1;
        for (long seed = only == null ? 1 : only, last = seed + pairs - 1; seed <= last; seed++) {
            failures.addAll(pair(stage, seed));
        }
        assertThat(failures).as("%d failures", failures.size()).isEmpty();
    }

    private static List<String> pair(Stage stage, long seed) {
        Dice dice = new Dice(seed);
        World world = new WorldDice(dice, stage.now()).world();
        List<Deal> deals = new PolicyDice(dice, world.today()).deals();
        Reasoned by = new QuestionDice(dice, world, deals, stage.regionIds()).by();
        Twin twin = new Twin(dice, world, deals, by);
        assertThat(twin.changes().values().stream().mapToInt(Integer::intValue).sum())
                .as("changes of seed %d", seed)
                .isGreaterThan(20);
        List<Question> questions = new ArrayList<>();
        for (World one : List.of(world, twin.world())) {
            QuestionDice ask = new QuestionDice(dice, one, deals, stage.regionIds());
            questions.add(ask.question(by));
            while (questions.size() % OF_EACH_SHAPE > 0) {
                questions.add(onTheSameBasis(by, ask.again(questions.getLast())));
            }
        }

        stage.set(world, deals);
        List<String> first = questions.stream().map(stage::ask).toList();
        stage.set(twin.world(), twin.deals());
        List<String> second = questions.stream().map(stage::ask).toList();

        List<String> failures = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            if (!first.get(i).equals(second.get(i))) {
                failures.add(
                        "seed %d, question %d%n%s%n%s%n%s%n%s"
                                .formatted(
                                        seed,
                                        i,
                                        questions.get(i),
                                        twin.changes(),
                                        first.get(i),
                                        second.get(i)));
            }
        }
        return failures;
    }

    /** The worlds are alike for one reason: what there is on another basis may differ. */
    private static Question onTheSameBasis(Reasoned by, Question question) {
        return new Question(by, question.roots());
    }
}
