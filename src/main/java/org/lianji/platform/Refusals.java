package org.lianji.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells why a request got no answer, whoever refused it: always a GraphQL answer with one error and
 * no data.
 */
@Controller
final class Refusals implements ErrorController {

    private final Faults faults;

    Refusals(Faults faults) {
        this.faults = faults;
    }

    @RequestMapping("/error")
    ResponseEntity<Map<String, Object>> refused(HttpServletRequest request, Locale locale) {
        Problem problem = problem(request);
        return ResponseEntity.status(status(problem.code()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body(problem, locale));
    }

    private Problem problem(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause
                ? faults.problem(cause)
                : new Problem(code(HttpStatus.resolve(statusOf(request))));
    }

    private static int statusOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : 404;
    }

    private static PlatformCode code(@Nullable HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> PlatformCode.SIGN_IN_REQUIRED;
            case FORBIDDEN -> PlatformCode.NOT_ALLOWED;
            case NOT_FOUND -> PlatformCode.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> PlatformCode.METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> PlatformCode.NOT_ACCEPTABLE;
            case UNSUPPORTED_MEDIA_TYPE -> PlatformCode.UNSUPPORTED_MEDIA_TYPE;
            case CONTENT_TOO_LARGE -> PlatformCode.BODY_TOO_LARGE;
            case SERVICE_UNAVAILABLE -> PlatformCode.UNAVAILABLE;
            case null -> PlatformCode.BAD_REQUEST;
            default -> status.is5xxServerError() ? PlatformCode.INTERNAL : PlatformCode.BAD_REQUEST;
        };
    }

    /** {@return the answer of a request that is refused as a whole} */
    static Map<String, Object> body(Problem problem, Locale locale) {
        return Map.of(
                "errors",
                List.of(
                        Map.of(
                                "message",
                                Faults.message(problem.code(), locale),
                                "extensions",
                                Faults.extensions(problem))));
    }

    /** {@return what HTTP calls the fault} */
    static HttpStatus status(Code code) {
        return switch (code) {
            case PlatformCode.METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
            case PlatformCode.NOT_ACCEPTABLE -> HttpStatus.NOT_ACCEPTABLE;
            case PlatformCode.UNSUPPORTED_MEDIA_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case PlatformCode.BODY_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case PlatformCode.UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> status(code.type());
        };
    }

    private static HttpStatus status(org.springframework.graphql.execution.ErrorType type) {
        return switch (type) {
            case BAD_REQUEST -> HttpStatus.BAD_REQUEST;
            case UNAUTHORIZED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case INTERNAL_ERROR -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
