package org.lianji.export;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** An object of JSON a line. */
final class NdjsonFile implements ExportFile {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutputStream out;

    NdjsonFile(OutputStream out) {
        this.out = out;
    }

    @Override
    public void row(Map<String, @Nullable Object> row) throws IOException {
        out.write(JSON.writeValueAsBytes(row));
        out.write('\n');
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void end(@Nullable String next) throws IOException {
        out.flush();
    }
}
