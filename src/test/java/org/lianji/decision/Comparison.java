package org.lianji.decision;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Finds the first place where an answer is not as it must be. */
final class Comparison {

    private Comparison() {}

    static Optional<String> difference(Answer expected, String body) {
        JsonNode answer = JsonMapper.shared().readTree(body);
        Map<String, String> refused = new TreeMap<>();
        answer.path("errors")
                .forEach(
                        error ->
                                refused.put(
                                        error.at("/path/0").asString(),
                                        error.at("/extensions/code").asString()));
        return refused.equals(expected.refused())
                ? difference("", expected.data(), answer.get("data"))
                : Optional.of("expected errors " + expected.refused() + ", got " + refused);
    }

    private static Optional<String> difference(
            String path, @Nullable Object expected, @Nullable JsonNode got) {
        return switch (expected) {
            case Map<?, ?> map when got != null && got.isObject() && got.size() == map.size() ->
                    map.entrySet().stream()
                            .map(
                                    entry ->
                                            difference(
                                                    path + "/" + entry.getKey(),
                                                    entry.getValue(),
                                                    got.get((String) entry.getKey())))
                            .flatMap(Optional::stream)
                            .findFirst();
            case List<?> list when got != null && got.isArray() && got.size() == list.size() ->
                    IntStream.range(0, list.size())
                            .mapToObj(i -> difference(path + "/" + i, list.get(i), got.get(i)))
                            .flatMap(Optional::stream)
                            .findFirst();
            case null, default ->
                    got != null && same(expected, got)
                            ? Optional.empty()
                            : Optional.of(path + "\n expected " + expected + "\n got      " + got);
        };
    }

    private static boolean same(@Nullable Object expected, JsonNode got) {
        return switch (expected) {
            case null -> got.isNull();
            case Number number ->
                    got.isNumber()
                            && new BigDecimal(number.toString()).compareTo(got.decimalValue()) == 0;
            case Boolean flag -> got.isBoolean() && got.booleanValue() == flag;
            case String text when text.equals(Answer.CURSOR) ->
                    got.isString() && !got.asString().isEmpty();
            case String text -> got.isString() && got.asString().equals(text);
            default -> false;
        };
    }
}
