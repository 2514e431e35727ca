package org.lianji.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.lianji.api.InputTexts;
import org.lianji.api.Refusals;
import org.lianji.platform.Problem;
import org.lianji.platform.RequestLocale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Refuses a request in whose address or header fields somebody's ID number stands: they end in the
 * logs of whatever is on the way.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class NumbersAtTheDoor extends OncePerRequestFilter {

    private static final String ADDRESS = "address";
    private static final Set<String> SECRETS = secrets();

    private final JsonMapper json;
    private final RequestLocale languages;
    private final Clock clock;

    NumbersAtTheDoor(JsonMapper json, RequestLocale languages, Clock clock) {
        this.json = json;
        this.languages = languages;
        this.clock = clock;
    }

    private static Set<String> secrets() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.add(HttpHeaders.AUTHORIZATION);
        names.add(HttpHeaders.COOKIE);
        return names;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Problem problem = problem(request);
        if (problem == null) {
            chain.doFilter(request, response);
            return;
        }
        Refusals.write(json, request, response, problem, languages.resolveLocale(request));
    }

    private @Nullable Problem problem(HttpServletRequest request) {
        LocalDate today = LocalDate.now(clock);
        String query = request.getQueryString();
        String address = decoded(request.getRequestURI() + (query == null ? "" : "?" + query));
        Stream<Optional<Problem>> fields =
                Collections.list(request.getHeaderNames()).stream()
                        .filter(name -> !SECRETS.contains(name))
                        .flatMap(
                                name ->
                                        Collections.list(request.getHeaders(name)).stream()
                                                .map(
                                                        value ->
                                                                InputTexts.refusal(
                                                                        told(name),
                                                                        written(value),
                                                                        today)));
        return Stream.concat(Stream.of(InputTexts.refusal(ADDRESS, address, today)), fields)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** Servers take a byte of a header field for a character; who sends more means UTF-8. */
    private static String written(String value) {
        return new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** A name of the caller's own may be anything. */
    private static String told(String name) {
        return name.matches("[A-Za-z-]{1,40}") ? name : "header";
    }

    /** What can't be decoded is refused by whoever reads it. */
    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
