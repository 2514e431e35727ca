package org.lianji.database;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the graph's constraints and indexes to the program's version: numbered files, each applied
 * once, in order, under a lock. A file that changed after it was applied, and a graph newer than
 * the program, stop the start.
 */
public final class Migrations {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);
    private static final Pattern NAME = Pattern.compile("V(\\d{3})__(\\w+)\\.cypher");

    private record Step(int version, String name, String text, String checksum) {
        List<String> statements() {
            return Arrays.stream(text.replaceAll("(?m)^\\s*//.*$", "").split(";\\s*(\\n|$)"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        }
    }

    private static final String ONE_PER_VERSION =
            "CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (m:Migration) REQUIRE m.version"
                    + " IS UNIQUE";

    /** Version 0 is nobody's: whoever wrote it has the lock until its transaction ends. */
    private static final String LOCK =
            "MERGE (lock:Migration {version: 0}) SET lock.takenAt = datetime()";

    private static final String APPLIED =
            "MATCH (m:Migration) WHERE m.version > 0 RETURN m.version, m.checksum ORDER BY"
                    + " m.version";

    private static final String RECORD =
            "CREATE (:Migration {version: $version, name: $name, checksum: $checksum, appliedAt:"
                    + " datetime()})";

    private final TreeMap<Integer, Step> steps = new TreeMap<>();

    /**
     * @param files named {@code V001__what_it_does.cypher}, in any order; each of their statements
     *     may be repeated
     * @throws IllegalStateException when a name does not fit or a number is there twice
     */
    public Migrations(Resource... files) {
        for (Resource file : files) {
            Step step = read(file);
            Step twin = steps.put(step.version(), step);
            if (twin != null) {
                throw new IllegalStateException(
                        step.name() + " and " + twin.name() + " have the same number");
            }
        }
    }

    /**
     * Applies what the graph lacks; other hubs that start meanwhile wait for their turn and then
     * find it done. Where nothing lacks, nothing is written.
     *
     * @param driver connection to the graph
     * @throws IllegalStateException when the graph is newer than the program, or an applied file
     *     was changed
     */
    public void apply(Driver driver) {
        try (Session session = driver.session()) {
            if (missing(session.executeRead(Migrations::applied)).isEmpty()) {
                return;
            }
            session.executeWriteWithoutResult(
                    transaction -> transaction.run(ONE_PER_VERSION).consume());
            session.executeWriteWithoutResult(
                    locked -> {
                        locked.run(LOCK).consume();
                        missing(applied(locked)).forEach(step -> apply(driver, step));
                    });
        }
    }

    private static TreeMap<Integer, String> applied(TransactionContext transaction) {
        TreeMap<Integer, String> applied = new TreeMap<>();
        transaction
                .run(APPLIED)
                .forEachRemaining(row -> applied.put(row.get(0).asInt(), row.get(1).asString()));
        return applied;
    }

    private List<Step> missing(TreeMap<Integer, String> applied) {
        applied.forEach(this::refuseUnknown);
        List<Step> missing =
                steps.values().stream()
                        .filter(step -> !applied.containsKey(step.version()))
                        .toList();
        missing.forEach(step -> refuseLate(step, applied));
        return missing;
    }

    private void refuseUnknown(int version, String checksum) {
        Step step = steps.get(version);
        if (step == null) {
            throw new IllegalStateException(
                    "The database is at version "
                            + version
                            + ", this program knows "
                            + (steps.isEmpty() ? "none" : steps.lastKey())
                            + ": start the newer program, or restore an older backup");
        }
        if (!step.checksum().equals(checksum)) {
            throw new IllegalStateException(
                    "Migration "
                            + step.name()
                            + " was changed after it had been applied: restore the file, and add a"
                            + " new one instead");
        }
    }

    private static void refuseLate(Step step, TreeMap<Integer, String> applied) {
        if (!applied.isEmpty() && step.version() < applied.lastKey()) {
            throw new IllegalStateException(
                    "Migration "
                            + step.name()
                            + " comes too late, the database is at version "
                            + applied.lastKey()
                            + " already: give it the next number");
        }
    }

    /**
     * Neo4j takes schema and data in separate transactions, so the statements run beside the
     * transaction that holds the lock. Whoever stops before the record is written leaves a step
     * that the next start repeats.
     */
    private static void apply(Driver driver, Step step) {
        log.info("Applying {}", step.name());
        try (Session session = driver.session()) {
            step.statements().forEach(statement -> session.run(statement).consume());
            session.run("CALL db.awaitIndexes(600)").consume();
            session.run(
                            RECORD,
                            Map.of(
                                    "version",
                                    step.version(),
                                    "name",
                                    step.name(),
                                    "checksum",
                                    step.checksum()))
                    .consume();
        }
    }

    private static Step read(Resource file) {
        String name = String.valueOf(file.getFilename());
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalStateException(name + " is not named like V001__what_it_does.cypher");
        }
        try {
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return new Step(
                    Integer.parseInt(matcher.group(1)),
                    name,
                    text,
                    HexFormat.of().formatHex(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
