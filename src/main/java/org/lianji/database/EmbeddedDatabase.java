package org.lianji.database;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.StartRefused;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    /** A fourth of the server's own, so that a small disk has room for the next one. */
    static final long ROTATION = 64L << 20;

    /** Has what can't be read at a log's end given up. */
    static final Map<String, String> CUT_TORN_LOG =
            Map.of("internal.dbms.tx_log.fail_on_corrupted_log_files", "false");

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** A server that ends sooner after a restart did not come up. */
    private static final Duration UP = Duration.ofMinutes(2);

    private static final int MOST_RESTARTS = 3;

    /** Exit codes of a process that was asked to stop (SIGINT, SIGTERM). */
    private static final List<Integer> ASKED_TO_STOP = List.of(0, 130, 143);

    private final ServerLaunch launch;
    private final DatabaseFolder folder;
    private final TransactionLogs logs;
    private final int port;
    private boolean stopping;
    private int restarts;
    private long launched;
    private volatile boolean ready;
    private volatile @Nullable Process process;

    /**
     * @param home folder for the data; created where missing, and locked against a second hub
     * @param jars folder with the server's jars
     * @param heap as {@code -Xmx} takes it
     * @param pageCache as {@code server.memory.pagecache.size} takes it
     * @throws IllegalStateException when the folder is in use or the jars are missing
     */
    public EmbeddedDatabase(Path home, Path jars, String heap, String pageCache) {
        this(home, jars, heap, pageCache, ROTATION, Map.of());
    }

    /**
     * @param rotation how long a transaction log is, in bytes
     * @param more settings of the server, which go before those made here
     */
    public EmbeddedDatabase(
            Path home,
            Path jars,
            String heap,
            String pageCache,
            long rotation,
            Map<String, String> more) {
        this.launch = new ServerLaunch(jars, heap, pageCache, rotation, more);
        try {
            launch.requireServer();
            this.port = freePort();
            this.folder = new DatabaseFolder(home);
            this.logs = new TransactionLogs(folder.home(), rotation);
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    private static StartRefused unusable(Path home, IOException e) {
        return new StartRefused(
                "The database folder " + home + " can't be used: " + e.getMessage(), e);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** {@return the Bolt address, on loopback} */
    public URI uri() {
        return URI.create("bolt://127.0.0.1:" + port);
    }

    /** {@return the credentials made for this folder} */
    public AuthToken auth() {
        return AuthTokens.basic("neo4j", folder.password());
    }

    /** {@return the folder of the data} */
    Path home() {
        return folder.home();
    }

    /** {@return whether it is stopped for a copy} */
    boolean isCopied() {
        return Files.exists(folder.copying());
    }

    boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    @Override
    public void close() {
        close(DatabaseFolder.PATIENCE);
    }

    /** Ends the server, and its process where it takes longer than that. */
    synchronized void close(Duration patience) {
        stopping = true;
        Process running = process;
        if (running != null) {
            DatabaseFolder.end(running.toHandle(), patience);
        }
        folder.close();
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
            start(Redirect.to(folder.output()));
        } catch (IOException e) {
            throw unusable(folder.home(), e);
        }
        return this;
    }

    private void start(Redirect output) throws IOException {
        Process started = launch.start(folder, port, output);
        Lifeline lifeline = Lifeline.of(started);
        process = started;
        launched = System.nanoTime();
        // not on the common pool: whoever holds the lock here waits there for this very end
        started.onExit()
                .thenAcceptAsync(
                        server -> {
                            lifeline.close();
                            ended(server);
                        },
                        Thread::startVirtualThread);
    }

    /** Is started again unless it was asked to end; on the same port, where the driver finds it. */
    private synchronized void ended(Process server) {
        if (stopping || !ready || server != process || ASKED_TO_STOP.contains(server.exitValue())) {
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
        startAgain();
    }

    private void startAgain() {
        try {
            start(Redirect.appendTo(folder.output()));
        } catch (IOException e) {
            log.error("The database can't be started again: restart the hub", e);
        }
    }

    /** Ends the server, if it is there, and starts it again, whatever became of it before. */
    synchronized void restart() {
        Process running = process;
        if (stopping || running == null) {
            return;
        }
        restarts = 0;
        process = null; // its end is no reason to start it again
        DatabaseFolder.end(running.toHandle());
        process = running;
        startAgain();
    }

    /** To be called every now and then: the server's logs go on in room taken beforehand. */
    public void keepRoom() {
        if (ready) {
            logs.reserve();
        }
    }

    /**
     * {@return this, once it answers}
     *
     * @throws IllegalStateException with the server's last words where it does not come up
     */
    public EmbeddedDatabase ready() {
        launch();
        ServerProbe probe = new ServerProbe(uri(), folder);
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!isUp(probe)) {
            Process running = process;
            if (running == null || !running.isAlive() || System.nanoTime() > limit) {
                close();
                throw new StartRefused(
                        "The database did not start; its last words: " + folder.lastWords());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
                throw new IllegalStateException("Interrupted while the database was starting", e);
            }
        }
        ready = true;
        keepRoom();
        return this;
    }

    private boolean isUp(ServerProbe probe) {
        try {
            return probe.isUp();
        } catch (StartRefused refused) {
            close();
            throw refused;
        }
    }
}
