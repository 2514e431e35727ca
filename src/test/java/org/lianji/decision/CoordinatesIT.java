package org.lianji.decision;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;

import org.junit.jupiter.api.Test;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every field of the schema has a decision: an item's own, or a line of decisions.txt. */
@HubTest
class CoordinatesIT {

    private static final Pattern LINE = Pattern.compile("([A-Z]+) (\\w+): (.+)");
    private static final Set<String> WORDS =
            Set.of(
                    "PUBLIC", "REASON", "GUARDED", "ITEM", "OWNER", "PARTY", "CHAIN", "SUBJECT",
                    "STEP", "CELL", "PAGE");

    @Autowired GraphQlSource source;

    @Test
    void everyFieldHasOneDecisionAndEveryDecisionAField() throws IOException {
        List<String> decided = decided();

        assertThat(decided).doesNotHaveDuplicates();
        assertThat(decided).containsExactlyInAnyOrderElementsOf(asked());
    }

    private static List<String> decided() throws IOException {
        List<String> decided = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/decisions.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                Matcher parts = LINE.matcher(line);
                assertThat(parts.matches()).as(line).isTrue();
                assertThat(WORDS).contains(parts.group(1));
                for (String field : parts.group(3).split(" ")) {
                    decided.add(parts.group(2) + "." + field);
                }
            }
        }
        return decided;
    }

    /** Fields of objects; those that all records have once, items not at all. */
    private Set<String> asked() {
        Set<String> asked = new TreeSet<>();
        for (GraphQLObjectType type : objects()) {
            boolean record = type.hasAppliedDirective("category");
            for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
                if (!record || !field.hasAppliedDirective("item")) {
                    asked.add((record ? "Record" : type.getName()) + "." + field.getName());
                }
            }
        }
        return asked;
    }

    private List<GraphQLObjectType> objects() {
        return source.schema().getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(type -> !Introspection.isIntrospectionTypes(type))
                .toList();
    }
}
