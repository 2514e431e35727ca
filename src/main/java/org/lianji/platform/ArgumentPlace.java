package org.lianji.platform;

import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.ObjectValue;
import graphql.language.SourceLocation;
import graphql.language.Value;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the value of an argument in a document, by a path such as {@code where.a.or[1].b}. */
public final class ArgumentPlace {

    private static final Pattern STEP = Pattern.compile("\\w+");

    private ArgumentPlace() {}

    /**
     * {@return where the field is, and where the value: as near as the document shows it, which is
     * no further than its variable}
     *
     * @param field whose argument it is
     * @param argument path to the value; anything else tells of none
     */
    public static List<SourceLocation> of(Field field, @Nullable Object argument) {
        Stream<Node<?>> place =
                argument instanceof String path ? value(field, path).stream() : Stream.empty();
        return Stream.concat(Stream.of(field), place)
                .map(Node::getSourceLocation)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static Optional<Node<?>> value(Field field, String path) {
        List<String> steps = STEP.matcher(path).results().map(MatchResult::group).toList();
        return steps.isEmpty()
                ? Optional.empty()
                : field.getArguments().stream()
                        .filter(argument -> argument.getName().equals(steps.getFirst()))
                        .findFirst()
                        .map(
                                argument ->
                                        below(argument.getValue(), steps.subList(1, steps.size())));
    }

    private static Node<?> below(Value<?> value, List<String> steps) {
        if (steps.isEmpty()) {
            return value;
        }
        return step(value, steps.getFirst())
                .<Node<?>>map(next -> below(next, steps.subList(1, steps.size())))
                .orElse(value);
    }

    /** One value stands for a list of it. */
    private static Optional<Value<?>> step(Value<?> value, String step) {
        return switch (value) {
            case ObjectValue object ->
                    object.getObjectFields().stream()
                            .filter(field -> field.getName().equals(step))
                            .<Value<?>>map(field -> field.getValue())
                            .findFirst();
            case ArrayValue list
                    when isIndex(step) && Integer.parseInt(step) < list.getValues().size() ->
                    Optional.of((Value<?>) list.getValues().get(Integer.parseInt(step)));
            default -> isIndex(step) ? Optional.of(value) : Optional.empty();
        };
    }

    private static boolean isIndex(String step) {
        return Character.isDigit(step.charAt(0));
    }
}
