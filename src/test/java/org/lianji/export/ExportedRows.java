package org.lianji.export;

import de.siegmar.fastcsv.reader.CsvReader;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;

import org.lianji.export.ExportFile.Format;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a receiver reads in a file, as texts: empty for nothing, lists with semicolons. */
final class ExportedRows {

    private ExportedRows() {}

    static List<Map<String, String>> read(Format format, byte[] file) throws IOException {
        String text = new String(file, StandardCharsets.UTF_8);
        return switch (format) {
            case NDJSON ->
                    text.lines().map(line -> row(JsonMapper.shared().readTree(line))).toList();
            case CSV ->
                    CsvReader.builder().ofNamedCsvRecord(text).stream()
                            .map(row -> row.getFieldsAsMap())
                            .toList();
            case PARQUET -> parquet(file);
        };
    }

    /** {@return the texts of a JSON object} */
    static Map<String, String> row(JsonNode object) {
        Map<String, String> row = new LinkedHashMap<>();
        object.properties().forEach(field -> row.put(field.getKey(), text(field.getValue())));
        return row;
    }

    static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asString).collect(Collectors.joining(";"));
        }
        return value.isNull() || value.isMissingNode() ? "" : value.asString();
    }

    static Map<String, String> metadata(byte[] file) throws IOException {
        try (ParquetFileReader reader =
                ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)))) {
            return reader.getFileMetaData().keyValueMetadata();
        }
    }

    private static List<Map<String, String>> parquet(byte[] file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (ParquetFileReader reader =
                        ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
                RowReader values = reader.rowReader()) {
            while (values.hasNext()) {
                values.next();
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < values.getFieldCount(); i++) {
                    row.put(
                            values.getFieldName(i),
                            values.isNull(i) ? "" : text(values.getValue(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Instants in Parquet have no offset: told in the one of the tests. */
    private static String text(Object value) {
        return switch (value) {
            case PqList list ->
                    IntStream.range(0, list.size())
                            .mapToObj(i -> text(list.get(i)))
                            .collect(Collectors.joining(";"));
            case BigDecimal amount -> amount.toPlainString();
            case Instant time ->
                    DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx")
                            .format(time.atOffset(ZoneOffset.ofHours(8)));
            default -> value.toString();
        };
    }
}
