package org.lianji.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes what the embedded database server is made of as a CycloneDX bill of materials, beside the
 * hub's own: its jars are no dependencies of the hub, so that the hub's bill doesn't name them.
 *
 * <p>Arguments: a list of the jars as they stand in a Maven repository, one path a line; the folder
 * that holds them; the version of the server; the file to write.
 */
public final class ServerBom {

    /** A jar by its place in a repository: org/neo4j/neo4j/2026.08.1/neo4j-2026.08.1.jar. */
    private record Jar(String group, String name, String version, String file, String sha256) {

        static Jar of(String path, Path folder) {
            List<String> parts = List.of(path.split("/"));
            int last = parts.size() - 1;
            return new Jar(
                    String.join(".", parts.subList(0, last - 2)),
                    parts.get(last - 2),
                    parts.get(last - 1),
                    parts.get(last),
                    ServerBom.sha256(folder.resolve(parts.get(last))));
        }

        private String classifier() {
            String plain = name + "-" + version;
            String rest = file.substring(plain.length(), file.length() - ".jar".length());
            return rest.isEmpty() ? "" : "&classifier=" + rest.substring(1);
        }

        private String url() {
            return "pkg:maven/%s/%s@%s?type=jar%s".formatted(group, name, version, classifier());
        }

        String json() {
            return """
            {"type": "library", "bom-ref": "%s", "group": "%s", "name": "%s", "version": "%s", "purl": "%s",
              "hashes": [{"alg": "SHA-256", "content": "%s"}]}\
            """
                    .formatted(url(), group, name, version, url(), sha256)
                    .indent(4)
                    .stripTrailing();
        }
    }

    private ServerBom() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        List<Jar> jars =
                Files.readAllLines(Path.of(arguments[0])).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .sorted()
                        .map(line -> Jar.of(line, folder))
                        .toList();
        Path file = Path.of(arguments[3]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, bill(arguments[2], jars));
    }

    private static String bill(String version, List<Jar> jars) {
        return """
        {
          "bomFormat": "CycloneDX",
          "specVersion": "1.6",
          "version": 1,
          "metadata": {
            "component": {"type": "application", "bom-ref": "neo4j-server", "group": "org.neo4j", "name": "neo4j", "version": "%s"}
          },
          "components": [
        %s
          ]
        }
        """
                .formatted(
                        version, jars.stream().map(Jar::json).collect(Collectors.joining(",\n")));
    }

    private static String sha256(Path jar) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("No digest of " + jar, e);
        }
    }
}
