package org.lianji.api;

import graphql.execution.ExecutionContext;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Digests;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Questions about nobody, whose answers stay the same until something changes: they come by GET,
 * since If-None-Match has no 304 for any other method (RFC 9110 §13.1.2), and by the id of a
 * trusted document, so that a URL holds neither text nor anything about a person.
 */
@Component
public final class CacheableResponses {

    private static final String DIRECTIVE = "steady";

    private final JsonMapper json;

    CacheableResponses(JsonMapper json) {
        this.json = json;
    }

    /** {@return whether all that is asked for is steady, by the schema or as those reads are} */
    static boolean suffice(ExecutionContext execution, CacheableReads reads) {
        GraphQLObjectType query = execution.getGraphQLSchema().getQueryType();
        return execution.getOperationDefinition().getOperation()
                        == OperationDefinition.Operation.QUERY
                && execution.getNormalizedQueryTree().get().getTopLevelFields().stream()
                        .allMatch(
                                field ->
                                        isMarked(query.getFieldDefinition(field.getFieldName()))
                                                || reads.isSteady(field));
    }

    private static boolean isMarked(@Nullable GraphQLFieldDefinition field) {
        return field != null && field.hasAppliedDirective(DIRECTIVE);
    }

    /** {@return what the URL asks, as a body would} */
    public static Map<String, Object> question(ServerRequest request) {
        Map<String, Object> body = new HashMap<>();
        request.params().toSingleValueMap().forEach(body::put);
        for (String object : new String[] {"variables", "extensions"}) {
            request.param(object)
                    .ifPresent(
                            text ->
                                    body.put(
                                            object,
                                            RequestBody.parse(
                                                    text.getBytes(StandardCharsets.UTF_8))));
        }
        return RequestBody.checked(body);
    }

    /**
     * {@return the answer with what a cache of the caller's own needs; where it is the one the
     * caller has, Spring says 304 instead}
     */
    public ServerResponse answer(
            WebGraphQlResponse answer, ServerResponse.BodyBuilder response, MediaType type) {
        byte[] body = json.writeValueAsBytes(answer.toMap());
        if (answer.getErrors().isEmpty()) {
            response.cacheControl(CacheControl.noCache().cachePrivate())
                    .varyBy("Authorization", "Accept", "Accept-Language")
                    .eTag(tag(type, body));
        }
        return response.contentType(type).body(body);
    }

    private static String tag(MediaType type, byte[] body) {
        MessageDigest digest = Digests.sha256();
        digest.update(type.toString().getBytes(StandardCharsets.UTF_8));
        return '"' + HexFormat.of().formatHex(digest.digest(body)) + '"';
    }
}
