package org.lianji.catalogue;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;

import org.jspecify.annotations.Nullable;
import org.lianji.items.ItemType;
import org.lianji.items.Yuan;
import org.lianji.platform.BeijingTime;
import org.lianji.platform.PlatformCode;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The hub's own scalars. They carry text; whether the text is a date, an amount or an ID number is
 * judged where the value is used, so that a wrong one gets the same code in a query, a mutation and
 * a file.
 */
final class Scalars implements RuntimeWiringConfigurer {

    private static final List<ItemType.Scalar> OWN =
            List.of(
                    ItemType.Scalar.DATE,
                    ItemType.Scalar.DATE_TIME,
                    ItemType.Scalar.YEAR_MONTH,
                    ItemType.Scalar.MONEY,
                    ItemType.Scalar.REGION_CODE,
                    ItemType.Scalar.UNIFIED_CODE);

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        for (ItemType.Scalar type : OWN) {
            wiring.scalar(
                    scalar(type.sdlName(), type == ItemType.Scalar.MONEY ? new Fen() : new Text()));
        }
        for (ItemType.Scalar number :
                List.of(ItemType.Scalar.ID_NUMBER, ItemType.Scalar.CERTIFICATE_NUMBER)) {
            wiring.scalar(scalar(number.sdlName(), new VariableOnly()));
        }
    }

    private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }

    private static class Text implements Coercing<String, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return switch (value) {
                case ZonedDateTime time -> BeijingTime.text(time.toInstant());
                case OffsetDateTime time -> BeijingTime.text(time.toInstant());
                case Instant time -> BeijingTime.text(time);
                default -> value.toString();
            };
        }

        @Override
        public @Nullable String parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof String text) {
                return text;
            }
            throw new CoercingParseValueException("expected a string");
        }

        @Override
        public @Nullable String parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof StringValue text) {
                return text.getValue();
            }
            throw new CoercingParseLiteralException("expected a string");
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return StringValue.of(input.toString());
        }
    }

    /** The graph holds amounts in fen. */
    private static final class Fen extends Text {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return Yuan.text((Long) value);
        }
    }

    /** A number in a document would end in logs and caches of documents. */
    private static final class VariableOnly extends Text {

        @Override
        public @Nullable String parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            throw CoercingParseLiteralException.newCoercingParseLiteralException()
                    .extensions(Map.of("code", PlatformCode.ID_IN_DOCUMENT))
                    .build();
        }
    }
}
