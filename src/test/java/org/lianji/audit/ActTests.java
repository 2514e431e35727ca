package org.lianji.audit;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.schema.idl.SchemaParser;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

class ActTests {

    /** An entry with an act that the schema lacks would be an error to who reads the chain. */
    @Test
    void areAllInTheSchema() throws IOException {
        EnumTypeDefinition told =
                new SchemaParser()
                        .parse(Path.of("schema/audit.graphqls").toFile())
                        .getTypeOrNull("EntryAct", EnumTypeDefinition.class);

        assertThat(told.getEnumValueDefinitions().stream().map(EnumValueDefinition::getName))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Act.values()).map(Enum::name).toList());
    }
}
