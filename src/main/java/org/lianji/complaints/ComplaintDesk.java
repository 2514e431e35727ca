package org.lianji.complaints;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.lianji.api.InputTexts;
import org.lianji.api.RequestBody;
import org.lianji.limits.AddressRates;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where everybody complains, without a token and without a name. The receipt is the only way back
 * to a complaint, and travels in bodies, never in an address.
 */
@RestController
final class ComplaintDesk {

    private static final int LIMIT = 16 * 1024;

    /** A key against filing twice is not among them: who has no name could take another's. */
    private static final Set<String> FIELDS =
            Set.of(
                    "kind",
                    "region",
                    "text",
                    "contact",
                    "department",
                    "office",
                    "worker",
                    "matter",
                    "notice");

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Duration KEPT = Duration.ofHours(1);

    private final Complaints complaints;
    private final ComplaintFigures figures;
    private final AddressRates rates;
    private final Clock clock;

    ComplaintDesk(
            Complaints complaints, ComplaintFigures figures, AddressRates rates, Clock clock) {
        this.complaints = complaints;
        this.figures = figures;
        this.rates = rates;
        this.clock = clock;
    }

    @PostMapping(path = "/complaints", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ComplaintReceipt> file(HttpServletRequest request) throws IOException {
        Map<String, Object> body = body(request);
        if (!FIELDS.containsAll(body.keySet())) {
            throw new Problem(ComplaintCode.COMPLAINT_FIELDS);
        }
        Complaint.Kind kind = kind(required(body, "kind"));
        if (kind == Complaint.Kind.NOTICE) {
            rates.takeObjection(request.getRemoteAddr());
        }
        ComplaintReports.Report said =
                new ComplaintReports.Report(
                        kind,
                        required(body, "region"),
                        required(body, "text"),
                        text(body, "contact"),
                        text(body, "department"),
                        text(body, "office"),
                        text(body, "worker"),
                        text(body, "matter"),
                        List.of(),
                        text(body, "notice"));
        return told(complaints.fileOpenly(said));
    }

    @PostMapping(path = "/complaints/answer", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ComplaintReceipt> answer(HttpServletRequest request) throws IOException {
        String receipt = required(body(request), "receipt");
        return told(
                complaints
                        .ofReceipt(receipt)
                        .orElseThrow(() -> new Problem(ComplaintCode.COMPLAINT_NOT_FOUND)));
    }

    @PostMapping(path = "/complaints/contest", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ComplaintReceipt> contest(HttpServletRequest request) throws IOException {
        Map<String, Object> body = body(request);
        return told(complaints.contest(required(body, "receipt"), required(body, "note")));
    }

    @GetMapping(path = "/complaints/figures", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<ComplaintFigures.Figure>> figures(
            HttpServletRequest request, @RequestParam(defaultValue = "") String year) {
        rates.take(request.getRemoteAddr());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(of(year));
    }

    private List<ComplaintFigures.Figure> of(String year) {
        if (year.isEmpty()) {
            return figures.of(null);
        }
        return YEAR.matcher(year).matches() ? figures.of(Integer.valueOf(year)) : List.of();
    }

    private ResponseEntity<ComplaintReceipt> told(Complaint complaint) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(complaints.receipt(complaint));
    }

    private Map<String, Object> body(HttpServletRequest request) throws IOException {
        rates.take(request.getRemoteAddr());
        byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new Problem(PlatformCode.BODY_TOO_LARGE, Map.of("limit", LIMIT));
        }
        Map<String, Object> body = RequestBody.parse(bytes);
        InputTexts.checkBody(body, LocalDate.now(clock));
        return body;
    }

    private static Complaint.Kind kind(String name) {
        return Arrays.stream(Complaint.Kind.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(ComplaintCode.COMPLAINT_FIELDS));
    }

    private static String required(Map<String, Object> body, String field) {
        String text = text(body, field);
        if (text == null) {
            throw new Problem(ComplaintCode.COMPLAINT_FIELDS);
        }
        return text;
    }

    private static @Nullable String text(Map<String, Object> body, String field) {
        return switch (body.get(field)) {
            case null -> null;
            case String text -> text;
            default -> throw new Problem(ComplaintCode.COMPLAINT_FIELDS);
        };
    }
}
