package org.lianji;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.StringWrapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sources are formatted as google-java-format's command line does it, in AOSP style. A test rather
 * than a Maven plugin: Maven may run on an older Java than the sources are written in.
 */
class FormatTests {

    private static final List<Path> ROOTS =
            Stream.of("src/main/java", "src/test/java", "src/bench/java").map(Path::of).toList();
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    @Test
    @EnabledIfSystemProperty(named = "format.check", matches = "true")
    void everySourceIsFormatted() throws Exception {
        List<Path> differing = new ArrayList<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            if (!text.equals(formatted(source, text))) {
                differing.add(source);
            }
        }
        assertThat(differing)
                .as("run: mvn -q test -Dtest=FormatTests -Dformat.write=true")
                .isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "format.write", matches = "true")
    void formatsEverySource() throws Exception {
        for (Path source : sources()) {
            String text = Files.readString(source);
            String formatted = formatted(source, text);
            if (!text.equals(formatted)) {
                Files.writeString(source, formatted);
            }
        }
    }

    /**
     * Where a string was wrapped, a second pass may find more to do: repeated until nothing
     * changes.
     */
    private static String formatted(Path source, String text) {
        try {
            String once = StringWrapper.wrap(FORMATTER.formatSourceAndFixImports(text), FORMATTER);
            return once.equals(text) ? text : formatted(source, once);
        } catch (FormatterException e) {
            throw new AssertionError(source + " can't be read: " + e.getMessage(), e);
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root : ROOTS) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
