package org.lianji.decision;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A field of a question.
 *
 * @param name of the field
 * @param alias under which the answer is wanted, or null
 * @param arguments texts, numbers, flags, lists, maps, and the kinds below
 * @param on type of the fragment that it stands in, or null
 * @param below what is asked of its answer
 */
record Ask(
        String name,
        @Nullable String alias,
        Map<String, Object> arguments,
        @Nullable String on,
        List<Ask> below) {

    /** A value of an enum. */
    record Word(String name) {}

    /** A number that names somebody, which only a variable may hold. */
    record Number(String idNumber) {

        static String type(Object number) {
            return number.toString().length() == 18 ? "IdNumber" : "CertificateNumber";
        }
    }

    /**
     * A cursor that the hub gave out.
     *
     * @param text as given
     * @param index of its row in the whole list
     */
    record At(String text, int index) {}

    static Ask of(String name, Ask... below) {
        return new Ask(name, null, Map.of(), null, Arrays.asList(below));
    }

    static Ask of(String name, Map<String, Object> arguments, Ask... below) {
        return new Ask(name, null, arguments, null, Arrays.asList(below));
    }

    Ask as(String wanted) {
        return new Ask(name, wanted, arguments, on, below);
    }

    Ask on(String type) {
        return new Ask(name, alias, arguments, type, below);
    }

    Ask with(String argument, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(arguments);
        more.put(argument, value);
        return new Ask(name, alias, more, on, below);
    }

    String key() {
        return alias == null ? name : alias;
    }

    /** A document with its variables. */
    record Text(String document, Map<String, Object> variables) {}

    static Text text(List<Ask> roots) {
        Map<String, Object> variables = new LinkedHashMap<>();
        String body = selection(roots, variables);
        String head =
                variables.entrySet().stream()
                        .map(one -> "$" + one.getKey() + ": " + Number.type(one.getValue()) + "!")
                        .collect(Collectors.joining(", "));
        return new Text(head.isEmpty() ? body : "query (" + head + ") " + body, variables);
    }

    private static String selection(List<Ask> asks, Map<String, Object> variables) {
        List<String> fields = new ArrayList<>();
        for (Ask ask : asks) {
            String field = field(ask, variables);
            fields.add(ask.on() == null ? field : "... on " + ask.on() + " { " + field + " }");
        }
        return "{ " + String.join(" ", fields) + " }";
    }

    private static String field(Ask ask, Map<String, Object> variables) {
        String arguments =
                ask.arguments().isEmpty()
                        ? ""
                        : ask.arguments().entrySet().stream()
                                .map(entry -> entry(entry, variables))
                                .collect(Collectors.joining(", ", "(", ")"));
        return (ask.alias() == null ? "" : ask.alias() + ": ")
                + ask.name()
                + arguments
                + (ask.below().isEmpty() ? "" : " " + selection(ask.below(), variables));
    }

    private static String entry(Map.Entry<?, ?> entry, Map<String, Object> variables) {
        return entry.getKey() + ": " + value(entry.getValue(), variables);
    }

    private static String value(@Nullable Object value, Map<String, Object> variables) {
        return switch (value) {
            case null -> "null";
            case String text -> '"' + text + '"';
            case Word word -> word.name();
            case At at -> '"' + at.text() + '"';
            case Number number -> {
                String name = "n" + variables.size();
                variables.put(name, number.idNumber());
                yield "$" + name;
            }
            case List<?> list ->
                    list.stream()
                            .map(one -> value(one, variables))
                            .collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(one -> entry(one, variables))
                            .collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }
}
