package org.lianji.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.proof.Day;
import org.lianji.roles.AllowedRoles;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** The chain as a file, and the day's head for those who keep it. */
@RestController
final class ChainController {

    /** Header field that names the first and the last block of what follows. */
    static final String BLOCKS = "Lianji-Blocks";

    private final ChainExport export;
    private final Blocks blocks;

    ChainController(ChainExport export, Blocks blocks) {
        this.export = export;
        this.blocks = blocks;
    }

    /** What is given is told before it: blocks of the first one's day come with it. */
    @AllowedRoles(Role.AUDITOR)
    @GetMapping("/audit/chain")
    void chain(
            @RequestParam(defaultValue = "1") String from,
            @RequestParam(defaultValue = "9223372036854775807") String to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ChainExport.Range range = export.range(height(from), height(to));
        response.setContentType("application/x-ndjson;charset=UTF-8");
        response.setHeader(BLOCKS, range.first() + "-" + range.last());
        response.flushBuffer();
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            export.write(range, response.getOutputStream());
        }
    }

    private static long height(String text) {
        if (!text.matches("[1-9]\\d{0,18}")) {
            throw new Problem(AuditCode.HEIGHTS);
        }
        return new BigInteger(text).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    @AllowedRoles({
        Role.SYSTEM,
        Role.SHARING_UNIT,
        Role.SHARING_HEAD,
        Role.COUNTY_OFFICER,
        Role.TOWN_OFFICER,
        Role.AUDITOR
    })
    @GetMapping(path = "/audit/heads/{date}", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> head(@PathVariable("date") String date) {
        Day day =
                blocks.day(Blocks.date(date))
                        .orElseThrow(() -> new Problem(AuditCode.NOTHING_SEALED));
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("date", day.date().toString());
        head.put("hash", day.hash());
        head.put("closed", day.closed());
        head.put("day", day.text());
        return head;
    }
}
