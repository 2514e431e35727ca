package org.lianji.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.lianji.platform.Faults;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/**
 * No answer 503 leaves without saying when to try again, whoever makes it: a health check or a part
 * of a library as well.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RetryLater extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new TimedResponse(response));
    }

    private static final class TimedResponse extends HttpServletResponseWrapper {

        TimedResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            tell(status);
            super.setStatus(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            tell(status);
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            tell(status);
            super.sendError(status, message);
        }

        /** Who knows better how long it takes says so afterwards. */
        @Override
        public void addHeader(String name, String value) {
            if (HttpHeaders.RETRY_AFTER.equalsIgnoreCase(name)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }

        private void tell(int status) {
            if (status == SC_SERVICE_UNAVAILABLE && !containsHeader(HttpHeaders.RETRY_AFTER)) {
                setHeader(HttpHeaders.RETRY_AFTER, Faults.SOON);
            }
        }
    }
}
