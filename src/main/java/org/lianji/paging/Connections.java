package org.lianji.paging;

import graphql.language.Argument;
import graphql.language.VariableReference;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.InputValueWithState;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.springframework.stereotype.Component;

import java.util.List;

/** Answers the fields that are lists: all of them take the same arguments and page both ways. */
@Component
public final class Connections {

    private final Cursors cursors;

    Connections(Cursors cursors) {
        this.cursors = cursors;
    }

    /**
     * {@return the part of the list that the field asks for}
     *
     * @param field of the schema
     * @param listing all of it
     * @param <T> the rows
     */
    public <T> ListConnection<T> page(DataFetchingEnvironment field, ListSource<T> listing) {
        return page(field, "", listing);
    }

    /**
     * {@return the same of a list that belongs to an object}
     *
     * @param owner identifier of the object
     */
    public <T> ListConnection<T> page(
            DataFetchingEnvironment field, String owner, ListSource<T> listing) {
        Caller caller = Caller.of(field);
        PageRequest paging =
                PageRequest.of(
                        String.join(" ", PageRequest.of(caller), field.getField().getName(), owner),
                        given(field));
        return page(paging, listing);
    }

    /** {@return the part of the list} */
    public <T> ListConnection<T> page(PageRequest paging, ListSource<T> listing) {
        List<?> place = paging.cursor() == null ? null : paging.position(cursors);
        return ListConnection.of(paging, place, listing, cursors);
    }

    private static PageRequest.Given given(DataFetchingEnvironment field) {
        InputValueWithState usual =
                field.getFieldDefinition().getArgument("first").getArgumentDefaultValue();
        return new PageRequest.Given(
                field.getArguments(),
                Integer.parseInt(String.valueOf(literal(usual.getValue()))),
                PageRequest.LARGEST,
                !isGiven(field, "first"));
    }

    private static @Nullable Object literal(@Nullable Object value) {
        return value instanceof graphql.language.IntValue number ? number.getValue() : value;
    }

    private static boolean isGiven(DataFetchingEnvironment field, String name) {
        return field.getField().getArguments().stream()
                .filter(argument -> argument.getName().equals(name))
                .map(Argument::getValue)
                .anyMatch(
                        value ->
                                !(value instanceof VariableReference variable)
                                        || field.getVariables().containsKey(variable.getName()));
    }
}
