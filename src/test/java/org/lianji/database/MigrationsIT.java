package org.lianji.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

class MigrationsIT {

    /** Leaves a mark each time that it runs, beside the schema that it makes. */
    private static final Resource FIRST =
            file(
                    "V001__things.cypher",
                    """
                    // a comment; with a semicolon
                    CREATE CONSTRAINT thing_key IF NOT EXISTS FOR (t:Thing) REQUIRE t.key IS UNIQUE;
                    CREATE (:Mark {of: 1});
                    """);

    private static final Resource SECOND =
            file(
                    "V002__more_things.cypher",
                    """
                    CREATE INDEX thing_name IF NOT EXISTS FOR (t:Thing) ON (t.name);
                    CREATE (:Mark {of: 2});
                    """);

    private static EmbeddedDatabase database;
    private static Driver driver;

    @BeforeAll
    static void start(@TempDir Path home) {
        database = new EmbeddedDatabase(home, Path.of("target/neo4j"), "256m", "64m").ready();
        driver = GraphDatabase.driver(database.uri(), database.auth());
    }

    @AfterAll
    static void stop() {
        driver.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        run("MATCH (n) DETACH DELETE n");
        for (String constraint : names("SHOW CONSTRAINTS YIELD name RETURN name")) {
            run("DROP CONSTRAINT " + constraint);
        }
        run("DROP INDEX thing_name IF EXISTS");
    }

    @Test
    void appliesEachFileOnceInOrder() {
        new Migrations(SECOND, FIRST).apply(driver);

        assertThat(versions()).containsExactly(1L, 2L);
        assertThat(names("SHOW CONSTRAINTS YIELD name RETURN name"))
                .contains("thing_key", "migration_version");
        assertThat(names("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name"))
                .contains("thing_name");
    }

    @Test
    void repeatingChangesNothing() {
        new Migrations(FIRST).apply(driver);
        new Migrations(FIRST).apply(driver);

        assertThat(marks(1)).isOne();
        assertThat(versions()).containsExactly(1L);
    }

    @Test
    void addsWhatIsNewAndLeavesWhatIsOld() {
        new Migrations(FIRST).apply(driver);
        new Migrations(FIRST, SECOND).apply(driver);

        assertThat(marks(1)).isOne();
        assertThat(marks(2)).isOne();
    }

    @Test
    void refusesAFileChangedAfterItWasApplied() {
        new Migrations(FIRST).apply(driver);
        Resource changed = file("V001__things.cypher", "CREATE (:Mark {of: 1});\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> new Migrations(changed, SECOND).apply(driver))
                .withMessageContaining("V001__things.cypher was changed after it had been applied");
        assertThat(marks(2)).isZero();
    }

    @Test
    void refusesADatabaseNewerThanTheProgram() {
        new Migrations(FIRST, SECOND).apply(driver);

        assertThatIllegalStateException()
                .isThrownBy(() -> new Migrations(FIRST).apply(driver))
                .withMessageContaining(
                        "The database is at version 2, this program knows 1: start the newer"
                                + " program");
    }

    @Test
    void refusesAFileNumberedBelowOneAlreadyApplied() {
        Resource third = file("V003__later.cypher", "CREATE (:Mark {of: 3});\n");
        new Migrations(FIRST, third).apply(driver);

        assertThatIllegalStateException()
                .isThrownBy(() -> new Migrations(FIRST, SECOND, third).apply(driver))
                .withMessageContaining("V002__more_things.cypher comes too late");
    }

    @Test
    void refusesTwoFilesOfTheSameNumber() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Migrations(FIRST, file("V001__twin.cypher", "RETURN 1;")))
                .withMessageContaining("have the same number");
    }

    @Test
    void hubsThatStartTogetherApplyEachFileOnce() {
        List<CompletableFuture<Void>> hubs =
                Stream.generate(
                                () ->
                                        CompletableFuture.runAsync(
                                                () -> new Migrations(FIRST, SECOND).apply(driver)))
                        .limit(4)
                        .toList();
        assertThat(hubs).allSatisfy(hub -> assertThat(hub).succeedsWithin(Duration.ofMinutes(1)));

        assertThat(marks(1)).isOne();
        assertThat(marks(2)).isOne();
        assertThat(versions()).containsExactly(1L, 2L);
    }

    @Test
    void completesAStepThatWasCutOffBeforeItsRecord() {
        Resource broken =
                file(
                        "V002__more_things.cypher",
                        """
                        CREATE INDEX thing_name IF NOT EXISTS FOR (t:Thing) ON (t.name);
                        CREATE (:Mark {of: 2)
                        """);
        assertThat(CompletableFuture.runAsync(() -> new Migrations(FIRST, broken).apply(driver)))
                .failsWithin(Duration.ofMinutes(1));
        assertThat(versions()).containsExactly(1L);

        new Migrations(FIRST, SECOND).apply(driver);

        assertThat(versions()).containsExactly(1L, 2L);
        assertThat(marks(1)).isOne();
    }

    private static Resource file(String name, String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

    private static List<Record> run(String statement) {
        return driver.executableQuery(statement).execute().records();
    }

    private static List<String> names(String statement) {
        return run(statement).stream().map(row -> row.get(0).asString()).toList();
    }

    private static long marks(int of) {
        return run("MATCH (m:Mark {of: " + of + "}) RETURN count(m)").getFirst().get(0).asLong();
    }

    private static List<Long> versions() {
        return run("MATCH (m:Migration) WHERE m.version > 0 RETURN m.version ORDER BY m.version")
                .stream()
                .map(row -> row.get(0).asLong())
                .toList();
    }
}
