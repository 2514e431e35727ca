package org.lianji;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;
import org.lianji.platform.Code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the hub says where it refuses: whole sentences in two languages, for every code. */
class SentencesTests {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern CONSTANT =
            Pattern.compile("static final String (\\w+) = (\"\\w+\")");
    private static final Pattern USE =
            Pattern.compile(
                    "new (?:Problem|Finding|Bad|Parsed\\.Bad)\\(\\s*(?:[a-z]+\\.)*(\\w+Code\\.[A-Z_0-9]+)");

    private static final List<Code> CODES =
            new ClassFileImporter()
                    .importPath("target/classes/org/lianji").stream()
                            .filter(type -> type.isEnum() && type.isAssignableTo(Code.class))
                            .map(JavaClass::reflect)
                            .flatMap(type -> Stream.of(type.getEnumConstants()))
                            .map(Code.class::cast)
                            .toList();

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void areInChineseAndInEnglish() {
        assertThat(CODES)
                .hasSizeGreaterThan(150)
                .allSatisfy(
                        code -> {
                            assertThat(code.zh()).containsPattern("\\p{IsHan}");
                            assertThat(code.en())
                                    .containsPattern("[a-z]")
                                    .doesNotContainPattern("\\p{IsHan}");
                        });
    }

    @Test
    void sayTheSameInBothLanguagesAndNeverPointElsewhere() {
        assertThat(CODES)
                .allSatisfy(
                        code -> {
                            assertThat(places(code.zh())).isEqualTo(places(code.en()));
                            assertThat(code.zh() + code.en()).doesNotContain("details");
                        });
    }

    @Test
    void haveAValueForEveryPlaceWhereverTheyAreSaid() throws IOException {
        Map<String, Set<String>> places =
                CODES.stream()
                        .collect(
                                Collectors.toMap(
                                        code -> code.getClass().getSimpleName() + "." + code.name(),
                                        code -> places(code.en())));
        String sources = sources();
        Matcher use = USE.matcher(sources);
        List<String> holes = new ArrayList<>();
        int found = 0;
        while (use.find()) {
            String said = said(sources, use.start());
            found++;
            assertThat(places).containsKey(use.group(1));
            places.get(use.group(1)).stream()
                    .filter(place -> !said.contains('"' + place + '"'))
                    .map(place -> place + " in " + said)
                    .forEach(holes::add);
        }

        assertThat(found).isGreaterThan(150);
        assertThat(holes).isEmpty();
    }

    /** The program's text, with the names of details for the constants that hold them. */
    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            String text =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .map(SentencesTests::text)
                            .collect(Collectors.joining("\n"));
            Map<String, String> constants = new HashMap<>();
            CONSTANT.matcher(text)
                    .results()
                    .forEach(found -> constants.put(found.group(1), found.group(2)));
            return Pattern.compile("\\b[A-Z_]{4,}\\b")
                    .matcher(text)
                    .replaceAll(
                            name ->
                                    Matcher.quoteReplacement(
                                            constants.getOrDefault(name.group(), name.group())));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the lines before, where the details were put together there. */
    private static String said(String sources, int start) {
        String statement = statement(sources, start);
        return statement.endsWith(", details)")
                ? sources.substring(sources.lastIndexOf("details = ", start), start) + statement
                : statement;
    }

    /** From there to where as many parentheses have closed as opened. */
    private static String statement(String text, int start) {
        int open = 0;
        for (int i = text.indexOf('(', start); i < text.length(); i++) {
            char c = text.charAt(i);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0) {
                return text.substring(start, i + 1);
            }
        }
        throw new AssertionError(text.substring(start));
    }
}
