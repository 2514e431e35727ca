package org.lianji.access;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;

import java.util.Set;
import java.util.function.BiFunction;

/**
 * How the objects of a type lead to people: a flow has one of these for each type that has {@code
 * @anchored} fields, and nothing else of them.
 *
 * @param type name of the type in the schema
 * @param object its class
 * @param fields that lead to people, each with {@code @anchored} in the schema
 * @param find gives the anchor of an object, or null where the caller has no reason to look
 */
public record Anchors<T>(
        String type,
        Class<T> object,
        Set<String> fields,
        BiFunction<Caller, T, @Nullable Anchor> find) {

    public Anchors {
        fields = Set.copyOf(fields);
    }

    /** {@return the anchor of that object, or null where the caller has no reason to look} */
    public @Nullable Anchor of(Caller caller, Object one) {
        return find.apply(caller, object.cast(one));
    }
}
