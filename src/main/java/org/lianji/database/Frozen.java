package org.lianji.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that stands still, and its files with it, until this is closed. It goes on too where
 * whoever stopped it dies: a shell waits for the end of a pipe that they alone hold open.
 */
public final class Frozen implements AutoCloseable {

    private static final String STOP_AND_GO_ON =
            """
            trap '' INT TERM HUP
            trap 'rm -f "$1"' EXIT
            kill -STOP "$0" || exit
            echo stopped
            read -r _
            kill -CONT "$0"
            """;

    private static final long LIMIT = TimeUnit.SECONDS.toNanos(30);

    private final Process shell;

    private Frozen(Process shell) {
        this.shell = shell;
    }

    /**
     * @param marker a file that is there as long as it stands still
     * @throws IOException where it can't be stopped
     */
    public static Frozen of(long pid, Path marker) throws IOException {
        Files.writeString(marker, Long.toString(pid));
        Process shell =
                new ProcessBuilder(
                                "/bin/sh",
                                "-c",
                                STOP_AND_GO_ON,
                                Long.toString(pid),
                                marker.toString())
                        .start();
        Frozen frozen = new Frozen(shell);
        try {
            if (shell.inputReader().readLine() == null) {
                throw new IOException("The database could not be stopped for the copy");
            }
            awaitStandstill(Path.of("/proc", Long.toString(pid), "task"));
            return frozen;
        } catch (IOException | RuntimeException e) {
            frozen.close();
            throw e;
        }
    }

    /** The signal is there at once, but a thread that is writing writes to the end. */
    private static void awaitStandstill(Path threads) throws IOException {
        long limit = System.nanoTime() + LIMIT;
        while (!standsStill(threads)) {
            if (System.nanoTime() > limit) {
                throw new IOException("The database could not be stopped for the copy");
            }
            Commands.pause();
        }
    }

    private static boolean standsStill(Path threads) throws IOException {
        try (Stream<Path> all = Files.list(threads)) {
            for (Path thread : all.toList()) {
                String stat = Files.readString(thread.resolve("stat"));
                if (!stat.substring(stat.lastIndexOf(')')).startsWith(") T")) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        shell.getOutputStream().close();
        shell.onExit().join();
    }
}
