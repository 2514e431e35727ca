package org.lianji.compiler;

import graphql.execution.MergedField;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;

import org.lianji.platform.ArgumentPlace;
import org.lianji.platform.Problem;
import org.lianji.selection.FieldProblem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A question without whom it names: fragments, directives and all other variables resolved. The
 * arguments that name somebody are those of whoever asked first and must not be read.
 */
public final class NormalizedOperation {

    /** Fields of Query that ask about somebody, and the argument that names them. */
    private static final Map<String, String> NAMING =
            Map.of("person", "idNumber", "household", "id");

    private final List<ExecutableNormalizedField> fields;
    private final List<ExecutableNormalizedField> graphs;
    private final Map<String, String> naming;
    private final Map<ExecutableNormalizedField, MergedField> written;
    private final Map<String, Problem> refused;

    /**
     * @param operation all that is asked for
     * @param naming variables that name somebody and do nothing else, by key of the field of Query
     */
    public NormalizedOperation(
            ExecutableNormalizedOperation operation, Map<String, String> naming) {
        this(operation, naming, Map.of());
    }

    /**
     * @param operation all that is asked for
     * @param naming variables that name somebody and do nothing else, by key of the field of Query
     * @param refused why some fields are refused as they are written, by key
     */
    public NormalizedOperation(
            ExecutableNormalizedOperation operation,
            Map<String, String> naming,
            Map<String, Problem> refused) {
        this(
                operation.getTopLevelFields(),
                naming,
                operation.getNormalizedFieldToMergedField(),
                refused);
    }

    private NormalizedOperation(
            List<ExecutableNormalizedField> fields,
            Map<String, String> naming,
            Map<ExecutableNormalizedField, MergedField> written,
            Map<String, Problem> refused) {
        this.refused = refused;
        this.fields = fields;
        this.graphs = fields.stream().filter(GraphRoots::answer).toList();
        this.naming = naming;
        this.written = written;
    }

    /** {@return the outline of a question of the hub's own} */
    static NormalizedOperation of(List<ExecutableNormalizedField> fields) {
        return new NormalizedOperation(fields, Map.of(), Map.of(), Map.of());
    }

    /** {@return the fields of Query that the graph answers} */
    public List<ExecutableNormalizedField> graphs() {
        return graphs;
    }

    /**
     * {@return what is asked below an object}
     *
     * @param object result keys from the root
     * @param type its type
     */
    public List<ExecutableNormalizedField> below(List<String> object, String type) {
        List<ExecutableNormalizedField> level = fields;
        for (String key : object) {
            level =
                    level.stream()
                            .filter(field -> field.getResultKey().equals(key))
                            .flatMap(field -> field.getChildren().stream())
                            .toList();
        }
        return level.stream().filter(field -> field.getObjectTypeNames().contains(type)).toList();
    }

    /** {@return whether the graph answers all} */
    public boolean whole() {
        return graphs.size() == fields.size();
    }

    /**
     * @throws Problem where the field can't be asked as it is written
     */
    public void check(ExecutableNormalizedField field) {
        Problem problem = refused.get(field.getResultKey());
        if (problem != null) {
            throw problem;
        }
    }

    /** {@return the problem with the places in the document that it is about} */
    public Problem located(Problem problem) {
        MergedField field =
                problem instanceof FieldProblem misplaced ? written.get(misplaced.field()) : null;
        return field == null
                ? problem
                : new Problem(
                        problem.code(),
                        problem.details(),
                        ArgumentPlace.of(
                                field.getSingleField(), problem.details().get("argument")));
    }

    /** {@return whom the question names, by key of the field of Query} */
    public Map<String, Object> whom(Map<String, Object> variables) {
        Map<String, Object> whom = new HashMap<>();
        for (ExecutableNormalizedField field : graphs) {
            String argument = NAMING.get(field.getFieldName());
            if (argument != null) {
                String key = field.getResultKey();
                String variable = naming.get(key);
                whom.put(
                        key,
                        variable == null
                                ? field.getResolvedArguments().get(argument)
                                : variables.get(variable));
            }
        }
        return whom;
    }

    /** {@return variables that name somebody and do nothing else, by key of the field of Query} */
    public static Map<String, String> naming(Document document, OperationDefinition operation) {
        List<String> used = variables(document).toList();
        Map<String, String> naming = new HashMap<>();
        for (Field field : operation.getSelectionSet().getSelectionsOfType(Field.class)) {
            String argument = NAMING.get(field.getName());
            field.getArguments().stream()
                    .filter(given -> given.getName().equals(argument))
                    .map(given -> given.getValue())
                    .filter(VariableReference.class::isInstance)
                    .map(variable -> ((VariableReference) variable).getName())
                    .filter(name -> used.indexOf(name) == used.lastIndexOf(name))
                    .forEach(name -> naming.put(field.getResultKey(), name));
        }
        return naming;
    }

    private static Stream<String> variables(Node<?> node) {
        return node instanceof VariableReference variable
                ? Stream.of(variable.getName())
                : node.getChildren().stream().flatMap(NormalizedOperation::variables);
    }
}
