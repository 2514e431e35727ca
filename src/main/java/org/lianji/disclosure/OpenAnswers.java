package org.lianji.disclosure;

import jakarta.servlet.http.HttpServletRequest;

import org.lianji.limits.AddressRates;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;

/**
 * How everybody is answered, without a token: each address so often, and no cache keeps it longer
 * than a minute, or beyond the day.
 */
@Component
final class OpenAnswers {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final AddressRates rates;
    private final Clock clock;

    OpenAnswers(AddressRates rates, Clock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * Counts a request of its address.
     *
     * @throws org.lianji.platform.Problem RATE_LIMITED
     */
    void count(HttpServletRequest request) {
        rates.take(request.getRemoteAddr());
    }

    <T> ResponseEntity<T> json(T body) {
        return answer().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    ResponseEntity<String> html(String page) {
        return answer().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .body(page);
    }

    ResponseEntity<byte[]> pdf(byte[] sheet) {
        return answer().contentType(MediaType.APPLICATION_PDF).body(sheet);
    }

    private ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(kept()).cachePublic().mustRevalidate())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Robots-Tag", "noindex, noarchive");
    }

    /** What ends with the day is not kept into the next. */
    private Duration kept() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        Duration left =
                Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(clock.getZone()));
        return left.compareTo(KEPT) < 0 ? left : KEPT;
    }
}
