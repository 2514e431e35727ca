package org.lianji.decision;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;

import org.lianji.Hub;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that a client can ask: made from the schema as the client knows it, so that what comes to the
 * schema later is asked too.
 */
final class RootQuestions {

    private static final int LEVELS = 4;
    private static final int ROWS = 20;

    private final GraphQLSchema schema;
    private final Set<String> passedOver;

    /**
     * @param passedOver coordinates of what is not asked, such as {@code Query.chainHead}
     */
    RootQuestions(Hub hub, String client, Set<String> passedOver) {
        this.schema =
                UnExecutableSchemaGenerator.makeUnExecutableSchema(
                        new SchemaParser()
                                .parse(hub.send(hub.as(client, "/graphql/schema")).body()));
        this.passedOver = passedOver;
    }

    /** {@return a document for each root of Query that needs no argument, by its name} */
    Map<String, String> lists() {
        Map<String, String> documents = new TreeMap<>();
        for (GraphQLFieldDefinition root : schema.getQueryType().getFieldDefinitions()) {
            if (required(root).isEmpty() && !isPassedOver("Query", root)) {
                documents.put(
                        root.getName(),
                        "{ %s%s%s }"
                                .formatted(
                                        root.getName(),
                                        root.getArgument("first") == null
                                                ? ""
                                                : "(first: %d)".formatted(ROWS),
                                        selection(root.getType(), LEVELS, Set.of())));
            }
        }
        return documents;
    }

    /**
     * {@return a document for each root that takes an identifier and nothing else, by its name}
     *
     * @param type of what is asked for
     */
    Map<String, String> byIdentifier(String type) {
        Map<String, String> documents = new TreeMap<>();
        for (GraphQLFieldDefinition root : schema.getQueryType().getFieldDefinitions()) {
            List<GraphQLArgument> required = required(root);
            if (required.size() == 1
                    && (named(root.getType()).equals("Node")
                            || named(root.getType()).startsWith(type))
                    && named(required.getFirst().getType()).equals("ID")
                    && !GraphQLTypeUtil.isList(
                            GraphQLTypeUtil.unwrapNonNull(required.getFirst().getType()))) {
                documents.put(
                        root.getName(),
                        "query ($id: ID!) { %s(%s: $id)%s }"
                                .formatted(
                                        root.getName(),
                                        required.getFirst().getName(),
                                        selection(root.getType(), LEVELS, Set.of())));
            }
        }
        return documents;
    }

    /** {@return the mutations whose one argument names a matter and its version} */
    List<Step> steps() {
        GraphQLObjectType mutations = schema.getMutationType();
        return mutations == null
                ? List.of()
                : mutations.getFieldDefinitions().stream()
                        .filter(field -> field.getArguments().size() == 1)
                        .filter(field -> input(field).getField("version") != null)
                        .map(RootQuestions::step)
                        .toList();
    }

    Step step(String mutation) {
        return step(schema.getMutationType().getFieldDefinition(mutation));
    }

    private static Step step(GraphQLFieldDefinition field) {
        GraphQLArgument argument = field.getArguments().getFirst();
        return new Step(
                field.getName(),
                named(field.getType()),
                "mutation ($input: %s!) { %s(%s: $input) { __typename%s } }"
                        .formatted(
                                named(argument.getType()),
                                field.getName(),
                                argument.getName(),
                                GraphQLTypeUtil.unwrapAll(field.getType())
                                                        instanceof GraphQLFieldsContainer made
                                                && made.getFieldDefinition("id") != null
                                        ? versioned(made)
                                        : ""),
                input(field));
    }

    private static String versioned(GraphQLFieldsContainer made) {
        return made.getFieldDefinition("version") == null ? " id" : " id version";
    }

    private static GraphQLInputObjectType input(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapAll(field.getArguments().getFirst().getType())
                        instanceof GraphQLInputObjectType input
                ? input
                : GraphQLInputObjectType.newInputObject().name("None").build();
    }

    /**
     * @param matter type of what it answers
     */
    record Step(String name, String matter, String document, GraphQLInputObjectType input) {}

    private String selection(GraphQLType type, int levels, Set<String> above) {
        if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLFieldsContainer fields)) {
            return GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(type)) ? "" : " { __typename }";
        }
        Set<String> here = new HashSet<>(above);
        here.add(fields.getName());
        String selected =
                fields.getFieldDefinitions().stream()
                        .filter(field -> required(field).isEmpty())
                        .filter(field -> !isPassedOver(fields.getName(), field))
                        .filter(
                                field ->
                                        GraphQLTypeUtil.isLeaf(
                                                        GraphQLTypeUtil.unwrapAll(field.getType()))
                                                || levels > 0
                                                        && !here.contains(named(field.getType())))
                        .map(
                                field ->
                                        field.getName()
                                                + selection(field.getType(), levels - 1, here))
                        .collect(Collectors.joining(" "));
        return " { __typename " + selected + " }";
    }

    private boolean isPassedOver(String type, GraphQLFieldDefinition field) {
        return passedOver.contains(type + "." + field.getName())
                || type.endsWith("Edge") && field.getName().equals("node");
    }

    private static List<GraphQLArgument> required(GraphQLFieldDefinition field) {
        return field.getArguments().stream()
                .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType()))
                .filter(argument -> !argument.hasSetDefaultValue())
                .toList();
    }

    private static String named(GraphQLType type) {
        return ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(type)).getName();
    }
}
