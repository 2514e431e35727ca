package org.lianji.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.platform.Problem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** What becomes of an upload where there is no room for it. */
class SpoolTests {

    /** In a process of its own, whose files may have 128 kB, or that has no folder for them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ulimit -f 256; exec \"$0\" -Djava.io.tmpdir=/tmp \"$@\"",
                "exec \"$0\" -Djava.io.tmpdir=/nowhere/at/all \"$@\""
            })
    void isToldThatThereIsNoneForFiles(String command) throws IOException {
        Process process =
                new ProcessBuilder(
                                "/bin/sh",
                                "-c",
                                command,
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:-UsePerfData",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Receiver.class.getName())
                        .redirectErrorStream(true)
                        .start();

        assertThat(process.inputReader().lines()).contains("NO_ROOM_FOR_FILES");
    }

    /** Takes in a file of a megabyte. */
    static final class Receiver {

        public static void main(String[] arguments) {
            try (Spool spool =
                    Spool.receive(
                            new ByteArrayInputStream(new byte[1 << 20]),
                            false,
                            Spool.Bounds.NONE)) {
                System.out.println(spool.size());
            } catch (Problem problem) {
                System.out.println(problem.code().name());
            }
        }
    }
}
