package org.lianji.decision;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValue;
import graphql.language.FieldDefinition;
import graphql.language.ListType;
import graphql.language.NamedNode;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the SDL says of the categories, read from its text anew: the hub's own catalogue is not
 * asked.
 *
 * @param kinds the categories by code
 */
record Library(Map<String, Kind> kinds) {

    private static final Map<String, String> MASKS =
            Map.of("Money", "AMOUNT", "Date", "YEAR", "YearMonth", "MONTH");

    private static final Library SDL = read(Path.of("schema/catalogue"));

    /**
     * @param code such as MZ01
     * @param type name of its GraphQL type
     * @param owner code of the department
     * @param subject PERSON, HOUSEHOLD or NONE
     * @param share UNCONDITIONAL, CONDITIONAL or NOT_SHARED
     * @param purposes letters
     * @param parts its items
     */
    record Kind(
            String code,
            String type,
            String owner,
            String subject,
            String share,
            Set<String> purposes,
            List<Part> parts) {

        Part part(String name) {
            return parts.stream()
                    .filter(part -> part.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        boolean aboutNoOne() {
            return subject.equals("NONE");
        }

        String field() {
            return Character.toLowerCase(type.charAt(0)) + type.substring(1);
        }
    }

    /**
     * @param name of the item
     * @param type of one value
     * @param list whether it holds several
     * @param share its own or its category's
     * @param level 1 to 4
     * @param indexed whether records can be ordered by it
     * @param role the directive that gives it a part in the graph: household, members, place,
     *     supportDuty
     * @param detail kind of household, place or duty
     * @param relation of a household number, the item that says how a person belongs
     * @param mask how it is masked, or empty
     * @param key whether it is a text that is compared as it is written
     * @param choices values of an enumerated item
     */
    record Part(
            String name,
            String type,
            boolean list,
            String share,
            int level,
            boolean indexed,
            String role,
            String detail,
            String relation,
            String mask,
            boolean key,
            List<String> choices) {

        boolean shared() {
            return !share.equals("NOT_SHARED");
        }

        boolean is(String wanted) {
            return role.equals(wanted);
        }
    }

    static Library sdl() {
        return SDL;
    }

    Kind kind(String code) {
        return java.util.Objects.requireNonNull(kinds.get(code), code);
    }

    private static Library read(Path folder) {
        TypeDefinitionRegistry registry = new TypeDefinitionRegistry();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                registry.merge(new SchemaParser().parse(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, List<String>> choices = new LinkedHashMap<>();
        for (EnumTypeDefinition type : registry.getTypes(EnumTypeDefinition.class)) {
            choices.put(
                    type.getName(),
                    type.getEnumValueDefinitions().stream().map(NamedNode::getName).toList());
        }
        Map<String, Kind> kinds = new java.util.TreeMap<>();
        for (ObjectTypeDefinition type : registry.getTypes(ObjectTypeDefinition.class)) {
            if (type.hasDirective("category")) {
                Kind kind = kind(type, choices);
                kinds.put(kind.code(), kind);
            }
        }
        return new Library(kinds);
    }

    private static Kind kind(ObjectTypeDefinition type, Map<String, List<String>> choices) {
        Directive category = type.getDirectives("category").getFirst();
        String share = word(category, "share", "");
        List<Part> parts = new ArrayList<>();
        for (FieldDefinition field : type.getFieldDefinitions()) {
            parts.add(part(field, share, choices));
        }
        return new Kind(
                word(category, "code", ""),
                type.getName(),
                word(category, "owner", ""),
                word(category, "subject", "PERSON"),
                share,
                new TreeSet<>(words(category, "purposes")),
                parts);
    }

    private static Part part(
            FieldDefinition field, String share, Map<String, List<String>> choices) {
        Directive item = field.getDirectives("item").getFirst();
        String type = name(field.getType());
        String role =
                Stream.of("household", "members", "place", "supportDuty")
                        .filter(field::hasDirective)
                        .findFirst()
                        .orElse("");
        return new Part(
                field.getName(),
                type,
                isList(field.getType()),
                word(item, "share", share),
                word(item, "level", "S4").charAt(1) - '0',
                word(item, "indexed", "false").equals("true"),
                role,
                role.isEmpty() || role.equals("members")
                        ? ""
                        : word(directive(field, role), "kind", ""),
                role.equals("household") ? word(directive(field, role), "relation", "") : "",
                isList(field.getType()) ? "" : word(item, "mask", MASKS.getOrDefault(type, "")),
                word(item, "text", "PROSE").equals("KEY"),
                choices.getOrDefault(type, List.of()));
    }

    private static Directive directive(DirectivesContainer<?> on, String name) {
        return on.getDirectives(name).getFirst();
    }

    private static String word(Directive directive, String argument, String otherwise) {
        return directive.getArgument(argument) == null
                ? otherwise
                : word(directive.getArgument(argument).getValue());
    }

    private static String word(@Nullable Value<?> value) {
        return switch (value) {
            case StringValue text -> text.getValue();
            case EnumValue one -> one.getName();
            case BooleanValue flag -> String.valueOf(flag.isValue());
            case null, default -> throw new IllegalArgumentException(String.valueOf(value));
        };
    }

    private static List<String> words(Directive directive, String argument) {
        return ((ArrayValue) directive.getArgument(argument).getValue())
                .getValues().stream().map(Library::word).toList();
    }

    private static String name(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> name(nonNull.getType());
            case ListType list -> name(list.getType());
            case TypeName named -> named.getName();
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private static boolean isList(Type<?> type) {
        return type instanceof ListType
                || (type instanceof NonNullType nonNull && isList(nonNull.getType()));
    }
}
