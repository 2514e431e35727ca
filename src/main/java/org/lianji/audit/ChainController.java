package org.lianji.audit;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Allowed;
import org.lianji.platform.Caller;
import org.lianji.platform.Connections;
import org.lianji.platform.Faults;
import org.lianji.platform.Paging;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The chain as a file, the day's head for those who keep it, and a citizen's page. */
@RestController
final class ChainController {

    private static final int ROWS_OF_A_PAGE = 100;

    private final ChainExport export;
    private final Blocks blocks;
    private final AccessLog accesses;
    private final Connections connections;

    ChainController(
            ChainExport export, Blocks blocks, AccessLog accesses, Connections connections) {
        this.export = export;
        this.blocks = blocks;
        this.accesses = accesses;
        this.connections = connections;
    }

    @Allowed(Role.AUDITOR)
    @GetMapping("/audit/chain")
    ResponseEntity<StreamingResponseBody> chain(
            @RequestParam(defaultValue = "1") long from,
            @RequestParam(defaultValue = "9223372036854775807") long to) {
        if (from < 1 || from > to) {
            throw new Problem(AuditCode.HEIGHTS);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/x-ndjson;charset=UTF-8"))
                .body(out -> export.write(from, to, out));
    }

    @Allowed({
        Role.SYSTEM,
        Role.SHARING_UNIT,
        Role.SHARING_HEAD,
        Role.COUNTY_OFFICER,
        Role.TOWN_OFFICER,
        Role.AUDITOR
    })
    @GetMapping("/audit/heads/{date}")
    ResponseEntity<Map<String, Object>> head(@PathVariable("date") String date) {
        return ResponseEntity.of(
                blocks.day(AuditController.date(date))
                        .map(
                                day -> {
                                    Map<String, Object> head = new LinkedHashMap<>();
                                    head.put("date", day.date().toString());
                                    head.put("hash", day.hash());
                                    head.put("closed", day.closed());
                                    head.put("day", day.text());
                                    return head;
                                }));
    }

    @Allowed(Role.CITIZEN)
    @GetMapping(path = "/my/access-log", produces = "text/html;charset=UTF-8")
    String page(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(name = "child", required = false) @Nullable String child,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        Paging paging =
                new Paging(
                        ROWS_OF_A_PAGE,
                        true,
                        after,
                        "%s page of accesses %s".formatted(Paging.of(caller), child));
        return AccessPage.html(
                connections.page(paging, accesses.listing(caller, child)), child, after != null);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem problem, Locale locale) {
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(
                        problem.code().httpStatus(), Faults.message(problem, locale));
        Faults.extensions(problem).forEach(detail::setProperty);
        return ResponseEntity.of(detail)
                .headers(headers -> headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON))
                .build();
    }
}
