package org.lianji.upload;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Problem;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** A file of one JSON object a line; a line that is none is a rejected row. */
public final class NdjsonContent implements Content, AutoCloseable {

    /** In characters. */
    static final int LONGEST_ROW = 2 * 1024 * 1024;

    /** NaN is let in to be refused with its own code; numbers with a point stay exact. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final Spool spool;
    private final Charset charset;
    private @Nullable BufferedReader lines;
    private long size;

    /**
     * @throws Problem when a line is too long
     */
    public NdjsonContent(Spool spool, Charset charset) {
        this.spool = spool;
        this.charset = charset;
        measure();
    }

    @Override
    public Format format() {
        return Format.NDJSON;
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
        return List.of();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Iterator<RawRow> rows() {
        BufferedReader text = new BufferedReader(CsvContent.text(spool, charset), 65_536);
        lines = text;
        return new Iterator<>() {
            private long number;
            private @Nullable String line = nextLine(text);

            @Override
            public boolean hasNext() {
                return line != null;
            }

            @Override
            public RawRow next() {
                String current = line;
                if (current == null) {
                    throw new NoSuchElementException();
                }
                line = nextLine(text);
                return row(++number, current);
            }
        };
    }

    static RawRow row(long number, String line) {
        try {
            Map<String, Object> values =
                    JSON.readValue(line, new TypeReference<Map<String, Object>>() {});
            values.values().removeIf(value -> value == null);
            return new RawRow(number, values, List.of(line), List.of());
        } catch (StreamReadException e) {
            boolean twice =
                    String.valueOf(e.getOriginalMessage()).startsWith("Duplicate Object property");
            return unreadable(
                    number,
                    line,
                    twice ? ContributionCode.DUPLICATE_KEY : ContributionCode.BAD_JSON);
        } catch (JacksonException | NullPointerException e) {
            return unreadable(number, line, ContributionCode.BAD_JSON);
        }
    }

    private static RawRow unreadable(long number, String line, ContributionCode code) {
        return new RawRow(number, Map.of(), List.of(line), List.of(new Finding(code, null)));
    }

    private static @Nullable String nextLine(BufferedReader text) {
        try {
            String line = text.readLine();
            while (line != null && line.isBlank()) {
                line = text.readLine();
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measure() {
        char[] buffer = new char[65_536];
        long row = 1;
        long length = 0;
        try (var text = CsvContent.text(spool, charset)) {
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    length = buffer[i] == '\n' ? 0 : length + 1;
                    row += buffer[i] == '\n' ? 1 : 0;
                    if (length > LONGEST_ROW) {
                        throw new Problem(
                                ContributionCode.ROW_TOO_LARGE,
                                Map.of("row", row, "maxCharacters", LONGEST_ROW));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        size = row;
        if (spool.size() == 0) {
            throw new Problem(ContributionCode.EMPTY_FILE);
        }
    }

    @Override
    public void close() {
        try (BufferedReader open = lines) {
            spool.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
