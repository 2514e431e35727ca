package org.lianji.bench.load;

import static org.awaitility.Awaitility.await;

import org.lianji.Hub;
import org.lianji.bench.load.Question.Somebody;
import org.lianji.bench.load.Question.Tongue;
import org.lianji.bench.load.Report.Apart;
import org.lianji.bench.load.Report.Count;
import org.lianji.bench.load.Report.Line;
import org.lianji.bench.load.Report.WarmUp;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Compares the hub, guards, masks and audit on, with what a partner could pick instead, on the same
 * graph in the same database: rounds of load by wrk, each server in turn. Writes
 * docs/performance.md and its pictures; for another size than 20,000 people a page of its own.
 *
 * <p>Options are system properties: {@code bench.people}, {@code bench.categories} (of a city of
 * another size; all where empty), {@code bench.questions} (names of {@link Question}), {@code
 * bench.connections}, {@code bench.seconds}, {@code bench.rounds}, {@code bench.warm-up} (seconds
 * of a part of it), {@code bench.servers} (names of {@link Contestant}), {@code bench.hub}
 * (settings of the hub, as {@code lianji.reads.together=false}), {@code bench.port} (first of
 * sixteen).
 */
public final class Performance {

    static final int USUAL = 20_000;
    static final Path HOME = Path.of("target/bench");

