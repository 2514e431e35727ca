package org.lianji.compiler;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.AstTransformer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;

import org.lianji.platform.Problem;
import org.lianji.selection.QueryCode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Conditions and orders that are written with a variable which has no value. GraphQL takes such a
 * part as not written, and more records would be seen than were asked for: the field is refused. A
 * whole argument that is one variable may be left out.
 */
public final class UnsetConditions {

    private static final Set<String> ARGUMENTS = Set.of("where", "orderBy");

    private final Map<String, Object> variables;

    /**
     * @param variables as they were coerced
     */
    public UnsetConditions(Map<String, Object> variables) {
        this.variables = variables;
    }

    /** {@return why fields are refused, by key} */
    public Map<String, Problem> of(Document document, OperationDefinition operation) {
        Map<String, Problem> refused = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(operation),
                        document.getDefinitionsOfType(FragmentDefinition.class).stream())
                .flatMap(UnsetConditions::fields)
                .forEach(
                        field ->
                                of(field)
                                        .ifPresent(
                                                problem ->
                                                        refused.putIfAbsent(
                                                                field.getResultKey(), problem)));
        return refused;
    }

    private static Stream<Field> fields(Node<?> node) {
        Stream<Field> own = node instanceof Field field ? Stream.of(field) : Stream.empty();
        return Stream.concat(own, node.getChildren().stream().flatMap(UnsetConditions::fields));
    }

    /** {@return why the field is refused} */
    public Optional<Problem> of(Field field) {
        return field.getArguments().stream().flatMap(this::unset).findFirst();
    }

    private Stream<Problem> unset(Argument argument) {
        return ARGUMENTS.contains(argument.getName())
                        && !(argument.getValue() instanceof VariableReference)
                ? unset(argument.getName(), argument.getValue())
                : Stream.empty();
    }

    private Stream<Problem> unset(String place, Value<?> value) {
        return switch (value) {
            case ObjectValue object ->
                    object.getObjectFields().stream().flatMap(f -> unset(place, f));
            case ArrayValue list ->
                    IntStream.range(0, list.getValues().size())
                            .boxed()
                            .flatMap(
                                    i ->
                                            unset(
                                                    "%s[%d]".formatted(place, i),
                                                    (Value<?>) list.getValues().get(i)));
            case VariableReference variable when variables.get(variable.getName()) == null ->
                    Stream.of(problem(place, variable));
            default -> Stream.empty();
        };
    }

    private Stream<Problem> unset(String place, ObjectField field) {
        return unset(place + "." + field.getName(), field.getValue());
    }

    private static Problem problem(String place, VariableReference variable) {
        SourceLocation location = variable.getSourceLocation();
        return new Problem(
                QueryCode.VARIABLE_WITHOUT_VALUE,
                Map.of("argument", place, "variable", variable.getName()),
                location == null ? List.of() : List.of(location));
    }

    /** {@return the document without these arguments, by which what is left can be read} */
    public Document without(Document document) {
        return (Document)
                new AstTransformer()
                        .transform(
                                document,
                                new NodeVisitorStub() {
                                    @Override
                                    public TraversalControl visitArgument(
                                            Argument argument, TraverserContext<Node> context) {
                                        return unset(argument).findAny().isPresent()
                                                ? TreeTransformerUtil.deleteNode(context)
                                                : TraversalControl.CONTINUE;
                                    }
                                });
    }
}
