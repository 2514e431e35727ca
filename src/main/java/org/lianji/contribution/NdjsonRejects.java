package org.lianji.contribution;

import org.lianji.records.RejectedRows;
import org.lianji.upload.Columns;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.Locale;

/** Rejected lines of JSON, as they were written, with a list of reasons. */
final class NdjsonRejects implements RejectsFile {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final BufferedWriter lines;
    private final Locale locale;

    NdjsonRejects(RejectsForm form, Locale locale, OutputStream out) {
        this.lines = new BufferedWriter(new OutputStreamWriter(out, form.charset()));
        this.locale = locale;
    }

    @Override
    public void row(RejectedRows.StoredRow row) throws IOException {
        ArrayNode reasons = JSON.createArrayNode();
        row.findings().forEach(finding -> reasons.add(RejectsFile.reason(finding, locale)));
        lines.write(withReasons(row.source().getFirst().strip(), reasons));
        lines.write('\n');
    }

    /** The line stays as it is, numbers and escapes included, unless it has reasons already. */
    private static String withReasons(String line, ArrayNode reasons) {
        if (!(read(line) instanceof ObjectNode row)) {
            return JSON.writeValueAsString(
                    JSON.createObjectNode().put("line", line).set(Columns.REASONS, reasons));
        }
        if (row.has(Columns.REASONS)) {
            return JSON.writeValueAsString(row.set(Columns.REASONS, reasons));
        }
        return line.substring(0, line.length() - 1)
                + (row.isEmpty() ? "" : ",")
                + "\"%s\":%s}".formatted(Columns.REASONS, JSON.writeValueAsString(reasons));
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    @Override
    public void flush() throws IOException {
        lines.flush();
    }
}
