package org.lianji.decision;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Finds the first place where an answer is not as it must be. */
final class Comparison {

    private Comparison() {}

    static Optional<String> difference(Answer expected, String body) {
        JsonNode answer = JsonMapper.shared().readTree(body);
        return switch (expected) {
            case Answer.Refused refused -> refused(refused, answer);
            case Answer.Data data ->
                    answer.has("errors")
                            ? Optional.of("errors: " + answer.get("errors"))
                            : difference("", data.data(), answer.get("data"));
        };
    }

    private static Optional<String> refused(Answer.Refused expected, JsonNode answer) {
        TreeSet<String> codes = new TreeSet<>();
        answer.path("errors").forEach(error -> codes.add(error.at("/extensions/code").asString()));
        if (codes.isEmpty() || !expected.codes().containsAll(codes)) {
            return Optional.of("expected one of " + expected.codes() + ", got " + codes);
        }
        return answer.path("data").valueStream().allMatch(JsonNode::isNull)
                ? Optional.empty()
                : Optional.of("refused, and yet answered: " + answer.path("data"));
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
