package org.lianji.selection;

import graphql.normalized.ExecutableNormalizedField;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One field of the question with what is asked below it, fragments resolved.
 *
 * @param field as graphql-java normalised it
 * @param path result keys from the root
 */
public record Selection(ExecutableNormalizedField field, List<String> path) {

    public static Selection root(ExecutableNormalizedField field) {
        return new Selection(field, List.of(field.getResultKey()));
    }

    public String name() {
        return field.getFieldName();
    }

    public String key() {
        return field.getResultKey();
    }

    boolean on(String type) {
        return field.getObjectTypeNames().contains(type);
    }

    /** {@return the argument as coerced, or null where it was not given} */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T argument(String name) {
        return (T) field.getResolvedArguments().get(name);
    }

    /** {@return whether the question has the argument, rather than the schema} */
    public boolean isGiven(String name) {
        return field.getNormalizedArgument(name) != null;
    }

    public Place place(String argument) {
        return new Place(this, argument);
    }

    /** {@return what comes of an argument; what is refused is so at its place} */
    public <T> T placed(Supplier<T> what) {
        try {
            return what.get();
        } catch (Problem problem) {
            throw place(String.valueOf(problem.details().get("argument")))
                    .refused(problem.code(), problem.details());
        }
    }

    public Map<String, Object> arguments() {
        return field.getResolvedArguments();
    }

    /** {@return what is asked below, without the types' names, which need no data} */
    public List<Selection> children() {
        return children(_ -> true);
    }

    /** {@return what is asked below for answers of that type} */
    public List<Selection> childrenOn(String type) {
        return children(child -> child.on(type));
    }

    private List<Selection> children(Predicate<Selection> wanted) {
        return field.getChildren().stream()
                .filter(child -> !child.getFieldName().startsWith("__"))
                .map(
                        child -> {
                            List<String> below = new ArrayList<>(path);
                            below.add(child.getResultKey());
                            return new Selection(child, List.copyOf(below));
                        })
                .filter(wanted)
                .toList();
    }
}
