package org.lianji.backup;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.ChainState;
import org.lianji.database.EmbeddedDatabase;
import org.lianji.platform.StartRefused;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A backup: one encrypted file, and beside it what is in it, which is no secret and which whoever
 * restores it holds against what comes out.
 *
 * @param file of the backup
 * @param key in hexadecimal
 * @param jars folder with the server's jars
 */
record Backup(Path file, String key, Path jars) {

    private static final Config QUIET = Config.builder().withLogging(Logging.none()).build();

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * What stands beside the file.
     *
     * @param backup name of the file
     * @param sha256 of the file, in hexadecimal
     * @param takenAt when it was begun
     * @param blocks of the chain
     * @param entries of the chain, in its blocks
     * @param day of the last block; none where the chain is empty
     * @param head of that day, for {@code verify --head}
     */
    record Told(
            String backup,
            String sha256,
            String takenAt,
            long blocks,
            long entries,
            @Nullable LocalDate day,
            @Nullable String head) {

        boolean fits(Optional<ChainState> chain) {
            return chain.map(
                            state ->
                                    state.blocks() == blocks
                                            && state.entries() == entries
                                            && state.head().equals(head))
                    .orElse(blocks == 0);
        }
    }

    Path beside() {
        return file.resolveSibling(file.getFileName() + ".json");
    }

    /**
     * Makes it of a database, which may run, and reads it back: it is there once a server has
     * opened it and the chain in it was checked from end to end.
     *
     * @param work folder that is emptied; the copy is there meanwhile, in clear
     */
    Optional<ChainState> make(Path home, Path work, OffsetDateTime now) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Archive.delete(work);
        try {
            DatabaseCopy.take(home, work);
            String digest = pack(work, part);
            Archive.delete(work);
            unpack(part, work);
            Optional<ChainState> chain = check(work);
            Files.writeString(beside(), JSON.writeValueAsString(told(digest, now, chain)) + "\n");
            Files.move(part, file);
            return chain;
        } finally {
            Archive.delete(work);
            Files.deleteIfExists(part);
        }
    }

    private Told told(String digest, OffsetDateTime now, Optional<ChainState> chain) {
        return new Told(
                file.getFileName().toString(),
                digest,
                now.toString(),
                chain.map(ChainState::blocks).orElse(0L),
                chain.map(ChainState::entries).orElse(0L),
                chain.map(ChainState::day).orElse(null),
                chain.map(ChainState::head).orElse(null));
    }

    private String pack(Path folder, Path to) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
            Archive.pack(folder, SealedFile.to(out, key));
        }
        try (FileChannel written = FileChannel.open(to, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void unpack(Path from, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        try (InputStream in = SealedFile.from(Files.newInputStream(from), key)) {
            Archive.unpack(in, folder);
        }
    }

    /** {@return the chain in what was unpacked, once a server has opened it} */
    private Optional<ChainState> check(Path folder) {
        try (EmbeddedDatabase database =
                        new EmbeddedDatabase(folder, jars, "512m", "128m").ready();
                Driver driver = GraphDatabase.driver(database.uri(), database.auth(), QUIET)) {
            return ChainState.check(driver);
        }
    }

    /**
     * Brings it back under a folder that doesn't exist; it appears there whole or not at all.
     *
     * @throws StartRefused where the folder is there, or what comes out is not what went in
     */
    Optional<ChainState> restore(Path home) throws IOException {
        if (Files.exists(home)) {
            throw new StartRefused(
                    home + " is there already: stop the hub and move it away, don't delete it yet");
        }
        Path work = home.resolveSibling(home.getFileName() + ".restoring");
        Archive.delete(work);
        try {
            unpack(file, work);
            Optional<ChainState> chain = check(work);
            if (Files.exists(beside()) && !read(beside()).fits(chain)) {
                throw new StartRefused(
                        "The chain in the backup is not the one that %s tells of: another file, or"
                                        .formatted(beside())
                                + " another's. Nothing was restored");
            }
            Files.move(work, home);
            return chain;
        } finally {
            Archive.delete(work);
        }
    }

    private static Told read(Path beside) throws IOException {
        return JSON.readValue(Files.readString(beside), Told.class);
    }
}
