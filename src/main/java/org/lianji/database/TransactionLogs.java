package org.lianji.database;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The room that the server's logs have on disk beforehand, so that a full disk cuts no entry in
 * two: behind the halves of one stand others later, and such a log can't be read any more. The
 * server itself takes as much as a log has when the next one begins. What is lacking is the room
 * for the entry that goes beyond; and all of it in a log that was begun by an earlier version of
 * the hub, or was cut off in recovery.
 */
final class TransactionLogs {

    private static final long CHECKPOINTS = 1 << 20;

    /** Behind where the next log begins, for the entries that cross it. */
    static final long BEYOND = 16 << 20;

    private static final long CHECKPOINTS_BEYOND = 64 << 10;
    private static final Logger log = LoggerFactory.getLogger(TransactionLogs.class);

    private record Part(Path file, long wanted) {}

    private final Path folder;
    private final long rotation;
    private boolean told;

    /**
     * @param home of the database
     * @param rotation where the next log begins, in bytes
     */
    TransactionLogs(Path home, long rotation) {
        this.folder = home.resolve("data/transactions");
        this.rotation = rotation;
    }

    /**
     * Takes what is lacking. Only once the server is up with its logs: room behind a torn entry
     * would keep it from coming up.
     */
    synchronized void reserve() {
        try {
            for (Part part : newest()) {
                if (Files.size(part.file()) < part.wanted()) {
                    reserve(part);
                }
            }
        } catch (NoSuchFileException _) {
            // another log began meanwhile: it has its turn at the next look
        } catch (IOException e) {
            tell(e.getMessage());
        }
    }

    /** Java can't take room without writing, and the server writes there. */
    private static void reserve(Part part) throws IOException {
        Commands.run("fallocate", "--length", Long.toString(part.wanted()), part.file().toString());
    }

    private void tell(@Nullable String why) {
        if (!told) {
            told = true;
            log.warn("No room could be taken for the database's log: {}", why);
        }
    }

    private List<Part> newest() throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Path database : databases()) {
            newest(database, "neostore.transaction.db.")
                    .ifPresent(file -> parts.add(new Part(file, rotation + BEYOND)));
            newest(database, "checkpoint.")
                    .ifPresent(file -> parts.add(new Part(file, CHECKPOINTS + CHECKPOINTS_BEYOND)));
        }
        return parts;
    }

    private List<Path> databases() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private static Optional<Path> newest(Path database, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(database)) {
            return all.filter(file -> file.getFileName().toString().matches(prefix + "\\d+"))
                    .max(Comparator.comparingLong(TransactionLogs::number));
        }
    }

    private static long number(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(name.lastIndexOf('.') + 1));
    }
}
