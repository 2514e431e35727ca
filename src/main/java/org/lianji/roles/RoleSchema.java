package org.lianji.roles;

import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValue;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

import org.lianji.platform.Role;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The schema as some roles may use it: the roots that name one of them, and what these lead to.
 * Nothing else is known in it.
 */
public final class RoleSchema {

    /**
     * Whatever has an identifier, or is worked on in steps: that it is found again, or has a state,
     * leads to nothing that nothing else does.
     */
    private static final Set<String> TRAITS = Set.of("Node", "Procedure");

    private final Set<Role> roles;
    private final RoleView view;
    private final TypeDefinitionRegistry whole;
    private final Map<String, TypeDefinition<?>> types = new TreeMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final Set<String> reached = new HashSet<>();
    private final Deque<String> next = new ArrayDeque<>();

    private RoleSchema(Set<Role> roles, RoleView view, TypeDefinitionRegistry whole) {
        this.roles = roles;
        this.view = view;
        this.whole = whole;
    }

    /**
     * {@return the part of a schema}
     *
     * @param schema the whole of it
     * @param text of it
     */
    public static GraphQLSchema of(
            GraphQLSchema schema, String text, Set<Role> roles, RoleView view) {
        TypeDefinitionRegistry whole = new SchemaParser().parse(text);
        return new RoleSchema(roles, view, whole).executable(schema);
    }

