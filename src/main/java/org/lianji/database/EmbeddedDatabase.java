package org.lianji.database;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.StartRefused;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Neo4j Community server as a child process: Bolt on loopback, a generated password, its data in
 * one folder. It stops with the hub, also where the hub is killed, is started again when it dies,
 * unless that fails three times, and one left behind nevertheless is replaced.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** A server that ends sooner after a restart did not come up. */
    private static final Duration UP = Duration.ofMinutes(2);

    private static final int MOST_RESTARTS = 3;
    private static final List<String> JVM_FLAGS =
            List.of(
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "--add-opens=java.base/java.io=ALL-UNNAMED",
                    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:+UseParallelGC",
                    "-XX:+AutoCreateSharedArchive",
                    "-Xlog:cds=off", // tells that opened packages are not in the archive
                    // the server samples its indexes on virtual threads, which can hold a page that
                    // a commit waits for, and have to be given a processor themselves
                    "-Djdk.virtualThreadScheduler.parallelism=32",
                    // the compilers give way to what is to be compiled, which is there sooner
                    "-XX:ThreadPriorityPolicy=1",
                    "-XX:CompilerThreadPriority=5",
                    "-Dfile.encoding=UTF-8");

    /** Exit codes of a process that was asked to stop (SIGINT, SIGTERM). */
    private static final List<Integer> ASKED_TO_STOP = List.of(0, 130, 143);

    private final DatabaseFolder folder;
    private final Path jars;
    private final String heap;
    private final String pageCache;
    private final int port;
    private boolean stopping;
    private int restarts;
    private long launched;
    private volatile boolean ready;
    private volatile @Nullable Process process;
    private volatile @Nullable Lifeline lifeline;

    /**
     * @param home folder for the data; created where missing, and locked against a second hub
     * @param jars folder with the server's jars
     * @param heap as {@code -Xmx} takes it
     * @param pageCache as {@code server.memory.pagecache.size} takes it
     * @throws IllegalStateException when the folder is in use or the jars are missing
     */
    public EmbeddedDatabase(Path home, Path jars, String heap, String pageCache) {
        this.jars = jars.toAbsolutePath();
        this.heap = heap;
        this.pageCache = pageCache;
        try {
            requireServer();
            this.port = freePort();
            this.folder = new DatabaseFolder(home);
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    private static StartRefused unusable(Path home, IOException e) {
        return new StartRefused(
                "The database folder " + home + " can't be used: " + e.getMessage(), e);
    }

    /** {@return the Bolt address, on loopback} */
    public URI uri() {
        return URI.create("bolt://127.0.0.1:" + port);
    }

    /** {@return the credentials made for this folder} */
    public AuthToken auth() {
        return AuthTokens.basic("neo4j", folder.password());
    }

    @Override
    public synchronized void close() {
        stopping = true;
        Process running = process;
        if (running != null) {
            DatabaseFolder.end(running.toHandle());
        }
        folder.close();
    }

    private void requireServer() throws IOException {
        if (Files.isDirectory(jars)) {
            try (var server = Files.newDirectoryStream(jars, "neo4j-server-*.jar")) {
                if (server.iterator().hasNext()) {
                    return;
                }
            }
        }
        throw new StartRefused(
                "No database server under "
                        + jars
                        + ": run 'mvn generate-resources', or set spring.neo4j.uri to a running"
                        + " Neo4j");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Without the quiet period the server stops in two seconds instead of ten: by then the hub's
     * driver is closed.
     */
    private List<String> settings() {
        return """
        server.default_listen_address=127.0.0.1
        server.bolt.listen_address=127.0.0.1:%d
        server.bolt.advertised_address=127.0.0.1:%d
        server.http.enabled=false
        server.https.enabled=false
        server.memory.pagecache.size=%s
        dbms.usage_report.enabled=false
        db.tx_log.preallocate=true
        db.tx_log.rotation.size=%d
        db.tx_log.rotation.retention_policy=2 files
        internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s
        dbms.security.auth_minimum_password_length=8
        """
                .formatted(port, port, pageCache, TransactionLogs.ROTATION)
                .lines()
                .toList();
    }

    /** Launches the server, which comes up while the caller goes on; once. */
    public synchronized EmbeddedDatabase launch() {
        if (process != null) {
            return this;
        }
        if (stopping) {
            throw new IllegalStateException("Stopped before the database was launched");
        }
        try {
            folder.endOrphans();
            new TransactionLogs(folder.home()).reserve();
            folder.configure(settings());
            start(Redirect.to(folder.output()));
        } catch (IOException e) {
            throw unusable(folder.home(), e);
        }
        return this;
    }

    private void start(Redirect output) throws IOException {
        Process started =
                new ProcessBuilder(command())
                        .redirectErrorStream(true)
                        .redirectOutput(output)
                        .start();
        process = started;
        lifeline = Lifeline.of(started);
        launched = System.nanoTime();
        started.getOutputStream().close();
        folder.started(started);
        started.onExit().thenAccept(this::ended);
    }

    private List<String> command() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command =
                new ArrayList<>(List.of(java.toString(), "-Xms" + heap, "-Xmx" + heap));
        command.addAll(JVM_FLAGS);
        command.add("-XX:SharedArchiveFile=" + jars.resolve("server.jsa"));
        command.addAll(
                List.of(
                        "-cp",
                        jars + "/*",
                        "org.neo4j.server.Neo4jCommunity",
                        folder.homeArgument(),
                        "--config-dir=" + folder.configuration()));
        return command;
    }

    /** Is started again unless it was asked to end; on the same port, where the driver finds it. */
    private synchronized void ended(Process server) {
        if (lifeline != null) {
            lifeline.close();
        }
        if (stopping || !ready || ASKED_TO_STOP.contains(server.exitValue())) {
            return;
        }
        restarts = System.nanoTime() - launched > UP.toNanos() ? 1 : restarts + 1;
        if (restarts > MOST_RESTARTS) {
            log.error(
                    "The database did not come up in {} restarts; see whether another program"
                            + " listens on port {}, then restart the hub. Its last words: {}",
                    MOST_RESTARTS,
                    port,
                    folder.lastWords());
            return;
        }
        log.error("The database ended with code {}: starting it again", server.exitValue());
        try {
            start(Redirect.appendTo(folder.output()));
        } catch (IOException e) {
            log.error("The database can't be started again: restart the hub", e);
        }
    }

    /**
     * {@return this, once it answers}
     *
     * @throws IllegalStateException with the server's last words where it does not come up
     */
    public EmbeddedDatabase ready() {
        launch();
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            Process running = process;
            if (running == null || !running.isAlive() || System.nanoTime() > limit) {
                close();
                throw new StartRefused(
                        "The database did not start; its last words: " + folder.lastWords());
            }
            try {
                if (listens() && (answers(auth()) || acceptsPassword())) {
                    ready = true;
                    return this;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
                throw new IllegalStateException("Interrupted while the database was starting", e);
            }
        }
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answers(AuthToken auth) {
        try (Driver driver = GraphDatabase.driver(uri(), auth)) {
            driver.verifyConnectivity();
            return true;
        } catch (ServiceUnavailableException | SecurityException e) {
            return false;
        }
    }

    /** A new database has the password "neo4j" and wants it changed first. */
    private boolean acceptsPassword() {
        try (Driver driver = GraphDatabase.driver(uri(), AuthTokens.basic("neo4j", "neo4j"));
                var session = driver.session(SessionConfig.forDatabase("system"))) {
            session.run(
                            "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password",
                            Map.of("password", folder.password()))
                    .consume();
            return true;
        } catch (ServiceUnavailableException | AuthenticationException e) {
            return false;
        }
    }
}
