package org.lianji;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the hub and its embedded database are made of is written down whole. */
class SbomTests {

    private static final Path FOLDER = Path.of("target/classes/META-INF/sbom");

    @Test
    void listsEveryJarOfTheEmbeddedDatabase() throws IOException {
        List<String> listed = purls("neo4j.cdx.json");

        try (Stream<Path> files = Files.list(Path.of("target/neo4j"))) {
            long jars = files.filter(file -> file.toString().endsWith(".jar")).count();
            assertThat(listed).doesNotHaveDuplicates().hasSize((int) jars);
        }
        assertThat(listed)
                .contains(
                        "pkg:maven/org.neo4j/neo4j@%s?type=jar"
                                .formatted(System.getProperty("neo4j-server.version")))
                .allMatch(
                        purl -> purl.matches("pkg:maven/[\\w.-]+/[\\w.-]+@[\\w.-]+\\?type=jar.*"));
    }

    @Test
    void listsTheHubsOwnApartFromThem() {
        assertThat(purls("application.cdx.json"))
                .anyMatch(purl -> purl.startsWith("pkg:maven/org.neo4j.driver/neo4j-java-driver"))
                .noneMatch(purl -> purl.startsWith("pkg:maven/org.neo4j/neo4j-server"));
    }

    private static List<String> purls(String file) {
        JsonNode bill = JsonMapper.shared().readTree(FOLDER.resolve(file).toFile());
        assertThat(bill.at("/bomFormat").asString()).isEqualTo("CycloneDX");
        return bill.get("components").valueStream().map(one -> one.get("purl").asString()).toList();
    }
}
