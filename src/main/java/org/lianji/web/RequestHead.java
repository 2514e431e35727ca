package org.lianji.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.lianji.api.Refusals;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.RequestLocale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Judges the head of each request before anybody believes it: of two tokens, reasons or names of a
 * batch one part of the hub could take the first and another the second, or both as one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class RequestHead extends OncePerRequestFilter {

    private static final List<String> ONCE =
            List.of(
                    HttpHeaders.AUTHORIZATION,
                    Reason.PURPOSE,
                    Reason.BASIS,
                    "Idempotency-Key",
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.CONTENT_ENCODING,
                    "Last-Event-ID");

    private final JsonMapper json;
    private final RequestLocale languages;

    RequestHead(JsonMapper json, RequestLocale languages) {
        this.json = json;
        this.languages = languages;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Problem problem = problem(request);
        if (problem == null) {
            chain.doFilter(request, response);
        } else {
            Refusals.write(json, request, response, problem, languages.resolveLocale(request));
        }
    }

    private static @Nullable Problem problem(HttpServletRequest request) {
        for (String header : ONCE) {
            if (Collections.list(request.getHeaders(header)).size() > 1) {
                return new Problem(PlatformCode.DUPLICATE_HEADER, Map.of("header", header));
            }
        }
        return isRange(request.getContentType())
                ? new Problem(PlatformCode.UNSUPPORTED_MEDIA_TYPE)
                : null;
    }

    /** Spring takes it for its own mistake where a body is said to be of any type. */
    private static boolean isRange(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].contains("*");
    }
}
