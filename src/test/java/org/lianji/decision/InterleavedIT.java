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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Callers with different grants who ask the same at the same time each get their own answer. */
@HubTest
class InterleavedIT {

    private static final int INTERLEAVINGS = 1_000;
    private static final int AT_ONCE = 24;

    @Autowired Hub hub;
    @Autowired Driver driver;
    @Autowired IdentityHash hash;
    @Autowired AgreementsInForce agreements;
    @Autowired Clock clock;

    @Test
    void nothingBleedsFromOneCallerToAnother() throws ExecutionException, InterruptedException {
        Stage stage = new Stage(hub, driver, hash, agreements, clock);
        Dice dice = new Dice(1);
        World world = new WorldDice(dice, stage.now()).world();
        List<Deal> deals = new PolicyDice(dice, world.today()).deals();
        stage.set(world, deals);
        List<Question> questions = new ArrayList<>();
        for (Reasoned by : callers(dice, world)) {
            shapes(world).forEach(roots -> questions.add(new Question(by, roots)));
        }
        List<String> alone = questions.stream().map(stage::ask).toList();
        assertThat(new HashSet<>(alone)).as("different answers").hasSizeGreaterThan(20);

        List<Integer> order =
                IntStream.range(0, INTERLEAVINGS)
                        .map(_ -> dice.below(questions.size()))
                        .boxed()
                        .toList();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int start = 0; start < order.size(); start += AT_ONCE) {
                List<Integer> wave = order.subList(start, Math.min(start + AT_ONCE, order.size()));
                List<Future<String>> answers =
                        wave.stream()
                                .map(i -> together.submit(() -> answer(stage, questions.get(i))))
                                .toList();
                for (int i = 0; i < wave.size(); i++) {
                    assertThat(answers.get(i).get())
                            .as("%s", questions.get(wave.get(i)))
                            .isEqualTo(alone.get(wave.get(i)));
                }
            }
        }
    }

    /**
     * As a client asks: again where the hub is too busy for now, since this is about whose answer
     * it is.
     */
    private static String answer(Stage stage, Question question) {
        String answer = stage.ask(question);
        for (int again = 0; again < 3 && answer.contains("\"UNAVAILABLE\""); again++) {
            answer = stage.ask(question);
        }
        return answer;
    }

    /** Departments, regions, purposes, kinds of basis, and a citizen. */
    private static List<Reasoned> callers(Dice dice, World world) {
        List<Reasoned> callers = new ArrayList<>(List.of(new Reasoned(Asker.CITIZEN, "H", null)));
        for (String department : List.of("MZ", "GA", "WJ", "YB")) {
            for (World.Basis basis :
                    dice.some(
                            world.bases().stream()
                                    .filter(one -> one.department().equals(department))
                                    .filter(one -> one.closed() == null)
                                    .toList(),
                            2,
                            2)) {
                callers.add(new Reasoned(Asker.system(department), basis.purpose(), basis.id()));
                callers.add(new Reasoned(Asker.county(department), basis.purpose(), basis.id()));
            }
        }
        return callers;
    }

    private static List<List<Ask>> shapes(World world) {
        return List.of(
                List.of(
                        Ask.of(
                                "records",
                                Map.of("category", new Ask.Word("MZ01"), "first", 5),
                                Ask.of(
                                        "edges",
                                        Ask.of("cursor"),
                                        Ask.of(
                                                "node",
                                                Ask.of("id"),
                                                Ask.of("personName"),
                                                Ask.of("monthlyAmount")
                                                        .on("MinimumLivingAllowance"),
                                                Ask.of("person", Ask.of("id"), Ask.of("name")))))),
                List.of(
                        Ask.of(
                                "person",
                                Map.of(
                                        "idNumber",
                                        new Ask.Number(world.humans().getFirst().idNumber())),
                                Ask.of("id"),
                                Ask.of("name"),
                                Ask.of("memberships", Ask.of("household", Ask.of("id"))))),
                List.of(
                        Ask.of(
                                "household",
                                Map.of("id", world.homes().getFirst().id()),
                                Ask.of("number"),
                                Ask.of(
                                        "members",
                                        Ask.of("person", Ask.of("id"), Ask.of("name"))))));
    }
}
