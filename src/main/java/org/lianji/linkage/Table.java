package org.lianji.linkage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows of one file, or of two under the column names of the first.
 *
 * @param columns their names
 * @param rows all of them, of the first file before those of the second
 * @param files how many files it is of: pairs within one are looked for only where it is one
 */
record Table(List<String> columns, List<Row> rows, int files) {

    private static final String SEPARATORS = ",;\t|";
    private static final int MANY = 20;
    private static final double ENOUGH_IN_COMMON = 0.1;

    /**
     * A row.
     *
     * @param file 0 or 1
     * @param number of the row in its file, from 1, without the header
     * @param cells one for each column; empty where there is nothing
     */
    record Row(int file, int number, List<String> cells) {}

    /**
     * {@return the table in that CSV file: with a header, separated by comma, semicolon, tab or
     * bar}
     */
    static Table read(Path file) throws IOException {
        String text = decoded(Files.readAllBytes(file));
        return parsed(text.startsWith("\uFEFF") ? text.substring(1) : text, file.toString());
    }

    static Table parsed(String text, String name) {
        List<List<String>> lines = new ArrayList<>();
        CsvReader.builder()
                .fieldSeparator(separator(text))
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)
                .forEach(line -> lines.add(stripped(line)));
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty: a header and rows are expected");
        }
        List<String> header = lines.getFirst();
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            rows.add(new Row(0, i, filled(lines.get(i), header.size())));
        }
        return new Table(header, rows, 1);
    }

    private static List<String> stripped(CsvRecord line) {
        return line.getFields().stream().map(String::strip).toList();
    }

    private static List<String> filled(List<String> cells, int size) {
        if (cells.size() >= size) {
            return cells.subList(0, size);
        }
        List<String> filled = new ArrayList<>(cells);
        filled.addAll(Collections.nCopies(size - cells.size(), ""));
        return filled;
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return (char)
                SEPARATORS
                        .chars()
                        .boxed()
                        .max(
                                Comparator.comparingLong(
                                        one -> header.chars().filter(c -> c == one).count()))
                        .orElseThrow()
                        .intValue();
    }

    /** UTF-8; what is not, is GB 18030 where much is beyond ASCII, else Windows-1252. */
    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            int beyond = 0;
            for (byte one : bytes) {
                beyond += one < 0 ? 1 : 0;
            }
            return new String(
                    bytes,
                    Charset.forName(beyond > bytes.length / MANY ? "GB18030" : "windows-1252"));
        }
    }

    /** {@return both, where the pairs looked for have one row of each} */
    static Table of(Table left, Table right) {
        int[] rightColumns = matched(left, right);
        List<Row> rows = new ArrayList<>(left.rows);
        for (Row row : right.rows) {
            List<String> cells =
                    Arrays.stream(rightColumns)
                            .mapToObj(at -> at < 0 ? "" : row.cells.get(at))
                            .toList();
            rows.add(new Row(1, row.number, cells));
        }
        return new Table(left.columns, rows, 2);
    }

    /**
     * For each column of the left that of the right: by name, else by the values that both have.
     */
    private static int[] matched(Table left, Table right) {
        int[] matched = new int[left.columns.size()];
        Arrays.fill(matched, -1);
        Set<Integer> free = new TreeSet<>();
        for (int at = 0; at < right.columns.size(); at++) {
            int same = named(left.columns, right.columns.get(at));
            if (same >= 0 && matched[same] < 0) {
                matched[same] = at;
            } else {
                free.add(at);
            }
        }
        for (int at = 0; at < matched.length; at++) {
            matched[at] = matched[at] >= 0 ? matched[at] : mostCommon(left.values(at), right, free);
            free.remove(matched[at]);
        }
        return matched;
    }

    private static int named(List<String> columns, String name) {
        for (int at = 0; at < columns.size(); at++) {
            if (bare(columns.get(at)).equals(bare(name))) {
                return at;
            }
        }
        return -1;
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static int mostCommon(List<String> values, Table right, Set<Integer> free) {
        Set<String> known = new HashSet<>(values);
        int best = -1;
        double most = ENOUGH_IN_COMMON;
        for (int at : free) {
            List<String> there = right.values(at);
            double share =
                    (double) there.stream().filter(known::contains).count()
                            / Math.max(1, there.size());
            if (share > most) {
                most = share;
                best = at;
            }
        }
        return best;
    }

    /**
     * {@return the same rows in an order of what stands in them, so that the order of the file is
     * nothing}
     */
    Table ordered() {
        Comparator<Row> order =
                Comparator.comparingInt(Row::file)
                        .thenComparing(row -> String.join("\u0000", row.cells))
                        .thenComparingInt(Row::number);
        return new Table(columns, rows.stream().sorted(order).toList(), files);
    }

    /** {@return the place of the column; -1 where there is none of that name} */
    int column(String name) {
        return columns.indexOf(name);
    }

    List<String> values(int column) {
        return rows.stream()
                .map(row -> row.cells.get(column))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** {@return how many pairs of rows there are} */
    double pairs() {
        double left = rows.stream().filter(row -> row.file == 0).count();
        return files == 1 ? left * (left - 1) / 2 : left * (rows.size() - left);
    }
}
