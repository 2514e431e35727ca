package org.lianji;

import org.lianji.database.EmbeddedDatabase;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Value;
import org.neo4j.driver.internal.security.InternalAuthToken;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.neo4j.Neo4jContainer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One database for the whole test run: a container where a Docker daemon answers, else the hub's
 * own child server.
 */
public final class TestDatabase implements Neo4jConnectionDetails {

    /**
     * Each test empties the database, upon which the server would plan every statement anew: it
     * keeps its plans, for which it has room.
     */
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "dbms.cypher.min_replan_interval", "1h",
                    "dbms.cypher.statistics_divergence_threshold", "0.99");

    private static final TestDatabase INSTANCE = start();

    private final URI uri;
    private final AuthToken auth;

    private TestDatabase(URI uri, AuthToken auth) {
        this.uri = uri;
        this.auth = auth;
    }

    public static TestDatabase instance() {
        return INSTANCE;
    }

    private static TestDatabase start() {
        return DockerClientFactory.instance().isDockerAvailable() ? container() : childProcess();
    }

    private static TestDatabase container() {
        Neo4jContainer container =
                new Neo4jContainer(
                        "neo4j:" + System.getProperty("neo4j-server.version", "2026.08.1"));
        SETTINGS.forEach(container::withNeo4jConfig);
        container.start();
        return new TestDatabase(
                URI.create(container.getBoltUrl()),
                AuthTokens.basic("neo4j", container.getAdminPassword()));
    }

    private static TestDatabase childProcess() {
        try {
            Path home =
                    Files.createTempDirectory(
                            Files.createDirectories(Path.of("target")), "test-database");
            EmbeddedDatabase database =
                    new EmbeddedDatabase(
                                    home,
                                    Path.of("target/neo4j"),
                                    "1536m",
                                    "256m",
                                    64L << 20,
                                    SETTINGS)
                            .ready();
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            return new TestDatabase(database.uri(), database.auth());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return arguments of a further hub on it} */
    public Stream<String> settings() {
        Map<String, Value> credentials = ((InternalAuthToken) auth).toMap();
        return Stream.of(
                "--spring.neo4j.uri=" + uri,
                "--spring.neo4j.authentication.username="
                        + credentials.get(InternalAuthToken.PRINCIPAL_KEY).asString(),
                "--spring.neo4j.authentication.password="
                        + credentials.get(InternalAuthToken.CREDENTIALS_KEY).asString());
    }

    @Override
    public URI getUri() {
        return uri;
    }

    @Override
    public AuthToken getAuthToken() {
        return auth;
    }
}
