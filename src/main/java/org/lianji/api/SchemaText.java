package org.lianji.api;

import graphql.schema.GraphQLSchema;
import graphql.schema.GraphqlTypeComparatorRegistry;
import graphql.schema.idl.DirectiveInfo;
import graphql.schema.idl.SchemaPrinter;

import org.lianji.limits.Rates;
import org.lianji.platform.Caller;
import org.lianji.security.SignedIn;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The SDL as the caller knows it, derived types and directives included, as code generators and
 * schema checkers take it.
 */
@Component
public final class SchemaText {

    private static final MediaType TEXT =
            new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final RoleSchemas schemas;
    private final SchemaReaders readers;
    private final Rates rates;

    SchemaText(RoleSchemas schemas, SchemaReaders readers, Rates rates) {
        this.schemas = schemas;
        this.readers = readers;
        this.rates = rates;
    }

    /** {@return the schema in the schema language} */
    static String of(GraphQLSchema schema) {
        return new SchemaPrinter(
                        SchemaPrinter.Options.defaultOptions()
                                .includeDirectives(true)
                                .includeDirectiveDefinition(
                                        name -> !DirectiveInfo.isGraphqlSpecifiedDirective(name))
                                .includeScalarTypes(true)
                                .setComparators(GraphqlTypeComparatorRegistry.AS_IS_REGISTRY))
                .print(schema);
    }

    public ServerResponse answer(ServerRequest request) {
        Caller caller = SignedIn.caller(request.principal().orElse(null));
        readers.admit(caller);
        rates.take(caller);
        String text = schemas.of(caller).text();
        String tag = "W/\"" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)) + "\"";
        return request.checkNotModified(tag)
                .orElseGet(
                        () ->
                                ServerResponse.ok()
                                        .contentType(TEXT)
                                        .cacheControl(CacheControl.noCache().cachePrivate())
                                        .eTag(tag)
                                        .body(text));
    }
}
