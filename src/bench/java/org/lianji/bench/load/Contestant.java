package org.lianji.bench.load;

import org.lianji.bench.load.Question.Tongue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who answers, and how each is started on the graph that the hub keeps. */
enum Contestant {
    HUB("hub", Tongue.HUB, "/graphql"),
    FLOOR("floor", Tongue.FLOOR, "/"),
    REPOSITORIES("spring-repositories", Tongue.SPRING, "/graphql"),
    BATCH("spring-batch", Tongue.SPRING, "/graphql"),
    YOGA("neo4j-graphql-yoga", Tongue.NEO4J_GRAPHQL, "/graphql"),
    APOLLO("neo4j-graphql-apollo", Tongue.NEO4J_GRAPHQL, "/"),
    YOGA_GUARDED("neo4j-graphql-yoga @authorization", Tongue.NEO4J_GRAPHQL, "/graphql"),
    APOLLO_GUARDED("neo4j-graphql-apollo @authorization", Tongue.NEO4J_GRAPHQL, "/");

    /** By which the guarded ones check the token of {@link Target}. */
    static final String KEY = "a key of this comparison, good for nothing else";

    private static final int PORT = Integer.getInteger("bench.port", 8090);
    private static final String HEAP = "-Xmx512m";

    /** Two processors have nothing to spare for a collector beside the work. */
    private static final String COLLECTOR = "-XX:+UseParallelGC";

    static final String JAVA = ProcessHandle.current().info().command().orElse("java");
    private static final Path JAR = Path.of("target/lianji-0.1.0.jar");
    private static final Path EXTRACTED = Performance.HOME.resolve("hub");
    private static final Path ARCHIVE = Performance.HOME.resolve("hub.jsa");

    /** Of the hub, beside those of a run. */
    static final List<String> SETTINGS =
            Stream.of(System.getProperty("bench.hub", "").split(","))
                    .filter(setting -> !setting.isEmpty())
                    .map(setting -> "--" + setting)
                    .toList();

    /** A field being fetched takes a connection: the usual 100 are too few, 400 are the graph's. */
    private static final int POOL = 250;

    /** What a peer would not have: nothing is signed in, guarded or managed there. */
    private static final String NOT_OF_PEERS = ".*(security|oauth2|actuator|target.classes).*";

    private final String label;
    private final Tongue tongue;
    private final String path;

    Contestant(String label, Tongue tongue, String path) {
        this.label = label;
        this.tongue = tongue;
        this.path = path;
    }

    /** {@return those that are wanted, the hub always} */
    static List<Contestant> wanted() {
        List<String> names = List.of(System.getProperty("bench.servers", "all").split(","));
        return Stream.of(values())
                .filter(one -> one == HUB || names.contains("all") || names.contains(one.name()))
                .toList();
    }

    String label() {
        return label;
    }

    Tongue tongue() {
        return tongue;
    }

    boolean guarded() {
        return this == YOGA_GUARDED || this == APOLLO_GUARDED;
    }

    boolean java() {
        return tongue != Tongue.NEO4J_GRAPHQL;
    }

    /** {@return where it takes questions} */
    String path() {
        return path;
    }

    /**
     * Starts it on a graph that is running.
     *
     * @param bolt the port by which it reaches the graph
     * @param aside how far from its usual port it listens
     */
    Server start(Graph graph, int bolt, int aside) throws IOException {
        int port = PORT + ordinal() + aside;
        return this == HUB
                ? startHub(graph, port, database(graph, bolt))
                : Server.start(
                        label,
                        port,
                        "ready",
                        log(label, port),
                        peer(port, "bolt://127.0.0.1:" + bolt, graph.password()));
    }

    /** Starts the hub with the database embedded, which it fills with the city where it is new. */
    static Server startHub(Graph graph, Path city) throws IOException {
        return startHub(graph, PORT, List.of("--lianji.demo.city=" + city));
    }

