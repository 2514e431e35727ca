package org.lianji.upload;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import org.lianji.platform.Problem;
import org.lianji.texts.PlainText;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A CSV file (RFC 4180) with a header; read through once on opening, so that a malformed one writes
 * nothing.
 */
public class CsvContent implements Content, AutoCloseable {

    private final Spool spool;
    private final Charset charset;
    private final List<String> header;
    private CsvReader<CsvRecord> reader;
    private long size;

    /** Whether it is a file of rejects, corrected; a spreadsheet may have had it. */
    private final boolean returned;

    /**
     * @throws Problem when the header does not fit the columns, or quotes don't balance
     */
    public CsvContent(Spool spool, Charset charset, Columns columns) {
        this.spool = spool;
        this.charset = charset;
        this.reader = open();
        this.header = readThrough();
        this.returned = header.contains(Columns.REASONS);
        fit(columns);
        this.reader = open();
    }

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public Charset charset() {
        return charset;
    }

    @Override
    public String digest() {
        return spool.digest();
    }

    @Override
    public List<String> columns() {
        return header;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Iterator<RawRow> rows() {
        Iterator<CsvRecord> records = reader.iterator();
        records.next();
        return new Iterator<>() {
            private long number;

            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public RawRow next() {
                return row(++number, records.next().getFields());
            }
        };
    }

    /** Spreadsheets write empty cells behind the last column, and rows of nothing else. */
    private RawRow row(long number, List<String> written) {
        if (written.stream().allMatch(PlainText::isBlank)) {
            return new RawRow(number, Map.of(), List.of(), List.of());
        }
        List<String> cells = withoutBlankEnd(written, header.size());
        if (cells.size() != header.size()) {
            return new RawRow(
                    number,
                    Map.of(),
                    cells,
                    List.of(new Finding(ContributionCode.COLUMN_COUNT, null)));
        }
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            values.put(header.get(i), returned ? SpreadsheetCell.text(cells.get(i)) : cells.get(i));
        }
        return new RawRow(number, values, cells, List.of());
    }

    private static List<String> withoutBlankEnd(List<String> cells, int least) {
        int size = cells.size();
        while (size > least && PlainText.isBlank(cells.get(size - 1))) {
            size--;
        }
        return cells.subList(0, size);
    }

    private List<String> readThrough() {
        long row = 0;
        try (CsvReader<CsvRecord> records = reader) {
            List<String> first = List.of();
            for (CsvRecord one : records) {
                if (row++ == 0) {
                    first = withoutBlankEnd(one.getFields(), 0);
                }
            }
            if (first.isEmpty()) {
                throw new Problem(ContributionCode.EMPTY_FILE);
            }
            size = row - 1;
            return first.stream().map(PlainText::stripped).toList();
        } catch (CsvParseException e) {
            boolean size = String.valueOf(e.getMessage()).matches("(?s).*(exceeds|surpassed).*");
            throw size
                    ? new Problem(
                            ContributionCode.ROW_TOO_LARGE,
                            Map.of("row", row, "maxCharacters", NdjsonContent.LONGEST_ROW))
                    : new Problem(ContributionCode.CSV_QUOTES, Map.of("row", row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fit(Columns columns) {
        if (header.stream().anyMatch(name -> name.indexOf('\uFFFD') >= 0)) {
            throw new Problem(org.lianji.items.ValueCode.BROKEN_ENCODING);
        }
        refuse(
                ContributionCode.UNKNOWN_COLUMN,
                header,
                name -> !columns.knows(name) && !name.equals(Columns.REASONS));
        refuse(ContributionCode.MISSING_COLUMN, columns.required(), name -> !header.contains(name));
        Set<String> seen = new HashSet<>();
        refuse(ContributionCode.DUPLICATE_COLUMN, header, name -> !seen.add(name));
    }

    /** Positions, not names, where the name may be a value in the wrong place. */
    private void refuse(ContributionCode code, List<String> names, Predicate<String> wrong) {
        List<Object> found =
                names.stream()
                        .filter(wrong)
                        .<Object>map(
                                name ->
                                        name.matches("[\\p{IsHan}A-Za-z_]{1,60}")
                                                ? name
                                                : header.indexOf(name) + 1)
                        .toList();
        if (!found.isEmpty()) {
            throw new Problem(code, Map.of("columns", found));
        }
    }

    private CsvReader<CsvRecord> open() {
        CsvRecordHandler rows =
                CsvRecordHandler.builder()
                        .maxFields(2_000)
                        .maxFieldSize(NdjsonContent.LONGEST_ROW)
                        .maxRecordSize(NdjsonContent.LONGEST_ROW)
                        .build();
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(2 * NdjsonContent.LONGEST_ROW)
                .build(rows, text(spool, charset));
    }

    /** All of it can be read in that character set; a mark of the byte order is no text. */
    static Reader text(Spool spool, Charset charset) {
        try {
            var text =
                    new PushbackReader(
                            new BufferedReader(
                                    new InputStreamReader(spool.open(), charset), 65_536));
            int first = text.read();
            if (first >= 0 && first != '\uFEFF') {
                text.unread(first);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            spool.close();
        }
    }
}
