package org.lianji.contribution;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.lianji.records.Batch;
import org.lianji.records.RejectedRows;
import org.lianji.upload.Columns;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Rejected rows of a CSV file, with a column of reasons. */
final class CsvRejects implements RejectsFile {

    private final CsvWriter writer;
    private final RejectsForm form;
    private final Locale locale;
    private final int width;

    /** Where the file that was sent had reasons already; none is less than 0. */
    private final int given;

    CsvRejects(Batch batch, RejectsForm form, Locale locale, OutputStream out) {
        this.form = form;
        this.locale = locale;
        var text = new BufferedWriter(new OutputStreamWriter(out, form.charset()));
        List<String> header =
                new ArrayList<>(Objects.requireNonNullElse(batch.columns(), List.of()));
        this.width = header.size();
        this.given = header.indexOf(Columns.REASONS);
        if (given < 0) {
            header.add(Columns.REASONS);
        }
        this.writer = CsvWriter.builder().build(text);
        begin(text, header);
    }

    private void begin(BufferedWriter text, List<String> header) {
        try {
            text.write(form.excel() ? "\uFEFF" : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        writer.writeRecord(header);
    }

    @Override
    public void row(RejectedRows.StoredRow row) {
        List<String> cells = new ArrayList<>(row.source());
        while (cells.size() < width) {
            cells.add("");
        }
        if (given < 0) {
            cells.add(reasons(row));
        } else {
            cells.set(given, reasons(row));
        }
        writer.writeRecord(cells.stream().map(form::cell).toList());
    }

    private String reasons(RejectedRows.StoredRow row) {
        return row.findings().stream()
                .map(finding -> RejectsFile.reason(finding, locale))
                .collect(Collectors.joining("; "));
    }

    @Override
    public void flush() throws IOException {
        writer.flush();
    }
}
