package org.lianji.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

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

    /** {@return the refusal, or nothing where an answer has begun: it is cut, and gets no other} */
    @RequestMapping("/error")
    @Nullable ResponseEntity<Map<String, Object>> refused(
            HttpServletRequest request, HttpServletResponse response, Locale locale) {
        if (response.isCommitted()) {
            return null;
        }
        Problem problem = problem(request);
        return ResponseEntity.status(problem.code().httpStatus())
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
        return Map.of("errors", errors(problem, locale));
    }

    /** {@return the one error of such an answer} */
    static List<Map<String, Object>> errors(Problem problem, Locale locale) {
        return List.of(
                Map.of(
                        "message",
                        Faults.message(problem, locale),
                        "extensions",
                        Faults.extensions(problem)));
    }
}
