package org.lianji.platform;

import org.jspecify.annotations.Nullable;
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

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Neo4j Community server as a child process: Bolt on loopback, a generated password, its data in
 * one folder. It stops with the hub, is started again when it dies, unless that fails three times,
 * and one left behind by a killed hub is replaced.
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

    private final Path home;
    private final Path jars;
    private final String heap;
    private final String pageCache;
    private final FileLock lock;
    private final int port;
    private final String password;
    private volatile boolean ready;
    private boolean stopping;
    private int restarts;
    private long launched;
    private volatile @Nullable Process process;

    /**
     * Launches the server, which comes up while the caller goes on.
     *
     * @param home folder for the data; created where missing, and locked against a second hub
     * @param jars folder with the server's jars
     * @param heap as {@code -Xmx} takes it
     * @param pageCache as {@code server.memory.pagecache.size} takes it
     * @throws IllegalStateException when the folder is in use or the jars are missing
     */
    public EmbeddedDatabase(Path home, Path jars, String heap, String pageCache) {
        this.home = home.toAbsolutePath();
        this.jars = jars.toAbsolutePath();
        this.heap = heap;
        this.pageCache = pageCache;
        try {
            requireServer();
            Files.createDirectories(this.home);
            Files.setPosixFilePermissions(this.home, PosixFilePermissions.fromString("rwx------"));
            this.lock = lockOrFail();
            this.password = SecretFile.kept(this.home.resolve("password"));
            this.port = freePort();
            endOrphan();
            writeConfiguration();
        } catch (IOException e) {
            throw new StartRefused(
                    "The database folder " + home + " can't be used: " + e.getMessage(), e);
        }
        launch();
    }

    /** {@return the Bolt address, on loopback} */
    public URI uri() {
        return URI.create("bolt://127.0.0.1:" + port);
    }

    /** {@return the credentials made for this folder} */
    public AuthToken auth() {
        return AuthTokens.basic("neo4j", password);
    }

    @Override
    public synchronized void close() {
        stopping = true;
        Process running = process;
        if (running != null) {
            end(running.toHandle());
        }
        try {
            lock.channel().close();
        } catch (IOException e) {
            log.warn("The lock of {} could not be released: {}", home, e.getMessage());
        }
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

    private FileLock lockOrFail() throws IOException {
        FileChannel file =
                FileChannel.open(
                        home.resolve("hub.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock taken = tryLock(file);
        if (taken == null) {
            file.close();
            throw new StartRefused(
                    "Another hub uses " + home + ": stop it, or set lianji.database.home");
        }
        return taken;
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A hub that was killed leaves its server behind; the lock says that no living hub owns it. */
    private void endOrphan() throws IOException {
        Path file = home.resolve("pid");
        if (Files.exists(file)) {
            ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .filter(this::isOurs)
                    .ifPresent(
                            orphan -> {
                                log.info("Stopping the database that an earlier hub left running");
                                end(orphan);
                            });
        }
    }

    private boolean isOurs(ProcessHandle handle) {
        return handle.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains("--home-dir=" + home))
                .orElse(false);
    }

    private static void end(ProcessHandle handle) {
        handle.destroy();
        try {
            handle.onExit().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handle.destroyForcibly();
        } catch (Exception e) {
            handle.destroyForcibly();
            handle.onExit().join();
        }
    }

    /**
     * Without the quiet period the server stops in two seconds instead of ten: by then the hub's
     * driver is closed.
     */
    private void writeConfiguration() throws IOException {
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.writeString(
                conf.resolve("neo4j.conf"),
                """
                server.default_listen_address=127.0.0.1
                server.bolt.listen_address=127.0.0.1:%d
                server.bolt.advertised_address=127.0.0.1:%d
                server.http.enabled=false
                server.https.enabled=false
                server.memory.pagecache.size=%s
                dbms.usage_report.enabled=false
                db.tx_log.preallocate=false
                internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s
                db.tx_log.rotation.retention_policy=2 files
                dbms.security.auth_minimum_password_length=8
                """
                        .formatted(port, port, pageCache));
    }

    private void launch() {
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
                        "--home-dir=" + home,
                        "--config-dir=" + home.resolve("conf")));
        try {
            Process started =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    process == null
                                            ? Redirect.to(output())
                                            : Redirect.appendTo(output()))
                            .start();
            started.getOutputStream().close();
            Files.writeString(home.resolve("pid"), Long.toString(started.pid()));
            started.onExit().thenAccept(this::restartUnlessAsked);
            launched = System.nanoTime();
            process = started;
        } catch (IOException e) {
            throw new UncheckedIOException("The database process could not be started", e);
        }
    }

    /** On the same port, so that the hub's driver finds it again. */
    private synchronized void restartUnlessAsked(Process ended) {
        if (stopping || !ready || ASKED_TO_STOP.contains(ended.exitValue())) {
            return;
        }
        restarts = System.nanoTime() - launched > UP.toNanos() ? 1 : restarts + 1;
        if (restarts > MOST_RESTARTS) {
            log.error(
                    "The database did not come up in {} restarts; see whether another program"
                            + " listens on port {}, then restart the hub. Its last words: {}",
                    MOST_RESTARTS,
                    port,
                    tail());
            return;
        }
        log.error("The database ended with code {}: starting it again", ended.exitValue());
        try {
            launch();
        } catch (UncheckedIOException e) {
            log.error("The database can't be started again: restart the hub", e);
        }
    }

    /**
     * {@return this, once it answers}
     *
     * @throws IllegalStateException with the server's last words where it does not come up
     */
    public EmbeddedDatabase ready() {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            Process running = process;
            if (running == null || !running.isAlive() || System.nanoTime() > limit) {
                close();
                throw new StartRefused("The database did not start; its last words: " + tail());
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
                            Map.of("password", password))
                    .consume();
            return true;
        } catch (ServiceUnavailableException | AuthenticationException e) {
            return false;
        }
    }

    private File output() {
        return home.resolve("server.log").toFile();
    }

    private String tail() {
        try {
            String text = Files.readString(output().toPath(), StandardCharsets.UTF_8);
            return text.substring(Math.max(0, text.length() - 2000));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}
