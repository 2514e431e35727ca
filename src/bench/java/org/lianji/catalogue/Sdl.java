package org.lianji.catalogue;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.TypeDefinitionRegistry;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The hub's catalogue and schema without the hub, for what is measured alone. */
public record Sdl(Catalogue catalogue, GraphQLSchema schema) {

    public static Sdl read() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("schema"))) {
            List<Resource> sdl =
                    files.filter(file -> file.toString().endsWith(".graphqls"))
                            .sorted()
                            .<Resource>map(FileSystemResource::new)
                            .toList();
            TypeDefinitionRegistry registry = CatalogueConfiguration.parse(sdl);
            Catalogue catalogue = Catalogue.of(registry);
            new DerivedSchema(catalogue).extend(registry);
            RuntimeWiring.Builder wiring =
                    RuntimeWiring.newRuntimeWiring().wiringFactory(new OwnScalars());
            new Scalars().configure(wiring);
            return new Sdl(
                    catalogue,
                    new SchemaGenerator().makeExecutableSchema(registry, wiring.build()));
        }
    }

    /** Nothing is fetched, but scalars are read and written as the hub does. */
    private static final class OwnScalars extends MockedWiringFactory {

        @Override
        public boolean providesScalar(ScalarWiringEnvironment environment) {
            return false;
        }
    }
}
