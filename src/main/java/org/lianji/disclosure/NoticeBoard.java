package org.lianji.disclosure;

import jakarta.servlet.http.HttpServletRequest;

import org.lianji.items.Yuan;
import org.lianji.limits.AddressRates;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What hangs in a village, for everybody, without a token: by the village alone, and nothing else
 * can be asked. A village that is none, one where nothing hangs and one where something was taken
 * down answer the same. No cache keeps it longer than a minute, or beyond the day.
 */
@RestController
final class NoticeBoard {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Notices notices;
    private final AddressRates rates;
    private final Clock clock;

    NoticeBoard(Notices notices, AddressRates rates, Clock clock) {
        this.notices = notices;
        this.rates = rates;
        this.clock = clock;
    }

    /** All that hangs. */
    record Board(List<BoardLine> notices) {}

    /** What everybody may know; nothing by which it could be asked for. */
    record BoardLine(
            String name, int members, String amount, String kind, String kindZh, String until) {

        static BoardLine of(Notices.Line line) {
            return new BoardLine(
                    line.name(),
                    line.members(),
                    Yuan.text(line.amount()),
                    line.kind().name(),
                    line.kind().zh(),
                    line.lastDay().toString());
        }
    }

    @GetMapping(path = "/notices/{village}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Board> json(@PathVariable String village, HttpServletRequest request) {
        List<BoardLine> posted = hanging(village, request).stream().map(BoardLine::of).toList();
        return answer().contentType(MediaType.APPLICATION_JSON).body(new Board(posted));
    }

    @GetMapping(path = "/notices/{village}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> html(@PathVariable String village, HttpServletRequest request) {
        String page = NoticePage.of(hanging(village, request));
        return answer().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .body(page);
    }

    private List<Notices.Line> hanging(String village, HttpServletRequest request) {
        rates.take(request.getRemoteAddr());
        return notices.hanging(village);
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