    private static Server startHub(Graph graph, int port, List<String> more) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                JAVA,
                                HEAP,
                                COLLECTOR,
                                "-XX:SharedArchiveFile=" + ARCHIVE,
                                "-XX:ThreadPriorityPolicy=1",
                                "-XX:CompilerThreadPriority=5",
                                "-jar",
                                extracted().toString()));
        command.addAll(
                List.of(
                        "--server.port=" + port,
                        "--lianji.database.home=" + graph.home(),
                        "--lianji.limits.rate=1000000",
                        "--lianji.limits.burst=1000000"));
        command.addAll(more);
        command.addAll(SETTINGS);
        return Server.start(HUB.label, port, "令牌 token", log(HUB.label, port), command);
    }

    /** As the README says for a fast start; the end of the first start writes the archive. */
    private static Path extracted() throws IOException {
        Path hub = EXTRACTED.resolve(JAR.getFileName());
        if (Files.notExists(hub)
                || Files.getLastModifiedTime(hub).compareTo(Files.getLastModifiedTime(JAR)) < 0) {
            Server.run(
                    List.of(
                            JAVA,
                            "-Djarmode=tools",
                            "-jar",
                            JAR.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            EXTRACTED.toString()));
            Server.run(
                    List.of(
                            JAVA,
                            COLLECTOR,
                            "-XX:ArchiveClassesAtExit=" + ARCHIVE,
                            "-Xlog:cds=off",
                            "-Dspring.context.exit=onRefresh",
                            "-jar",
                            hub.toString(),
                            "--server.port=0",
                            "--lianji.database.home=" + Performance.HOME.resolve("archived")));
        }
        return hub;
    }

    private static List<String> database(Graph graph, int bolt) throws IOException {
        return List.of(
                "--spring.neo4j.uri=bolt://127.0.0.1:" + bolt,
                "--spring.neo4j.authentication.username=neo4j",
                "--spring.neo4j.authentication.password=" + graph.password(),
                "--lianji.demo.city=target/none");
    }

    private static Path log(String label, int port) {
        return Performance.HOME.resolve(label.replaceAll("\\W+", "-") + "-" + port + ".log");
    }

    private List<String> peer(int port, String bolt, String password) {
        return switch (this) {
            case HUB -> throw new IllegalArgumentException(label);
            case FLOOR ->
                    List.of(
                            JAVA,
                            HEAP,
                            COLLECTOR,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Floor.class.getName(),
                            String.valueOf(port),
                            bolt,
                            password);
            case REPOSITORIES ->
                    spring("peers.repositories.RepositoriesPeer", port, bolt, password);
            case BATCH -> spring("peers.batch.BatchPeer", port, bolt, password);
            case YOGA, YOGA_GUARDED -> node("yoga", port, bolt, password);
            case APOLLO, APOLLO_GUARDED -> node("apollo", port, bolt, password);
        };
    }

    /**
     * With virtual threads the repositories' fields are all fetched at once: those of 32 callers
     * take more connections than the graph has.
     */
    private List<String> spring(String program, int port, String bolt, String password) {
        return List.of(
                JAVA,
                HEAP,
                COLLECTOR,
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.matches(NOT_OF_PEERS))
                        .collect(Collectors.joining(File.pathSeparator)),
                program,
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--spring.threads.virtual.enabled=" + (this != REPOSITORIES),
                "--spring.graphql.schema.locations=file:src/bench/peers/",
                "--spring.neo4j.pool.max-connection-pool-size=" + POOL,
                "--spring.neo4j.uri=" + bolt,
                "--spring.neo4j.authentication.username=neo4j",
                "--spring.neo4j.authentication.password=" + password,
                "--logging.level.root=warn");
    }

    private List<String> node(String server, int port, String bolt, String password) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "node",
                                "src/bench/npm/neo4j-graphql.js",
                                server,
                                String.valueOf(port),
                                bolt,
                                password));
        if (guarded()) {
            command.add(KEY);
        }
        return command;
    }
}
