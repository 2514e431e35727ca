package org.lianji.access;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/** Dated tables of {@code schema/access}, which say who sees what. */
public final class PolicyFile {

    private PolicyFile() {}

    /**
     * {@return the rows of a file}
     *
     * @param name of the file
     * @param read makes a row of a line, and throws what is wrong with it
     * @throws IllegalStateException with file and line, where a row can't be used
     */
    public static <T> List<T> rows(String name, Function<NamedCsvRecord, T> read) {
        try (CsvReader<NamedCsvRecord> lines =
                CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(
                                new ClassPathResource("graphql/access/" + name).getInputStream())) {
            return lines.stream().map(line -> row(name, line, read)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T row(String name, NamedCsvRecord line, Function<NamedCsvRecord, T> read) {
        try {
            return read.apply(line);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "schema/access/"
                            + name
                            + ":"
                            + line.getStartingLineNumber()
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }
}
