package org.lianji.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files in, files out. */
class LinkCommandTests {

    private static final Path FAKE = Path.of("src/test/resources/linkage/fake_1000.csv");
    private static final List<String> SETTINGS =
            List.of("left", "right", "model", "train", "out", "possible", "groups");

    @TempDir Path folder;

    @AfterEach
    void forget() {
        SETTINGS.forEach(name -> System.clearProperty("link." + name));
    }

    @Test
    void learnsFromOneFileAndLinksAnotherByTheModel() throws IOException {
        List<String> lines = Files.readAllLines(FAKE);
        Path left = folder.resolve("left.csv");
        Path right = folder.resolve("right.csv");
        Files.write(left, lines.subList(0, 500));
        Files.writeString(
                right, lines.getFirst() + "\n" + String.join("\n", lines.subList(1, 300)));
        assertThat(run("train", FAKE, "model", folder.resolve("m.yaml"))).isZero();
        assertThat(
                        run(
                                "left",
                                left,
                                "right",
                                right,
                                "model",
                                folder.resolve("m.yaml"),
                                "out",
                                folder.resolve("pairs.csv")))
                .isZero();
        assertThat(Files.readString(folder.resolve("m.yaml")))
                .contains("version: 1", "no labels", "comparator: date");
        assertThat(Files.readAllLines(folder.resolve("pairs.csv")))
                .startsWith("left,right,left_row,right_row,bits,probability")
                .anyMatch(line -> line.startsWith("1,1,2,2,"));
    }

    @Test
    void findsDuplicatesInOneFileWithNothingElseSaid() throws IOException {
        assertThat(
                        run(
                                "left",
                                FAKE,
                                "out",
                                folder.resolve("p.csv"),
                                "groups",
                                folder.resolve("g.csv"),
                                "possible",
                                folder.resolve("q.csv")))
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("p.csv"))).hasSizeGreaterThan(1500);
        assertThat(Files.readAllLines(folder.resolve("q.csv"))).hasSizeGreaterThan(1);
        assertThat(Files.readAllLines(folder.resolve("g.csv"))).hasSize(1001);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("left", folder.resolve("absent.csv"))).isEqualTo(1);
    }

    private int run(Object... settings) {
        forget();
        for (int i = 0; i < settings.length; i += 2) {
            System.setProperty("link." + settings[i], settings[i + 1].toString());
        }
        return LinkCommand.run();
    }
}
