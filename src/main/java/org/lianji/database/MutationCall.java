package org.lianji.database;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

/**
 * A mutation as it was called: what makes two calls the same.
 *
 * @param caller who calls
 * @param mutation name of the field
 * @param key what the caller calls it by; none where it may be done again
 * @param content its arguments and the stated reason, as one text
 */
public record MutationCall(Caller caller, String mutation, @Nullable String key, String content) {

    /** The argument, or field of the one input, that holds the key. */
    static final String KEY = "clientMutationKey";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    /** {@return the call of the field that is being answered} */
    public static MutationCall of(Caller caller, DataFetchingEnvironment environment) {
        Map<String, Object> arguments = environment.getArguments();
        Reason stated = Reason.of(environment.getGraphQlContext());
        return new MutationCall(
                caller,
                environment.getField().getName(),
                key(arguments),
                JSON.writeValueAsString(List.of(arguments, stated)));
    }

    /** {@return the call of a part of it that makes something of its own, under the same name} */
    public MutationCall part(String name) {
        return new MutationCall(caller, mutation + " " + name, key, content);
    }

    /** {@return a call that its caller has no name for} */
    public static MutationCall unnamed(Caller caller, String mutation) {
        return new MutationCall(caller, mutation, null, "");
    }

    private static @Nullable String key(Map<String, Object> arguments) {
        if (arguments.get(KEY) instanceof String key) {
            return key;
        }
        return arguments.values().stream()
                .filter(Map.class::isInstance)
                .map(input -> ((Map<?, ?>) input).get(KEY))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
    }
}
