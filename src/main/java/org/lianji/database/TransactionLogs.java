package org.lianji.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server writes its logs into room that was taken beforehand, so that a full disk never cuts an
 * entry in two. A log that an earlier version of the hub began without is filled up with zeros, as
 * the server itself would have begun it.
 */
final class TransactionLogs {

    /** A log is as long as this from its beginning. */
    static final int ROTATION = 64 << 20;

    private static final int CHECKPOINTS = 1 << 20;
    private static final Logger log = LoggerFactory.getLogger(TransactionLogs.class);

    private final Path folder;

    /**
     * @param home of the database
     */
    TransactionLogs(Path home) {
        this.folder = home.resolve("data/transactions");
    }

    /** Only while the server is down. */
    void reserve() throws IOException {
        for (Path database : databases()) {
            reserve(newest(database, "neostore.transaction.db."), ROTATION);
            reserve(newest(database, "checkpoint."), CHECKPOINTS);
        }
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

    private static void reserve(Optional<Path> newest, long size) throws IOException {
        if (newest.isEmpty() || Files.size(newest.get()) >= size) {
            return;
        }
        Path file = newest.get();
        log.info("Taking the room that {} will need", file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.position(channel.size());
            ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
            while (channel.position() < size) {
                zeros.rewind().limit((int) Math.min(zeros.capacity(), size - channel.position()));
                channel.write(zeros);
            }
            channel.force(true);
        }
    }
}
