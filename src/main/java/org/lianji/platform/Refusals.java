package org.lianji.platform;

import graphql.language.SourceLocation;

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

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells why a request got no answer, whoever refused it: at the address of GraphQL as its answer
 * with one error and no data, else as problem details.
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
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return answer(path, problem(request), locale);
    }

    /**
     * {@return the refusal}
     *
     * @param path of the request
     */
    static ResponseEntity<Map<String, Object>> answer(String path, Problem problem, Locale locale) {
        if (!path.startsWith(Addresses.GRAPHQL) || path.startsWith(Addresses.SCHEMA)) {
            return ProblemAnswers.answer(problem, locale);
        }
        return ResponseEntity.status(problem.code().httpStatus())
                .headers(headers -> headers.putAll(Faults.headers(problem)))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body(problem, locale));
    }

    /** Writes the refusal where nobody else does. */
    static void write(
            JsonMapper json,
            HttpServletRequest request,
            HttpServletResponse response,
            Problem problem,
            Locale locale)
            throws IOException {
        ResponseEntity<?> answer = answer(request.getRequestURI(), problem, locale);
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        json.writeValue(response.getOutputStream(), answer.getBody());
    }

    private Problem problem(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause
                ? faults.problem(cause)
                : new Problem(PlatformCode.of(HttpStatus.resolve(statusOf(request))));
    }

    private static int statusOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : 404;
    }

    /** {@return the answer of a request that is refused as a whole} */
    static Map<String, Object> body(Problem problem, Locale locale) {
        return Map.of("errors", errors(problem, locale));
    }

    /** {@return the one error of such an answer} */
    static List<Map<String, Object>> errors(Problem problem, Locale locale) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", Faults.message(problem, locale));
        if (!problem.locations().isEmpty()) {
            error.put("locations", problem.locations().stream().map(Refusals::location).toList());
        }
        error.put("extensions", Faults.extensions(problem));
        return List.of(error);
    }

    private static Map<String, Integer> location(SourceLocation place) {
        Map<String, Integer> location = new LinkedHashMap<>();
        location.put("line", place.getLine());
        location.put("column", place.getColumn());
        return location;
    }
}