    private static final int REQUESTS = 5_000;
    private static final int PEOPLE = Integer.getInteger("bench.people", USUAL);
    private static final List<Integer> CONNECTIONS =
            Arrays.stream(System.getProperty("bench.connections", "1,8,32,128").split(","))
                    .map(Integer::valueOf)
                    .toList();
    private static final int SECONDS = Integer.getInteger("bench.seconds", 8);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 2);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 8);
    private static final int MOST_WARM_UPS = 30;
    private static final double STEADY = 1.04;
    private static final List<String> QUESTIONS =
            List.of(System.getProperty("bench.questions", "all").split(","));
    private static final int WARM_CONNECTIONS = 32;
    private static final int COUNTED = 20;
    private static final double SHARE_OF_MOST = 0.8;
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Seconds of processor time between two looks. */
    private static final double IDLE = 0.1;

    private final Graph graph = new Graph(HOME.resolve("data-" + PEOPLE));
    private final List<Line> lines = new ArrayList<>();
    private final List<Apart> apart = new ArrayList<>();
    private final List<Count> counts = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();

    private Performance() {}

    public static void main(String[] arguments) throws Exception {
        Files.createDirectories(HOME);
        new Performance().run();
    }

    private void run() throws Exception {
        fact(Filling.fill(graph, PEOPLE));
        Contestant.SETTINGS.forEach(setting -> fact("the hub with " + setting));
        List<Target> targets = new ArrayList<>();
        try (Server hub = Contestant.startHub(graph, Filling.city(PEOPLE))) {
            started(hub);
            List<Somebody> people = graph.adults(REQUESTS);
            targets.add(Target.of(Contestant.HUB, hub, people));
            for (Contestant peer : Contestant.wanted()) {
                if (peer != Contestant.HUB) {
                    targets.add(Target.of(peer, peer.start(graph, graph.port(), 0), people));
                }
            }
            Check.all(targets).forEach(this::fact);
            for (Question question : questions()) {
                measure(question, targets.stream().filter(one -> one.answers(question)).toList());
            }
            targets.stream().skip(1).forEach(target -> target.server().close());
            for (Contestant contestant : Contestant.wanted()) {
                try {
                    count(contestant, people);
                } catch (IOException e) {
                    fact("%s could not be counted: %.200s".formatted(contestant.label(), e));
                }
            }
            machine(people.size());
            new Report(lines, apart, counts, facts).write(page());
        } finally {
            targets.forEach(target -> target.server().close());
        }
    }

    private void fact(String fact) {
        System.out.println(fact);
        facts.add(fact);
    }

    private static Path page() {
        return Path.of(
                "docs", PEOPLE == USUAL ? "performance.md" : "performance-" + PEOPLE + ".md");
    }

    private void started(Server server) throws IOException {
        double ready = server.age();
        Hub hub = new Hub(server.address());
        String page = Question.PAGE.words(Tongue.HUB);
        JsonNode answer = hub.ask("MZ", hub.plan("MZ"), page, Map.of());
        double answered = server.age();
        if (answer.has("errors")) {
            throw new IOException(answer.toString());
        }
        fact(
                "hub: %.1f s from start to first answer (token, plan and page), database embedded and in place; ready after %.1f s; heap bound %d MB throughout"
                        .formatted(answered, ready, Jvm.of(server.process()).heapBound() >> 20));
    }

    private void measure(Question question, List<Target> targets)
            throws IOException, InterruptedException {
        List<WarmUp> warmUps = new ArrayList<>();
        for (Target target : targets) {
            warmUps.add(warmUp(target, question));
        }
        for (int connections : CONNECTIONS) {
            for (int round = 1; round <= ROUNDS; round++) {
                for (Target target : targets) {
                    lines.add(line(target, question, connections));
                    System.out.println(lines.getLast());
                }
            }
        }
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            double rate = SHARE_OF_MOST * Report.most(lines, question, target.name());
            Wrk.Result paced = load(target, question, CONNECTIONS.getLast(), SECONDS, rate);
            apart.add(new Apart(question, target.name(), warmUps.get(i), paced, rate));
            System.out.println(apart.getLast());
        }
    }

    private Wrk.Result load(
            Target target, Question question, int connections, int seconds, double rate)
            throws IOException, InterruptedException {
        settle();
        return target.load(question, connections, seconds, rate);
    }

    /** Waits while the graph still works on what the one before was asked and nobody awaits. */
    private void settle() throws IOException {
        AtomicReference<Double> before = new AtomicReference<>(Server.cpu(graph.pid()));
        await().pollInterval(LOOK)
                .atMost(PATIENCE)
                .until(
                        () -> {
                            double now = Server.cpu(graph.pid());
                            return now - before.getAndSet(now) < IDLE;
                        });
    }

    /** Until a part of it answers hardly more than the best before, and the one after as well. */
    private WarmUp warmUp(Target target, Question question)
            throws IOException, InterruptedException {
        Wrk.Result first = load(target, question, WARM_CONNECTIONS, WARM_UP, 0);
        double best = first.perSecond();
        int parts = 1;
        for (int same = 0; same < 2 && parts < MOST_WARM_UPS; parts++) {
            double next = load(target, question, WARM_CONNECTIONS, WARM_UP, 0).perSecond();
            same = next > STEADY * best ? 0 : same + 1;
            best = Math.max(best, next);
        }
        return new WarmUp(first, parts * WARM_UP);
    }

    private static List<Question> questions() {
        return Stream.of(Question.values())
                .filter(one -> QUESTIONS.contains("all") || QUESTIONS.contains(one.name()))
                .toList();
    }

    private Line line(Target target, Question question, int connections)
            throws IOException, InterruptedException {
        settle();
        double own = target.server().cpu();
        double database = Server.cpu(graph.pid());
        double allocated = target.allocated();
        Wrk.Result result = target.load(question, connections, SECONDS, 0);
        return new Line(
                target.name(),
                question,
                connections,
                result,
                1000 * (target.server().cpu() - own) / result.requests(),
                1000 * (Server.cpu(graph.pid()) - database) / result.requests(),
                (target.allocated() - allocated) / result.requests(),
                target.server().memory());
    }

    /** Once more, through a tap that counts: it would be in the way of what is measured. */
    private void count(Contestant contestant, List<Somebody> people)
            throws IOException, InterruptedException {
        try (Tap tap = new Tap(graph.port());
                Server server = contestant.start(graph, tap.port(), Contestant.values().length)) {
            Target target = Target.of(contestant, server, people);
            for (Question question : questions()) {
                if (target.answers(question)) {
                    target.ask(question, people.getFirst());
                    counts.add(count(tap, target, question, 1));
                    counts.add(count(tap, target, question, WARM_CONNECTIONS));
                    System.out.println(counts.getLast());
                }
            }
        }
    }

    /** So many requests, no more and no less, over so many connections. */
    private static Count count(Tap tap, Target target, Question question, int connections)
            throws IOException, InterruptedException {
        double statements = tap.statements();
        double hits = tap.hits();
        int requests = COUNTED * (connections == 1 ? 1 : 10);
        target.ask(question, requests, connections);
        return new Count(
                question,
                target.name(),
                connections,
                (tap.statements() - statements) / requests,
                (tap.hits() - hits) / requests);
    }

    private void machine(int people) throws IOException {
        facts.addFirst(
                "%s; %d processors (%s), Java %s, Neo4j %s, Spring Boot %s; a synthetic city of %,d people, %,d of them asked about in turn"
                        .formatted(
                                LocalDate.now(),
                                Runtime.getRuntime().availableProcessors(),
                                Server.processor(),
                                Runtime.version(),
                                System.getProperty("neo4j-server.version", "as in pom.xml"),
                                org.springframework.boot.SpringBootVersion.getVersion(),
                                PEOPLE,
                                people));
        facts.add(
                "%d rounds of %d s each, the servers in turn, of which the median stands below (of two the better, for every server); before each question a warm-up in parts of %d s with %d connections, until two parts answer no more than the best before, the first reported apart; heap of every Java server bound to 512 MB, collected in parallel (-XX:+UseParallelGC), the database's too"
                        .formatted(ROUNDS, SECONDS, WARM_UP, WARM_CONNECTIONS));
    }
}
