package org.lianji.contribution;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rejected rows of a batch, as the file they came in with the reasons beside; for its owner
 * only.
 */
@Component
final class Rejects {

    private static final String PAGE =
            """
            MATCH (r:RejectedRow {batch: $batch}) WHERE r.row > $after
            RETURN r.row AS row, r.source AS source, r.findings AS findings ORDER BY r.row LIMIT 500
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Neo4jClient graph;
    private final Batches batches;

    Rejects(Neo4jClient graph, Batches batches) {
        this.graph = graph;
        this.batches = batches;
    }

    /**
     * @throws Problem when there is none, or it is another department's: both look the same
     */
    Batch batch(Caller caller, String id) {
        return batches.findByIdAndDepartment(id, caller.department())
                .orElseThrow(() -> new Problem(ContributionCode.BATCH_NOT_FOUND));
    }

    /** Page by page, so that a million rejects take no more memory than one. */
    void write(Batch batch, Locale locale, OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        boolean csv = batch.format().equals(Content.Format.CSV.name());
        List<String> header =
                new ArrayList<>(batch.columns() == null ? List.of() : batch.columns());
        int given = header.indexOf(Columns.REASONS);
        if (given < 0) {
            header.add(Columns.REASONS);
        }
        var writer = CsvWriter.builder().build(text);
        if (csv) {
            writer.writeRecord(header);
        }
        long after = 0;
        for (var page = page(batch, after); !page.isEmpty(); page = page(batch, after)) {
            for (Map<String, Object> row : page) {
                after = Fields.of(row, "row", Long.class);
                List<Finding> findings = Finding.read(String.valueOf(row.get("findings")));
                List<String> source = strings(row.get("source"));
                if (csv) {
                    writer.writeRecord(
                            withReasons(source, header.size(), given, reasons(findings, locale)));
                } else {
                    text.write(withReasons(source.getFirst(), findings, locale) + "\n");
                }
            }
        }
        writer.flush();
        text.flush();
    }

    private List<Map<String, Object>> page(Batch batch, long after) {
        return List.copyOf(
                graph.query(PAGE)
                        .bindAll(Map.of("batch", batch.id(), "after", after))
                        .fetch()
                        .all());
    }

    private static List<String> strings(@org.jspecify.annotations.Nullable Object list) {
        return list instanceof List<?> cells
                ? cells.stream().map(String::valueOf).toList()
                : List.of("");
    }

    private static List<String> withReasons(
            List<String> cells, int width, int given, String reasons) {
        List<String> row = new ArrayList<>(cells);
        if (given >= 0 && given < row.size()) {
            row.set(given, reasons);
            return row;
        }
        while (row.size() < width - 1) {
            row.add("");
        }
        row.add(reasons);
        return row;
    }

    private static String withReasons(String line, List<Finding> findings, Locale locale) {
        ArrayNode reasons = JSON.createArrayNode();
        findings.forEach(finding -> reasons.add(reason(finding, locale)));
        ObjectNode row = JSON.createObjectNode();
        try {
            JsonNode read = JSON.readTree(line);
            if (read instanceof ObjectNode object) {
                row = object;
            } else {
                row.put("line", line);
            }
        } catch (JacksonException e) {
            row.put("line", line);
        }
        row.set(Columns.REASONS, reasons);
        return JSON.writeValueAsString(row);
    }

    private static String reasons(List<Finding> findings, Locale locale) {
        return findings.stream()
                .map(finding -> reason(finding, locale))
                .collect(Collectors.joining("; "));
    }

    private static String reason(Finding finding, Locale locale) {
        String where = finding.pointer() == null ? "" : finding.pointer() + " ";
        return where + finding.code().name() + ": " + finding.message(locale);
    }
}
