package org.lianji.export;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.jspecify.annotations.Nullable;
import org.lianji.upload.SpreadsheetCell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row a record, by RFC 4180, with lists joined by semicolons as they are contributed. Values are
 * as they are, for programs; or, for a spreadsheet, behind the mark by which it knows UTF-8, and
 * with no cell that it takes for a formula.
 */
final class CsvFile implements ExportFile {

    private final CsvWriter writer;
    private final boolean excel;

    CsvFile(List<ExportColumn> columns, boolean excel, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(excel ? "\uFEFF" : "");
        this.excel = excel;
        this.writer = CsvWriter.builder().build(text);
        writer.writeRecord(columns.stream().map(ExportColumn::name).toList());
    }

    @Override
    public void row(Map<String, @Nullable Object> row) {
        writer.writeRecord(
                row.values().stream()
                        .map(CsvFile::cell)
                        .map(cell -> excel ? SpreadsheetCell.of(cell) : cell)
                        .toList());
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list ->
                    list.stream().map(String::valueOf).collect(Collectors.joining(";"));
            default -> value.toString();
        };
    }

    @Override
    public void flush() throws IOException {
        writer.flush();
    }

    @Override
    public void end(@Nullable String next) throws IOException {
        writer.flush();
    }
}
