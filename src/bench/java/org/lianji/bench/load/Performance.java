package org.lianji.bench.load;

import org.lianji.Hub;
import org.lianji.platform.Reason;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Compares the hub, guards, masks and audit on, with what a partner could pick instead, on the same
 * graph in the same database: rounds of load by wrk, each server in turn. Writes
 * docs/performance.md and its picture.
 *
 * <p>Options are system properties: {@code bench.connections}, {@code bench.seconds}, {@code
 * bench.rounds}, {@code bench.hub} (command that starts the hub).
 */
public final class Performance {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path HOME = Path.of("target/bench");
    private static final String HUB = "http://127.0.0.1:8090";
    private static final int REQUESTS = 5_000;
    private static final List<Integer> CONNECTIONS =
            Arrays.stream(System.getProperty("bench.connections", "1,8,32,128").split(","))
                    .map(Integer::valueOf)
                    .toList();
    private static final int SECONDS = Integer.getInteger("bench.seconds", 8);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 2);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 12);

    /** A server as it is asked. */
    private record Target(
            Server server,
            String url,
            Function<Question, Path> requests,
            Map<String, String> headers) {}

    private record Somebody(String idNumber, String hash) {}

    private Performance() {}

    public static void main(String[] arguments) throws Exception {
        Files.createDirectories(HOME);
        try (Server hub = startHub();
                Driver driver = driver()) {
            List<Somebody> people = people(driver);
            Hub asked = new Hub(HUB);
            Reason plan = asked.plan("MZ");
            List<Target> targets = new ArrayList<>();
            targets.add(
                    new Target(
                            hub,
                            HUB + "/graphql",
                            question -> file("hub", question, people),
                            Map.of(
                                    "Authorization",
                                    "Bearer " + asked.token("MZ"),
                                    Reason.PURPOSE,
                                    plan.purpose(),
                                    Reason.BASIS,
                                    plan.basis())));
            for (Server peer : peers()) {
                targets.add(
                        new Target(
                                peer,
                                "http://127.0.0.1:"
                                        + PORTS.get(peer.name())
                                        + (peer.name().endsWith("yoga") ? "/graphql" : "/"),
                                question ->
                                        file(
                                                peer.name().equals("floor") ? "floor" : "peer",
                                                question,
                                                people),
                                Map.of()));
            }
            try {
                List<Report.Line> lines = measure(targets);
                Report.write(lines, machine(people.size()), Path.of("docs"));
            } finally {
                targets.forEach(target -> target.server().close());
            }
        }
    }

    private static final Map<String, Integer> PORTS =
            Map.of("floor", 8091, "neo4j-graphql-yoga", 8092, "neo4j-graphql-apollo", 8093);

    private static Server startHub() throws IOException {
        String command =
                System.getProperty(
                        "bench.hub",
                        ProcessHandle.current().info().command().orElse("java")
                                + " -Xmx512m -jar target/lianji-0.1.0.jar");
        List<String> all = new ArrayList<>(List.of(command.split(" ")));
        all.addAll(
                List.of(
                        "--server.port=8090",
                        "--lianji.database.home=" + HOME.resolve("data"),
                        "--lianji.limits.rate=1000000",
                        "--lianji.limits.burst=1000000"));
        return Server.start("hub", "令牌 token", HOME.resolve("hub.log"), all);
    }

    private static List<Server> peers() throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        List<Server> peers = new ArrayList<>();
        peers.add(
                Server.start(
                        "floor",
                        "ready",
                        HOME.resolve("floor.log"),
                        List.of(
                                java,
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Floor.class.getName(),
                                "8091",
                                bolt(),
                                password())));
        for (String kind : List.of("yoga", "apollo")) {
            String name = "neo4j-graphql-" + kind;
            if (System.getProperty("bench.peers", "yoga,apollo").contains(kind)) {
                peers.add(
                        Server.start(
                                name,
                                "ready",
                                HOME.resolve(name + ".log"),
                                List.of(
                                        "node",
                                        "src/bench/npm/neo4j-graphql.js",
                                        kind,
                                        String.valueOf(PORTS.get(name)),
                                        bolt(),
                                        password())));
            }
        }
        return peers;
    }

    private static List<Report.Line> measure(List<Target> targets)
            throws IOException, InterruptedException {
        List<Report.Line> lines = new ArrayList<>();
        for (Question question : Question.values()) {
            for (Target target : targets) {
                run(target, question, 32, WARM_UP);
                System.out.println(target.server().name() + " answers " + sample(target, question));
            }
            for (int connections : CONNECTIONS) {
                for (int round = 1; round <= ROUNDS; round++) {
                    for (Target target : targets) {
                        Report.Line line = line(target, question, connections);
                        System.out.println(line);
                        lines.add(line);
                    }
                }
            }
        }
        return lines;
    }

    private static Report.Line line(Target target, Question question, int connections)
            throws IOException, InterruptedException {
        double own = target.server().cpu();
        double database = Server.cpu(databasePid());
        Wrk.Result result = run(target, question, connections, SECONDS);
        return new Report.Line(
                target.server().name(),
                question,
                connections,
                result,
                1000 * (target.server().cpu() - own) / result.requests(),
                1000 * (Server.cpu(databasePid()) - database) / result.requests(),
                target.server().memory());
    }

    private static List<String> machine(int people) throws IOException {
        return List.of(
                LocalDate.now().toString(),
                "%d processors, Java %s, Neo4j %s, data as the demo city has it, %d people asked about in turn"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version(),
                                System.getProperty("neo4j-server.version", "as in pom.xml"),
                                people),
                "%d rounds of %d s each, %d s of warm-up with 32 connections; hub and floor with 512 MB of heap"
                        .formatted(ROUNDS, SECONDS, WARM_UP),
                "floor: hand-written Cypher, one query a request, by the bare driver;"
                        + " neo4j-graphql: @neo4j/graphql as in src/bench/npm/package.json, without"
                        + " @authorization");
    }

    private static Wrk.Result run(Target target, Question question, int connections, int seconds)
            throws IOException, InterruptedException {
        return Wrk.run(
                target.url(),
                target.requests().apply(question),
                target.headers(),
                connections,
                seconds);
    }

    private static String sample(Target target, Question question)
            throws IOException, InterruptedException {
        String body = Files.readAllLines(target.requests().apply(question)).getFirst();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(target.url()))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        target.headers().forEach(request::header);
        String answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
        if (answer.contains("\"errors\"")) {
            throw new IOException(target.server().name() + ": " + answer);
        }
        return answer.substring(0, Math.min(answer.length(), 300));
    }

    // Whom it is about, and who asks

    private static Path file(String words, Question question, List<Somebody> people) {
        Path file = HOME.resolve(words + "-" + question + ".txt");
        Function<Somebody, String> body =
                switch (words) {
                    case "hub" -> one -> question.toHub(one.idNumber());
                    case "floor" -> one -> question.toFloor(one.hash());
                    default -> one -> question.toPeer(one.hash());
                };
        if (Files.notExists(file)) {
            try {
                Files.write(file, people.stream().map(body).toList());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return file;
    }

    /** Adults of the city, in a fixed random order. */
    private static List<Somebody> people(Driver driver) {
        List<Somebody> people =
                new ArrayList<>(
                        driver
                                .executableQuery(
                                        "MATCH (p:Person)-[:MEMBER_OF]->(:Household {kind:"
                                            + " 'LIVING_TOGETHER'}) WHERE substring(p.idNumber, 6,"
                                            + " 4) < '2000' RETURN DISTINCT p.idNumber AS n,"
                                            + " p.idHash AS h ORDER BY h")
                                .execute()
                                .records()
                                .stream()
                                .map(
                                        record ->
                                                new Somebody(
                                                        record.get("n").asString(),
                                                        record.get("h").asString()))
                                .toList());
        Collections.shuffle(people, new Random(1));
        return people.subList(0, Math.min(REQUESTS, people.size()));
    }

    private static Driver driver() throws IOException {
        return GraphDatabase.driver(bolt(), AuthTokens.basic("neo4j", password()));
    }

    private static String bolt() throws IOException {
        return Files.readAllLines(HOME.resolve("data/conf/neo4j.conf")).stream()
                .filter(line -> line.startsWith("server.bolt.listen_address="))
                .map(line -> "bolt://" + line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
    }

    private static String password() throws IOException {
        return Files.readString(HOME.resolve("data/password")).strip();
    }

    private static long databasePid() throws IOException {
        return Long.parseLong(Files.readString(HOME.resolve("data/pid")).strip());
    }
}
