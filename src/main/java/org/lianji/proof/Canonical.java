package org.lianji.proof;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * JSON of which there is one form only: fields in the order given, no space, the escapes of RFC
 * 8785 and no others.
 */
public final class Canonical {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Canonical() {}

    public static String json(Map<String, ? extends @Nullable Object> fields) {
        StringBuilder json = new StringBuilder();
        write(json, fields);
        return json.toString();
    }

    /** In UTC, with milliseconds, whatever they are. */
    public static String time(Instant time) {
        return TIME.format(time);
    }

    private static void write(StringBuilder json, @Nullable Object value) {
        switch (value) {
            case null -> json.append("null");
            case Map<?, ?> fields -> {
                char before = '{';
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    quote(json.append(before), String.valueOf(field.getKey()));
                    write(json.append(':'), field.getValue());
                    before = ',';
                }
                json.append(before == '{' ? "{}" : "}");
            }
            case List<?> values -> {
                char before = '[';
                for (Object element : values) {
                    write(json.append(before), element);
                    before = ',';
                }
                json.append(before == '[' ? "[]" : "]");
            }
            case Long number -> json.append(number.longValue());
            case Boolean flag -> json.append(flag.booleanValue());
            case Integer number -> json.append(number.intValue());
            default -> quote(json, value.toString());
        }
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                json.append(text, from, i).append(escaped(c));
                from = i + 1;
            }
        }
        json.append(text, from, text.length()).append('"');
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"', '\\' -> "\\" + c;
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> "\\u%04x".formatted((int) c);
        };
    }
}
