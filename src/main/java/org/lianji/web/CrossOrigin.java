package org.lianji.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lianji.api.Refusals;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.RequestLocale;
import org.lianji.streams.Origins;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.OncePerRequestFilter;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Tells browsers that pages of some other origins may call the hub and read what it answers, its
 * refusals too: so it goes before all that refuses. Callers bring their token themselves, never a
 * browser for them, since there are no cookies.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class CrossOrigin extends OncePerRequestFilter {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final CorsConfiguration ALLOWED = allowed();

    private final CorsProcessor answers = new DefaultCorsProcessor();
    private final Origins origins;
    private final JsonMapper json;
    private final RequestLocale languages;

    CrossOrigin(Origins origins, JsonMapper json, RequestLocale languages) {
        this.origins = origins;
        this.json = json;
        this.languages = languages;
    }

    private static CorsConfiguration allowed() {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.addAllowedOriginPattern(CorsConfiguration.ALL);
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        allowed.addAllowedHeader(CorsConfiguration.ALL);
        allowed.setExposedHeaders(
                List.of(
                        HttpHeaders.CONTENT_DISPOSITION,
                        HttpHeaders.ETAG,
                        HttpHeaders.RETRY_AFTER,
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Lianji-Blocks",
                        "Lianji-Withheld"));
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(REMEMBERED);
        return allowed;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean allowed = origins.isOfOthers(request.getHeader(HttpHeaders.ORIGIN));
        boolean asksFirst = CorsUtils.isPreFlightRequest(request);
        if (asksFirst && !allowed) {
            Refusals.write(
                    json,
                    request,
                    response,
                    new Problem(PlatformCode.ORIGIN_NOT_ALLOWED),
                    languages.resolveLocale(request));
        } else if (answers.processRequest(allowed ? ALLOWED : null, request, response)
                && !asksFirst) {
            chain.doFilter(request, response);
        }
    }
}
