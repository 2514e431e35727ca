package org.lianji.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.agreements.AgreementsInForce;
import org.lianji.people.IdentityHash;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The compiler against the naive evaluator, on random worlds, policies and questions. {@code
 * -Ddecision.cases=10000} asks more; {@code -Ddecision.seed=} asks one world's questions again.
 */
@HubTest
class DecisionIT {

    private static final int CASES = Integer.getInteger("decision.cases", 500);
    private static final int SHAPES = 10;
    private static final int OF_EACH_SHAPE = 5;
    private static final int IN_EACH_WORLD = SHAPES * OF_EACH_SHAPE;

    @Autowired Hub hub;
    @Autowired Driver driver;
    @Autowired IdentityHash hash;
    @Autowired AgreementsInForce agreements;
    @Autowired Clock clock;
    @Autowired MeterRegistry meters;

    @Test
    void theCompilerAnswersAsTheRuleSays() {
        Stage stage = new Stage(hub, driver, hash, agreements, clock);
        Long only = Long.getLong("decision.seed");
        List<String> failures = new ArrayList<>();
        int worlds = only == null ? (CASES + IN_EACH_WORLD - 1) / IN_EACH_WORLD : 1;
        try (Traces traces = new Traces(meters)) {
            for (long seed = only == null ? 1 : only, last = seed + worlds - 1;
                    seed <= last;
                    seed++) {
                failures.addAll(world(stage, seed, traces));
            }
        }
        assertThat(failures).as("%d failures", failures.size()).isEmpty();
    }

    private static List<String> world(Stage stage, long seed, Traces traces) {
        Dice dice = new Dice(seed);
        World world = new WorldDice(dice, stage.now()).world();
        List<Deal> deals = new PolicyDice(dice, world.today()).deals();
        stage.set(world, deals);
        List<Question> questions =
                questions(new QuestionDice(dice, world, deals, stage.regionIds()));
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            if (Integer.getInteger("decision.question", i) == i) {
                String where = "seed %d, question %d%n".formatted(seed, i);
                failure(stage, world, deals, questions.get(i))
                        .map(where::concat)
                        .ifPresent(failures::add);
            }
        }
        List<String> left = traces.of(world);
        if (!left.isEmpty()) {
            failures.add("seed %d%nlog or metrics show %s".formatted(seed, left));
        }
        return failures;
    }

    static List<Question> questions(QuestionDice dice) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < SHAPES; i++) {
            questions.add(dice.question());
            for (int j = 1; j < OF_EACH_SHAPE; j++) {
                questions.add(dice.again(questions.getLast()));
            }
        }
        return questions;
    }

    private static Optional<String> failure(
            Stage stage, World world, List<Deal> deals, Question question) {
        Answer expected = Evaluator.answer(Library.sdl(), world, stage.regions(), deals, question);
        String body = stage.ask(question);
        List<String> view = View.of(Library.sdl(), world, deals, question.by());
        List<String> seen = Canaries.in(body, Canaries.hidden(world, view));
        Optional<String> difference =
                isUnknownTo(question.by().asker(), body) || isTooMuch(body)
                        ? Optional.empty()
                        : Comparison.difference(expected, body);
        return difference
                .or(() -> seen.isEmpty() ? Optional.empty() : Optional.of("shows " + seen))
                .map(found -> "%s%n%s%n".formatted(question, found));
    }

    /** What weighs too much is refused as a whole; how much a question weighs is not the rule's. */
    private static boolean isTooMuch(String body) {
        JsonNode answer = JsonMapper.shared().readTree(body);
        return !answer.has("data")
                && answer.at("/errors/0/extensions/code").asString().equals("TOO_EXPENSIVE");
    }

    /**
     * Charities, citizens and those who go to doors know a part of the schema; a question beyond it
     * gets no data at all.
     */
    private static boolean isUnknownTo(Asker asker, String body) {
        JsonNode answer = JsonMapper.shared().readTree(body);
        return (asker.atTheDoor()
                        || List.of("CHARITY", "CITIZEN", "VOLUNTEER", "PROVIDER")
                                .contains(asker.role()))
                && !answer.has("data")
                && Set.of("INVALID_DOCUMENT", "NOT_FOR_CHARITIES")
                        .contains(answer.at("/errors/0/extensions/code").asString());
    }
}
