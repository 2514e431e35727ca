package org.lianji.web;

import org.lianji.api.Addresses;
import org.lianji.api.CacheableResponses;
import org.lianji.api.DocumentLookup;
import org.lianji.api.Listener;
import org.lianji.api.Refusals;
import org.lianji.api.RequestBody;
import org.lianji.api.RequestContext;
import org.lianji.api.SchemaText;
import org.lianji.limits.Rates;
import org.lianji.platform.Caller;
import org.lianji.platform.Faults;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.security.SignedIn;
import org.lianji.streams.EventStreams;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.MediaTypes;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import reactor.core.publisher.Mono;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The door to the graph: {@code POST /graphql} by the letter of the GraphQL over HTTP
 * specification. By GET come only questions about nobody, since a URL with its variables ends in
 * logs.
 */
@Configuration
class GraphQlEndpoint {

    /** What a reader of server-sent events sends when it comes back. */
    private static final String LAST_EVENT = "Last-Event-ID";

    private static final List<MediaType> ANSWERS =
            List.of(MediaType.APPLICATION_JSON, MediaTypes.APPLICATION_GRAPHQL_RESPONSE);
    private static final List<MediaType> OFFERED =
            Stream.concat(ANSWERS.stream(), Stream.of(MediaType.TEXT_EVENT_STREAM)).toList();

    private final WebGraphQlHandler graph;
    private final Rates rates;
    private final Faults faults;
    private final EventStreams streams;
    private final DocumentLookup texts;
    private final CacheableResponses steady;

    GraphQlEndpoint(
            WebGraphQlHandler graph,
            Rates rates,
            Faults faults,
            EventStreams streams,
            DocumentLookup texts,
            CacheableResponses steady) {
        this.graph = graph;
        this.rates = rates;
        this.faults = faults;
        this.streams = streams;
        this.texts = texts;
        this.steady = steady;
    }

    /**
     * Goes before Spring's own routes, which accept what must be refused and refuse without a body.
     */
    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> graphQlRoutes(SchemaText schema) {
        return RouterFunctions.route()
                .route(
                        RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                                .and(RequestPredicates.path(Addresses.SCHEMA)),
                        schema::answer)
                .route(
                        RequestPredicates.path(Addresses.SCHEMA),
                        request -> refuse(Faults.methodNotAllowed("GET", "HEAD"), request))
                .POST(Addresses.GRAPHQL, this::answer)
                .route(
                        RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                                .and(RequestPredicates.path(Addresses.GRAPHQL))
                                .and(RequestPredicates.param(RequestBody.DOCUMENT_ID, _ -> true)),
                        this::answerAgain)
                .route(
                        RequestPredicates.path(Addresses.GRAPHQL)
                                .and(
                                        RequestPredicates.param(
                                                RequestBody.EXTENSIONS, RequestBody::persists)),
                        request ->
                                refuse(
                                        new Problem(PlatformCode.PERSISTED_QUERY_NOT_SUPPORTED),
                                        request))
                .route(
                        RequestPredicates.path(Addresses.GRAPHQL),
                        request -> refuse(Faults.methodNotAllowed("POST"), request))
                .onError(Throwable.class, this::refuse)
                .build();
    }

    private ServerResponse answer(ServerRequest request) throws IOException {
        SignedIn who = SignedIn.of(request.principal().orElse(null));
        rates.take(who.caller());
        MediaType type = negotiate(request.headers(), OFFERED);
        checkContentType(request.headers());
        boolean streamed = type.equals(MediaType.TEXT_EVENT_STREAM);
        if (streamed) {
            streams.admit(who, request);
        }
        RequestContext asked =
                asked(
                        who.caller(),
                        request,
                        streamed ? RequestContext.Way.STREAM : RequestContext.Way.POST);
        Mono<WebGraphQlResponse> answer =
                ask(request, RequestBody.read(request.servletRequest()), asked);
        return streamed
                ? streams.answer(who, asked.listener(), language(), answer)
                : await(answer.map(told -> begun(told, type).contentType(type).body(told.toMap())));
    }

