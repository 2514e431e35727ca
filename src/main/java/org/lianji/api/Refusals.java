package org.lianji.api;

import graphql.language.SourceLocation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lianji.platform.Faults;
import org.lianji.platform.PlacedProblem;
import org.lianji.platform.Problem;
import org.lianji.platform.ProblemAnswers;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

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
public final class Refusals {

    private Refusals() {}

    /**
     * {@return the refusal}
     *
     * @param path of the request
     */
    public static ResponseEntity<Map<String, Object>> answer(
            String path, Problem problem, Locale locale) {
        if (!path.startsWith(Addresses.GRAPHQL) || path.startsWith(Addresses.SCHEMA)) {
            return ProblemAnswers.answer(problem, locale);
        }
        return ResponseEntity.status(problem.code().httpStatus())
                .headers(headers -> headers.putAll(Faults.headers(problem)))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body(problem, locale));
    }

    /** Writes the refusal where nobody else does. */
    public static void write(
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

    /** {@return the answer of a request that is refused as a whole} */
    static Map<String, Object> body(Problem problem, Locale locale) {
        return Map.of("errors", errors(problem, locale));
    }

    /** {@return the one error of such an answer} */
    public static List<Map<String, Object>> errors(Problem problem, Locale locale) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", Faults.message(problem, locale));
        if (!problem.locations().isEmpty()) {
            error.put("locations", problem.locations().stream().map(Refusals::location).toList());
        }
        if (problem instanceof PlacedProblem placed) {
            error.put("path", placed.path());
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
