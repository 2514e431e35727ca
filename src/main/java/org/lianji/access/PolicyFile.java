package org.lianji.access;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        try (InputStream own = new ClassPathResource("graphql/access/" + name).getInputStream()) {
            return rows("schema/access/" + name, own, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return the rows of a file of the operator's, which stands in the place of the hub's own}
     *
     * @param read makes a row of a line, and throws what is wrong with it
     * @throws UncheckedIOException where it can't be read
     * @throws IllegalStateException with file and line, where a row can't be used
     */
    public static <T> List<T> rows(Path file, Function<NamedCsvRecord, T> read) {
        try (InputStream theirs = Files.newInputStream(file)) {
            return rows(file.toString(), theirs, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> rows(String file, InputStream from, Function<NamedCsvRecord, T> read)
            throws IOException {
        try (CsvReader<NamedCsvRecord> lines =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(from)) {
            return lines.stream().map(line -> row(file, line, read)).toList();
        }
    }

    private static <T> T row(String file, NamedCsvRecord line, Function<NamedCsvRecord, T> read) {
        try {
            return read.apply(line);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "%s:%d: %s".formatted(file, line.getStartingLineNumber(), e.getMessage()), e);
        }
    }
}
