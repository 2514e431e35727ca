package org.lianji.platform;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.OneOfNullValueException;
import graphql.execution.OneOfTooManyKeysException;
import graphql.language.SourceLocation;
import graphql.schema.DataFetchingEnvironment;

import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

import reactor.core.publisher.Mono;

import java.io.EOFException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells a fault to its caller: a code, a sentence, details; an unknown one as a trace id whose
 * cause is only logged.
 */
@Component
public final class Faults implements DataFetcherExceptionResolver {

    /** The detail that tells in how many seconds to try again; HTTP tells it as Retry-After. */
    public static final String RETRY_AFTER = "retryAfterSeconds";

    /** Seconds, where nobody knows better. */
    public static final String SOON = "5";

    /** The detail that names the methods that an address takes; HTTP tells it as Allow. */
    /** How the binding of arguments calls an argument that is no object. */
    private static final String WHOLE = "$";

    private static final String ALLOW = "allow";

    /** The detail that tells of which argument a fault is, by its path. */
    public static final String ARGUMENT = "argument";

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    @Override
    public Mono<List<GraphQLError>> resolveException(
            Throwable exception, DataFetchingEnvironment environment) {
        Problem problem = problem(exception);
        if (problem.code().httpStatus() == HttpStatus.SERVICE_UNAVAILABLE) {
            environment.getGraphQlContext().put(HttpStatus.class, HttpStatus.SERVICE_UNAVAILABLE);
        }
        environment.getGraphQlContext().put(HttpHeaders.class, headers(problem));
        GraphQLError error =
                GraphqlErrorBuilder.newError()
                        .path(environment.getExecutionStepInfo().getPath())
                        .errorType(problem.code().type())
                        .message(message(problem, environment.getLocale()))
                        .locations(locations(problem, environment))
                        .extensions(extensions(problem))
                        .build();
        return Mono.just(List.of(error));
    }

    private static List<SourceLocation> locations(
            Problem problem, DataFetchingEnvironment environment) {
        return problem.locations().isEmpty()
                ? ArgumentPlace.of(environment.getField(), problem.details().get(ARGUMENT))
                : problem.locations();
    }

    /**
     * {@return the fault as the caller may know it}
     *
     * @param exception anything that was thrown
     */
    public Problem problem(Throwable exception) {
        return switch (exception) {
            case Problem problem -> problem;
            case AuthenticationServiceException _ -> new Problem(PlatformCode.UNAVAILABLE);
            case AuthenticationException _ -> new Problem(PlatformCode.SIGN_IN_REQUIRED);
            case AccessDeniedException _ -> new Problem(PlatformCode.NOT_ALLOWED);
            case Neo4jException fault ->
                    DatabaseFaults.code(fault).map(Problem::new).orElseGet(() -> unknown(fault));
            case DataAccessException nested when nested.getCause() != null ->
                    problem(nested.getCause());
            case TransactionException nested when nested.getCause() != null ->
                    problem(nested.getCause());
            case DataAccessResourceFailureException _ -> new Problem(PlatformCode.UNAVAILABLE);
            case EOFException _ -> new Problem(PlatformCode.REQUEST_CUT);
            case AbortExecutionException _ -> new Problem(PlatformCode.TIMED_OUT);
            case RequestRejectedException _ -> new Problem(PlatformCode.BAD_REQUEST);
            case MultipartException _ -> new Problem(PlatformCode.UNSUPPORTED_MEDIA_TYPE);
            case MethodArgumentTypeMismatchException wrong ->
                    new Problem(
                            PlatformCode.INVALID_PARAMETER, Map.of("parameter", wrong.getName()));
            case MissingServletRequestParameterException missing ->
                    new Problem(
                            PlatformCode.INVALID_PARAMETER,
                            Map.of("parameter", missing.getParameterName()));
            case BindException wrong ->
                    new Problem(PlatformCode.INVALID_PARAMETER, Map.of("parameter", place(wrong)));
            case HttpRequestMethodNotSupportedException method ->
                    methodNotAllowed(
                            Objects.requireNonNullElse(
                                    method.getSupportedMethods(), new String[0]));
            case ErrorResponse told ->
                    new Problem(PlatformCode.of(HttpStatus.resolve(told.getStatusCode().value())));
            case OneOfNullValueException _, OneOfTooManyKeysException _ ->
                    new Problem(PlatformCode.INVALID_DOCUMENT, Map.of("rule", "OneOf"));
            case NonNullableValueCoercedAsNullException _ ->
                    new Problem(PlatformCode.INVALID_VARIABLES);
            default -> unknown(exception);
        };
    }

    /** A day that there is not, say: the schema takes any text for one. */
    private static String place(BindException wrong) {
        FieldError field = wrong.getFieldError();
        String path = field == null ? "" : field.getField().replace(WHOLE, "");
        return path.isEmpty() ? wrong.getObjectName() : path.replaceFirst("^\\.", "");
    }

    /** {@return the fault that an address takes these methods only} */
    public static Problem methodNotAllowed(String... allowed) {
        return new Problem(
                PlatformCode.METHOD_NOT_ALLOWED,
                Map.of(ALLOW, Arrays.stream(allowed).sorted().toList()));
    }

    /**
     * {@return the sentence for the caller's language, Chinese unless English was asked for}
     *
     * @param problem what went wrong
     * @param locale the caller's
     */
    public static String message(Problem problem, Locale locale) {
        return message(problem.code(), problem.details(), locale);
    }

    /**
     * {@return the sentence for the caller's language, Chinese unless English was asked for}
     *
     * @param code what went wrong
     * @param details that its sentence names
     * @param locale the caller's
     */
    public static String message(Code code, Map<String, Object> details, Locale locale) {
        return Sentence.of(code, details, locale);
    }

    /**
     * {@return what goes beside the message: the code, and details where there are any}
     *
     * @param problem the fault
     */
    public static Map<String, Object> extensions(Problem problem) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", problem.code().name());
        if (!problem.details().isEmpty()) {
            extensions.put("details", problem.details());
        }
        return extensions;
    }

    /** {@return header fields that HTTP adds to a refusal} */
    public static HttpHeaders headers(Problem problem) {
        HttpHeaders headers = new HttpHeaders();
        if (problem.code().httpStatus() == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.details().get(RETRY_AFTER) instanceof Number seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        } else if (problem.code().httpStatus() == HttpStatus.SERVICE_UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, SOON);
        }
        if (problem.details().get(ALLOW) instanceof List<?> methods) {
            headers.set(
                    HttpHeaders.ALLOW,
                    methods.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return headers;
    }

    /** {@return a fault of which the caller learns the trace id only} */
    public Problem unknown(String what) {
        String traceId = UUID.randomUUID().toString();
        log.error("Fault {}: {}", traceId, what);
        return new Problem(PlatformCode.INTERNAL, Map.of("traceId", traceId));
    }

    private static Problem unknown(Throwable exception) {
        String traceId = UUID.randomUUID().toString();
        log.error("Fault {}", traceId, exception);
        return new Problem(PlatformCode.INTERNAL, Map.of("traceId", traceId));
    }
}
