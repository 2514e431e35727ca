package org.lianji.upload;

import org.lianji.platform.Digests;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of a mutation; written as lines of JSON where they have to be written. */
public final class RequestContent implements Content {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Map<String, Object>> rows;
    private final List<String> lines = new ArrayList<>();

    public RequestContent(List<Map<String, Object>> rows) {
        this.rows = rows;
        rows.forEach(row -> lines.add(JSON.writeValueAsString(new TreeMap<>(row))));
    }

    @Override
    public Format format() {
        return Format.NDJSON;
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public String digest() {
        return HexFormat.of()
                .formatHex(
                        Digests.sha256()
                                .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public long size() {
        return rows.size();
    }

    @Override
    public Iterator<RawRow> rows() {
        List<RawRow> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> values = new TreeMap<>(rows.get(i));
            values.values().removeIf(value -> value == null);
            read.add(new RawRow(i + 1L, values, List.of(lines.get(i)), List.of()));
        }
        return read.iterator();
    }
}
