package org.lianji.contribution;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
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
import java.util.stream.Collectors;

/**
 * The rejected rows of a batch, as the file they came in with the reasons beside; for its owner
 * only.
 */
@Component
final class Rejects {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RejectedRows rows;
    private final Batches batches;

    Rejects(RejectedRows rows, Batches batches) {
        this.rows = rows;
        this.batches = batches;
    }

    /**
     * @throws Problem when there is none, or it is another department's: both look the same; or
     *     when its rows can't be given back any more
     */
    Batch batch(Caller caller, String id) {
        Batch batch =
                batches.findByIdAndDepartment(id, caller.department())
                        .orElseThrow(() -> new Problem(ContributionCode.BATCH_NOT_FOUND));
        rows.requireReadable(id);
        return batch;
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
        for (var page = rows.page(batch.id(), after);
                !page.isEmpty();
                page = rows.page(batch.id(), after)) {
            for (RejectedRows.Kept row : page) {
                after = row.number();
                if (csv) {
                    writer.writeRecord(
                            withReasons(
                                    row.source(),
                                    header.size(),
                                    given,
                                    reasons(row.findings(), locale)));
                } else {
                    text.write(withReasons(row.source().getFirst(), row.findings(), locale) + "\n");
                }
            }
        }
        writer.flush();
        text.flush();
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
