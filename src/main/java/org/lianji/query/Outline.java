package org.lianji.query;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import graphql.normalized.ExecutableNormalizedField;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A question without whom it names: fragments, directives and all other variables resolved. The
 * arguments that name somebody are those of whoever asked first and must not be read.
 */
final class Outline {

    /** Fields of Query that ask about somebody, and the argument that names them. */
    private static final Map<String, String> NAMING =
            Map.of("person", "idNumber", "household", "id");

    private final List<ExecutableNormalizedField> fields;
    private final List<ExecutableNormalizedField> graphs;
    private final Map<String, String> naming;

    /**
     * @param fields all fields of Query that are asked for
     * @param naming variables that name somebody and do nothing else, by key of the field of Query
     */
    Outline(List<ExecutableNormalizedField> fields, Map<String, String> naming) {
        this.fields = fields;
        this.graphs = fields.stream().filter(GraphFields::answer).toList();
        this.naming = naming;
    }

    /** {@return the fields of Query that the graph answers} */
    List<ExecutableNormalizedField> graphs() {
        return graphs;
    }

    /** {@return whether the graph answers all} */
    boolean whole() {
        return graphs.size() == fields.size();
    }

    /** {@return whom the question names, by key of the field of Query} */
    Map<String, Object> whom(Map<String, Object> variables) {
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
    static Map<String, String> naming(Document document, OperationDefinition operation) {
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
                : node.getChildren().stream().flatMap(Outline::variables);
    }
}