    private ServerResponse answerAgain(ServerRequest request) {
        Caller caller = SignedIn.caller(request.principal().orElse(null));
        rates.take(caller);
        MediaType type = negotiate(request.headers(), ANSWERS);
        return await(
                ask(
                                request,
                                CacheableResponses.question(request),
                                asked(caller, request, RequestContext.Way.GET))
                        .map(told -> steady.answer(told, begun(told, type), type)));
    }

    /** The request's own virtual thread waits: an asynchronous dispatch would cost more. */
    private static ServerResponse await(Mono<ServerResponse> answer) {
        return Objects.requireNonNull(answer.block());
    }

    private static RequestContext asked(
            Caller caller, ServerRequest request, RequestContext.Way way) {
        return new RequestContext(
                caller,
                Reason.read(request.headers()::firstHeader),
                way,
                new Listener(request.headers().firstHeader(LAST_EVENT)));
    }

    private Mono<WebGraphQlResponse> ask(
            ServerRequest request, Map<String, Object> body, RequestContext asked) {
        WebGraphQlRequest question = question(request, texts.complete(asked.caller(), body), asked);
        asked.accompany(question);
        return graph.handleRequest(question);
    }

    private static WebGraphQlRequest question(
            ServerRequest request, Map<String, Object> body, RequestContext asked) {
        return new WebGraphQlRequest(
                request.uri(),
                request.headers().asHttpHeaders(),
                null,
                request.remoteAddress().orElse(null),
                asked.attributes(request.attributes()),
                body,
                UUID.randomUUID().toString(),
                language());
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }

    private static ServerResponse.BodyBuilder begun(WebGraphQlResponse answer, MediaType type) {
        HttpHeaders ofFaults =
                answer.getExecutionInput()
                        .getGraphQLContext()
                        .getOrDefault(HttpHeaders.class, HttpHeaders.EMPTY);
        return ServerResponse.status(status(answer, type))
                .headers(headers -> headers.putAll(answer.getResponseHeaders()))
                .headers(headers -> headers.putAll(ofFaults));
    }

    /**
     * Clients that take plain JSON read 200 as "this is GraphQL's answer", be it an error; but what
     * may be sent again later is told so to everybody.
     */
    private static HttpStatus status(WebGraphQlResponse answer, MediaType type) {
        HttpStatus told = answer.getExecutionInput().getGraphQLContext().get(HttpStatus.class);
        if (told != null) {
            return told;
        }
        return answer.getExecutionResult().isDataPresent()
                        || type.equals(MediaType.APPLICATION_JSON)
                ? HttpStatus.OK
                : HttpStatus.BAD_REQUEST;
    }

    private static MediaType negotiate(ServerRequest.Headers headers, List<MediaType> offered) {
        List<MediaType> accepted;
        try {
            accepted = headers.accept();
        } catch (InvalidMediaTypeException _) {
            throw new Problem(PlatformCode.NOT_ACCEPTABLE);
        }
        return (accepted.isEmpty() ? List.of(MediaType.ALL) : accepted)
                .stream()
                        .filter(range -> range.getQualityValue() > 0)
                        .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                        .flatMap(range -> offered.stream().filter(range::includes))
                        .findFirst()
                        .orElseThrow(() -> new Problem(PlatformCode.NOT_ACCEPTABLE));
    }

    private static void checkContentType(ServerRequest.Headers headers) {
        if (!isJson(headers)) {
            throw new Problem(PlatformCode.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static boolean isJson(ServerRequest.Headers headers) {
        try {
            return headers.contentType()
                    .filter(type -> type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON))
                    .filter(
                            type ->
                                    type.getCharset() == null
                                            || type.getCharset().equals(StandardCharsets.UTF_8))
                    .isPresent();
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private ServerResponse refuse(Throwable fault, ServerRequest request) {
        ResponseEntity<Map<String, Object>> answer =
                Refusals.answer(request.path(), faults.problem(fault), language());
        return ServerResponse.status(answer.getStatusCode())
                .headers(headers -> headers.putAll(answer.getHeaders()))
                .body(Objects.requireNonNull(answer.getBody()));
    }
}
