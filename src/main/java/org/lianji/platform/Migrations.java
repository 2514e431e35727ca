package org.lianji.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;

/**
 * Brings the graph's constraints and indexes to the program's version: numbered files, each applied once, in order,
 * under a lock. A file that changed after it was applied, and a graph newer than the program, stop the start.
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

    private final List<Step> steps;

    /** @param files named {@code V001__what_it_does.cypher}, in any order */
    public Migrations(Resource... files) {
        this.steps = Arrays.stream(files)
                .map(Migrations::read)
                .sorted(Comparator.comparingInt(Step::version))
                .toList();
    }

    /**
     * Applies what the graph lacks.
     *
     * @param driver connection to the graph
     * @throws IllegalStateException when the graph is newer than the program, or an applied file was changed
     */
    public void apply(Driver driver) {
        try (Session session = driver.session()) {
            session.run("CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (m:Migration) REQUIRE m.version IS UNIQUE")
                    .consume();
            Map<Integer, String> applied = check(session);
            for (Step step : steps) {
                if (!applied.containsKey(step.version())) {
                    apply(driver, step);
                }
            }
        }
    }

    private Map<Integer, String> check(Session session) {
        Map<Integer, String> applied = session.run("MATCH (m:Migration) WHERE m.version > 0 RETURN m.version, m.checksum").stream()
                .collect(Collectors.toMap(
                        row -> row.get(0).asInt(), row -> row.get(1).asString(), (a, b) -> a, TreeMap::new));
        Map<Integer, Step> known = steps.stream().collect(Collectors.toMap(Step::version, step -> step));
        applied.forEach((version, checksum) -> {
            Step step = known.get(version);
            if (step == null) {
                throw new IllegalStateException("The database is at version " + version
                        + ", newer than this program knows: start the newer program, or restore an older backup");
            }
            if (!step.checksum().equals(checksum)) {
                throw new IllegalStateException("Migration " + step.name()
                        + " was changed after it had been applied: restore the file, and add a new one instead");
            }
        });
        return applied;
    }

    /**
     * Neo4j takes schema and data in separate transactions, so the lock is a node written by an open transaction while
     * others run the statements; each of them may be repeated.
     */
    private void apply(Driver driver, Step step) {
        try (Session locking = driver.session();
                Session working = driver.session()) {
            locking.executeWriteWithoutResult(transaction -> {
                transaction.run("MERGE (m:Migration {version: 0}) SET m.lockedFor = $version", Map.of("version", step.version()))
                        .consume();
                if (!recorded(transaction, step)) {
                    log.info("Applying {}", step.name());
                    step.statements().forEach(statement -> working.run(statement).consume());
                    record(transaction, step);
                }
            });
        }
    }

    private static boolean recorded(TransactionContext transaction, Step step) {
        return transaction.run("MATCH (m:Migration {version: $version}) RETURN m", Map.of("version", step.version()))
                .hasNext();
    }

    private static void record(TransactionContext transaction, Step step) {
        transaction.run(
                "CREATE (:Migration {version: $version, name: $name, checksum: $checksum, appliedAt: datetime()})",
                Map.of("version", step.version(), "name", step.name(), "checksum", step.checksum()));
    }

    private static Step read(Resource file) {
        String name = String.valueOf(file.getFilename());
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalStateException(name + " is not named like V001__what_it_does.cypher");
        }
        try {
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Step(Integer.parseInt(matcher.group(1)), name, text, HexFormat.of().formatHex(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
