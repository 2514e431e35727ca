package org.lianji.catalogue;

import graphql.parser.MultiSourceReader;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

@Configuration
class CatalogueConfiguration {

    @Bean
    Catalogue catalogue(GraphQlProperties properties, ResourcePatternResolver resolver) {
        return Catalogue.of(parse(schemaFiles(properties, resolver)));
    }

    @Bean
    GraphQlSourceBuilderCustomizer derivedSchema(Catalogue catalogue) {
        return builder ->
                builder.configureTypeDefinitions(new DerivedSchema(catalogue)::extend)
                        .configureRuntimeWiring(new Scalars());
    }

    private static List<Resource> schemaFiles(
            GraphQlProperties properties, ResourcePatternResolver resolver) {
        return Arrays.stream(properties.getSchema().getLocations())
                .flatMap(location -> files(resolver, location + "*.graphqls"))
                .sorted(Comparator.comparing(Resource::getDescription))
                .toList();
    }

    private static Stream<Resource> files(ResourcePatternResolver resolver, String pattern) {
        try {
            return Stream.of(resolver.getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the name of each file, so that a fault can say where it is. */
    static TypeDefinitionRegistry parse(List<Resource> files) {
        MultiSourceReader.Builder source = MultiSourceReader.newMultiSourceReader();
        for (Resource file : files) {
            try {
                source.string(
                        file.getContentAsString(StandardCharsets.UTF_8) + "\n", file.getFilename());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try (Reader reader = source.trackData(true).build()) {
            return new SchemaParser().parse(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
