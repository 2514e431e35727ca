package org.lianji.platform;

import graphql.schema.GraphqlTypeComparatorRegistry;
import graphql.schema.idl.DirectiveInfo;
import graphql.schema.idl.SchemaPrinter;

import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The full SDL, derived types and directives included, as code generators and schema checkers take
 * it.
 */
@Component
final class SchemaText {

    private static final MediaType TEXT =
            new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final SchemaReaders readers;
    private final Rates rates;
    private final String text;
    private final String tag;

    SchemaText(GraphQlSource graph, SchemaReaders readers, Rates rates) {
        this.readers = readers;
        this.rates = rates;
        this.text =
                new SchemaPrinter(
                                SchemaPrinter.Options.defaultOptions()
                                        .includeDirectives(true)
                                        .includeDirectiveDefinition(
                                                name ->
                                                        !DirectiveInfo.isGraphqlSpecifiedDirective(
                                                                name))
                                        .includeScalarTypes(true)
                                        .setComparators(
                                                GraphqlTypeComparatorRegistry.AS_IS_REGISTRY))
                        .print(graph.schema());
        this.tag = "W/\"" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    ServerResponse answer(ServerRequest request) {
        Caller caller = SignedIn.caller(request.principal().orElse(null));
        readers.admit(caller);
        rates.take(caller);
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
