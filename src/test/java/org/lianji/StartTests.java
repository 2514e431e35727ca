package org.lianji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody meets who calls the program with whatever Java there is. */
class StartTests {

    private static final Path START = Path.of("target/classes/lianji/Start.class");
    private static final int JAVA_17 = 61;

    @TempDir Path folder;

    @Test
    void anOlderJavaUnderstandsWhereTheProgramBegins() throws IOException {
        try (DataInputStream file = new DataInputStream(Files.newInputStream(START))) {
            file.readInt();
            file.readUnsignedShort();
            assertThat(file.readUnsignedShort()).isEqualTo(JAVA_17);
        }
    }

    @Test
    void anOlderJavaSaysWhatIsMissingAndThatNothingWasChecked() throws Exception {
        Optional<Path> java = olderJava();
        assumeThat(java).as("a Java from 17 to 24 on this machine").isPresent();

        Process process =
                run(
                        List.of(
                                java.orElseThrow().toString(),
                                "-cp",
                                "target/classes",
                                "lianji.Start",
                                "verify",
                                "chain.ndjson"));

        assertThat(process.inputReader().lines())
                .anyMatch(line -> line.startsWith("Lianji needs Java 25 or newer"))
                .noneMatch(line -> line.contains("Exception"));
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void theScriptFindsAJavaThatIsNewEnoughAndHandsItsExitCodeOn() throws Exception {
        Path script = Files.copy(Path.of("src/main/dist/lianji"), folder.resolve("lianji"));
        ProcessBuilder command =
                new ProcessBuilder("bash", script.toString(), "verify", "none.ndjson")
                        .redirectErrorStream(true);
        command.environment().put("LIANJI_JAVA", "/none");
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));

        Process without = command.start();
        assertThat(without.inputReader().lines()).anyMatch(line -> line.contains("mvn package"));
        assertThat(without.waitFor()).isEqualTo(2);

        makeJar();
        Process process = command.start();
        assertThat(process.inputReader().lines())
                .anyMatch(line -> line.startsWith("Could not be checked"));
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private static Process run(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static Optional<Path> olderJava() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/usr/lib/jvm"))) {
            return all.filter(home -> home.getFileName().toString().matches(".*\\b(17|21)\\b.*"))
                    .map(home -> home.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /** As the build makes it, but that its parts stay where they are. */
    private void makeJar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, "lianji.Start");
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(folder.resolve("lianji-0.jar")), manifest)
                .close();
    }
}
