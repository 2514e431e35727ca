package org.lianji.backup;

import org.lianji.database.Commands;
import org.lianji.database.DatabaseFolder;
import org.lianji.database.Frozen;
import org.lianji.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The files of an embedded database as they stood at one moment: those of a server that runs are
 * copied while it stands still. So they are what a server leaves that is killed, from which it
 * comes back with all that was acknowledged; Community has no other way that lets it run on.
 */
public final class DatabaseCopy {

    private static final Logger log = LoggerFactory.getLogger(DatabaseCopy.class);
    private static final String DATA = "data";
    private static final String PASSWORD = "password";

    /** Of a demo, which makes its own: without it nobody in the data is found by their number. */
    private static final String IDENTITY_KEY = "identity.key";

    private DatabaseCopy() {}

    /**
     * {@return how long the server stood still}
     *
     * @param home folder of the database
     * @param to folder for the copy; created where missing
     * @throws StartRefused where there is no database, or no room for a copy
     */
    public static Duration take(Path home, Path to) throws IOException {
        Path from = home.toAbsolutePath();
        if (!Files.isDirectory(from.resolve(DATA))) {
            throw new StartRefused("There is no database under " + from);
        }
        Files.createDirectories(to);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
        requireRoom(from.resolve(DATA), to);
        try (DatabaseFolder idle = new DatabaseFolder(from)) {
            idle.endOrphans();
            copy(from, to);
            return Duration.ZERO;
        } catch (StartRefused inUse) {
            return takeRunning(from, to);
        }
    }

    /** Its logs have room that nothing is written to yet, and that the copy doesn't need. */
    private static void requireRoom(Path data, Path to) throws IOException {
        long needed = size(data) * 11 / 10;
        long free = to.toFile().getUsableSpace();
        if (free < needed) {
            throw new StartRefused(
                    "The copy needs %,d MB under %s and %,d MB are left: make room"
                            .formatted(needed >> 20, to, free >> 20));
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).mapToLong(DatabaseCopy::length).sum();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long length(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration takeRunning(Path home, Path to) throws IOException {
        long pid = Long.parseLong(Files.readString(home.resolve("pid")).strip());
        long start = System.nanoTime();
        try (Frozen _ = Frozen.of(pid, home.resolve("copying"))) {
            copy(home, to);
        }
        Duration pause = Duration.ofNanos(System.nanoTime() - start);
        log.info("The database stood still for {}", pause);
        return pause;
    }

    private static void copy(Path home, Path to) throws IOException {
        Commands.run(
                "cp",
                "-a",
                "--reflink=auto",
                "--sparse=always",
                home.resolve(DATA).toString(),
                home.resolve(PASSWORD).toString(),
                to.toString());
        if (Files.exists(home.resolve(IDENTITY_KEY))) {
            Files.copy(home.resolve(IDENTITY_KEY), to.resolve(IDENTITY_KEY));
        }
    }
}
