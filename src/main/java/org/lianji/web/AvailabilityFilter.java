package org.lianji.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lianji.api.Refusals;
import org.lianji.platform.Availability;
import org.lianji.platform.Problem;
import org.lianji.platform.RequestLocale;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whoever asks while the graph can't answer is told so at once, and when to try again, instead of
 * waiting for what does not come. Behind the tokens, which need no graph.
 */
@Component
@Order(AvailabilityFilter.BEHIND_TOKENS)
final class AvailabilityFilter extends OncePerRequestFilter {

    static final int BEHIND_TOKENS = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1;

    /** Of GraphQL mutations alone ask for room; a receipt is answered without any. */
    private static final Set<String> KEEPS_NOTHING = Set.of("/graphql", "/complaints/answer");

    private final Availability availability;
    private final RequestLocale languages;
    private final JsonMapper json;

    AvailabilityFilter(Availability availability, RequestLocale languages, JsonMapper json) {
        this.availability = availability;
        this.languages = languages;
        this.json = json;
    }

    /** These ask the graph for nothing. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Stream.of("/actuator/", "/playground", "/oauth2/", "/.well-known/", "/error")
                .anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            availability.requireAnswers();
            if (HttpMethod.POST.matches(request.getMethod())
                    && !KEEPS_NOTHING.contains(request.getRequestURI())) {
                availability.requireRoom();
            }
        } catch (Problem refused) {
            Locale locale = languages.resolveLocale(request);
            Refusals.write(json, request, response, refused, locale);
            return;
        }
        chain.doFilter(request, response);
    }
}