    private GraphQLSchema executable(GraphQLSchema schema) {
        whole.types().values().stream()
                .filter(type -> view.hides(roles, type.getName()))
                .forEach(type -> hidden.add(type.getName()));
        int known;
        do {
            known = hidden.size();
            whole.types().values().forEach(this::prune);
        } while (hidden.size() > known);
        reach();
        RuntimeWiring.Builder wiring =
                RuntimeWiring.newRuntimeWiring()
                        .codeRegistry(
                                GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry()));
        TypeDefinitionRegistry part = new TypeDefinitionRegistry();
        whole.scalars().values().stream()
                .filter(scalar -> reached.contains(scalar.getName()))
                .filter(scalar -> !ScalarInfo.isGraphqlSpecifiedScalar(scalar.getName()))
                .forEach(
                        scalar -> {
                            part.add(scalar);
                            wiring.scalar((GraphQLScalarType) schema.getType(scalar.getName()));
                        });
        types.values().stream()
                .filter(type -> reached.contains(type.getName()))
                .forEach(
                        type -> {
                            part.add(implementing(type));
                            resolver(schema, type.getName())
                                    .ifPresent(
                                            resolver ->
                                                    wiring.type(
                                                            type.getName(),
                                                            one -> one.typeResolver(resolver)));
                        });
        whole.getDirectiveDefinitions().values().stream()
                .filter(directive -> reached.contains("@" + directive.getName()))
                .forEach(part::add);
        return new SchemaGenerator().makeExecutableSchema(part, wiring.build());
    }

    /** {@return what tells of which kind an answer is, where a type has several} */
    private static Optional<TypeResolver> resolver(GraphQLSchema schema, String type) {
        GraphQLCodeRegistry code = schema.getCodeRegistry();
        return switch (schema.getType(type)) {
            case GraphQLInterfaceType common -> Optional.of(code.getTypeResolver(common));
            case GraphQLUnionType union -> Optional.of(code.getTypeResolver(union));
            case null, default -> Optional.empty();
        };
    }

    /** Leaves out what is hidden, and what is empty then. */
    private void prune(TypeDefinition<?> type) {
        String name = type.getName();
        TypeDefinition<?> pruned =
                switch (type) {
                    case ObjectTypeDefinition object ->
                            object.transform(
                                    some ->
                                            some.fieldDefinitions(
                                                    fields(object.getFieldDefinitions(), name)));
                    case InterfaceTypeDefinition common ->
                            common.transform(
                                    some ->
                                            some.definitions(
                                                    fields(common.getFieldDefinitions(), name)));
                    case InputObjectTypeDefinition input ->
                            input.transform(
                                    some ->
                                            some.inputValueDefinitions(
                                                    input.getInputValueDefinitions().stream()
                                                            .filter(
                                                                    value ->
                                                                            shows(
                                                                                    name,
                                                                                    value,
                                                                                    value
                                                                                            .getType()))
                                                            .toList()));
                    case EnumTypeDefinition choice ->
                            choice.transform(
                                    some ->
                                            some.enumValueDefinitions(
                                                    choice.getEnumValueDefinitions().stream()
                                                            .filter(
                                                                    value ->
                                                                            !view.hides(
                                                                                    roles,
                                                                                    name,
                                                                                    value
                                                                                            .getName()))
                                                            .toList()));
                    default -> type;
                };
        if (pruned.getChildren().stream().allMatch(Directive.class::isInstance)) {
            hidden.add(name);
        }
        if (hidden.contains(name)) {
            types.remove(name);
        } else {
            types.put(name, pruned);
        }
    }

    private List<FieldDefinition> fields(List<FieldDefinition> fields, String type) {
        return fields.stream()
                .filter(field -> !RootRoles.ROOTS.contains(type) || isTheirs(field))
                .filter(field -> shows(type, field, field.getType()))
                .filter(
                        field ->
                                field.getInputValueDefinitions().stream()
                                        .noneMatch(
                                                argument ->
                                                        hidden.contains(name(argument.getType()))))
                .map(RoleSchema::withoutRow)
                .toList();
    }

    private boolean shows(String type, NamedNode<?> member, Type<?> of) {
        return !hidden.contains(name(of)) && !view.hides(roles, type, member.getName());
    }

    /** A row names a role as the text has it. */
    private boolean isTheirs(FieldDefinition root) {
        return root.getDirectives(RootRoles.DIRECTIVE).stream()
                .map(row -> (ArrayValue) row.getArgument("roles").getValue())
                .flatMap(row -> row.getValues().stream())
                .map(role -> Role.valueOf(((EnumValue) role).getName()))
                .anyMatch(roles::contains);
    }

    /** What others may ask for is not theirs to know. */
    private static FieldDefinition withoutRow(FieldDefinition field) {
        return field.transform(
                some ->
                        some.directives(
                                field.getDirectives().stream()
                                        .filter(one -> !one.getName().equals(RootRoles.DIRECTIVE))
                                        .toList()));
    }

    private void reach() {
        RootRoles.ROOTS.stream().filter(types::containsKey).forEach(this::reach);
        while (!next.isEmpty()) {
            TypeDefinition<?> type = types.get(next.pop());
            if (type != null) {
                below(type).forEach(this::reach);
            }
        }
    }

    private void reach(String name) {
        if (reached.add(name)) {
            next.add(name);
        }
    }

    private Stream<String> below(TypeDefinition<?> type) {
        Stream<String> named =
                names(type)
                        .filter(
                                name ->
                                        types.containsKey(name)
                                                || whole.scalars().containsKey(name));
        Stream<String> directives = directives(type);
        Stream<String> kinds =
                type instanceof InterfaceTypeDefinition && !TRAITS.contains(type.getName())
                        ? types.values().stream()
                                .filter(ObjectTypeDefinition.class::isInstance)
                                .map(ObjectTypeDefinition.class::cast)
                                .filter(
                                        object ->
                                                names(object.getImplements())
                                                        .anyMatch(type.getName()::equals))
                                .map(ObjectTypeDefinition::getName)
                        : Stream.empty();
        return Stream.of(named, directives, kinds).flatMap(names -> names);
    }

    /** Directives that are applied, marked, and what their arguments are of. */
    private Stream<String> directives(Node<?> node) {
        Stream<String> own =
                node instanceof DirectivesContainer<?> container
                        ? container.getDirectives().stream()
                                .flatMap(
                                        applied ->
                                                whole
                                                        .getDirectiveDefinition(applied.getName())
                                                        .stream())
                                .flatMap(
                                        definition ->
                                                Stream.concat(
                                                        Stream.of("@" + definition.getName()),
                                                        names(
                                                                definition
                                                                        .getInputValueDefinitions())))
                        : Stream.empty();
        return Stream.concat(own, node.getChildren().stream().flatMap(this::directives));
    }

    private static Stream<String> names(List<? extends Node> nodes) {
        return nodes.stream().flatMap(RoleSchema::names);
    }

    /** {@return the types that are named in it} */
    private static Stream<String> names(Node<?> node) {
        return node instanceof TypeName type
                ? Stream.of(type.getName())
                : node.getChildren().stream()
                        .filter(child -> !(child instanceof Directive))
                        .flatMap(RoleSchema::names);
    }

    private static String name(Type<?> type) {
        return names(type).findFirst().orElseThrow();
    }

    /** An interface that nothing leads to is not told of. */
    private TypeDefinition<?> implementing(TypeDefinition<?> type) {
        return type instanceof ObjectTypeDefinition object
                ? object.transform(
                        some ->
                                some.implementz(
                                        new ArrayList<>(
                                                object.getImplements().stream()
                                                        .filter(one -> reached.contains(name(one)))
                                                        .toList())))
                : type;
    }
}
