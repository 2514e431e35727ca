package org.lianji.catalogue;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The arguments of one directive, as plain texts and numbers. */
record DirectiveArguments(Map<String, Value<?>> values) {

    /** {@return those of the first directive of that name, if there is one} */
    static @Nullable DirectiveArguments of(DirectivesContainer<?> node, String directive) {
        return node.getDirectives(directive).stream()
                .findFirst()
                .map(DirectiveArguments::of)
                .orElse(null);
    }

    static DirectiveArguments of(Directive directive) {
        Map<String, Value<?>> values = new HashMap<>();
        for (Argument argument : directive.getArguments()) {
            values.put(argument.getName(), argument.getValue());
        }
        return new DirectiveArguments(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(DirectiveArguments::text);
    }

    List<String> texts(String name) {
        return values.get(name) instanceof ArrayValue array
                ? array.getValues().stream().map(DirectiveArguments::text).toList()
                : List.of();
    }

    boolean flag(String name) {
        return values.get(name) instanceof BooleanValue flag && flag.isValue();
    }

    Optional<Double> number(String name) {
        return switch (values.get(name)) {
            case IntValue number -> Optional.of(number.getValue().doubleValue());
            case FloatValue number -> Optional.of(number.getValue().doubleValue());
            case null, default -> Optional.empty();
        };
    }

    private static String text(Value<?> value) {
        return switch (value) {
            case StringValue text -> Objects.requireNonNullElse(text.getValue(), "");
            case EnumValue name -> name.getName();
            default -> value.toString();
        };
    }
}
