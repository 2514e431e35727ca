package org.lianji.database;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder with all that an embedded server needs and leaves; one hub's as long as it is open. */
public final class DatabaseFolder implements AutoCloseable {

    /** How long a server may take to stop. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Logger log = LoggerFactory.getLogger(DatabaseFolder.class);
    private static final int LAST_WORDS = 2000;
    private static final Pattern CAUSE = Pattern.compile("Caused by: ([^\\\\]{1,300})");

    private final Path home;
    private final FileLock lock;
    private final String password;

    /**
     * @param home created where missing, and locked against a second hub
     */
    public DatabaseFolder(Path home) throws IOException {
        this.home = home.toAbsolutePath();
        Files.createDirectories(this.home);
        Files.setPosixFilePermissions(this.home, PosixFilePermissions.fromString("rwx------"));
        this.lock = lockOrFail();
        this.password = SecretFile.kept(this.home.resolve("password"));
    }

    Path home() {
        return home;
    }

    String password() {
        return password;
    }

    File output() {
        return home.resolve("server.log").toFile();
    }

    /** There while the server is stopped for a copy. */
    Path copying() {
        return home.resolve("copying");
    }

    Path configuration() {
        return home.resolve("conf");
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

    /** A hub that was killed may leave its server; the lock says that no living hub owns it. */
    public void endOrphans() {
        ProcessHandle.allProcesses()
                .filter(this::isOurs)
                .forEach(
                        orphan -> {
                            log.info("Stopping the database that an earlier hub left running");
                            end(orphan);
                        });
    }

    private boolean isOurs(ProcessHandle handle) {
        return handle.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(homeArgument()))
                .orElse(false);
    }

    String homeArgument() {
        return "--home-dir=" + home;
    }

    /** Asks a server to stop, and stops it where it doesn't. */
    static void end(ProcessHandle handle) {
        end(handle, PATIENCE);
    }

    /** Asks a server to stop, and stops it where it doesn't within that time. */
    static void end(ProcessHandle handle, Duration patience) {
        handle.destroy();
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handle.destroyForcibly();
        } catch (Exception e) {
            handle.destroyForcibly();
            handle.onExit().join();
        }
    }

    void started(Process server) throws IOException {
        Files.writeString(home.resolve("pid"), Long.toString(server.pid()));
    }

    void configure(List<String> settings) throws IOException {
        Files.createDirectories(configuration());
        Files.write(configuration().resolve("neo4j.conf"), settings);
    }

    /** {@return the end of what the server wrote} */
    String lastWords() {
        try {
            String text = Files.readString(output().toPath(), StandardCharsets.UTF_8);
            return text.substring(Math.max(0, text.length() - LAST_WORDS));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    /** {@return the innermost cause of the last fault in the server's own log} */
    String lastCause() {
        String cause = "its log is under " + home.resolve("logs");
        try (Stream<String> lines = Files.lines(home.resolve("logs/debug.log"))) {
            return lines.filter(line -> line.contains("Failed to start DatabaseId"))
                    .flatMap(line -> CAUSE.matcher(line).results())
                    .map(found -> found.group(1).strip())
                    .reduce(cause, (_, later) -> later);
        } catch (IOException | UncheckedIOException e) {
            return cause;
        }
    }

    @Override
    public void close() {
        try {
            lock.channel().close();
        } catch (IOException e) {
            log.warn("The lock of {} could not be released: {}", home, e.getMessage());
        }
    }
}
