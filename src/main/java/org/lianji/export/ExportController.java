package org.lianji.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.coyote.CloseNowException;
import org.lianji.platform.Caller;
import org.lianji.platform.Faults;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.roles.AllowedRoles;
import org.lianji.selection.QueryCode;
import org.lianji.upload.SpreadsheetCell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;

/** Categories out, as files. */
@RestController
final class ExportController {

    /** Header field that names what is withheld, with why. */
    static final String WITHHELD = "Lianji-Withheld";

    private static final Logger log = LoggerFactory.getLogger(ExportController.class);

    private final Exports exports;
    private final ExportSettings settings;
    private final Faults faults;

    ExportController(Exports exports, ExportSettings settings, Faults faults) {
        this.exports = exports;
        this.settings = settings;
        this.faults = faults;
    }

    @AllowedRoles({Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER})
    @GetMapping("/export/{category}")
    void export(
            @AuthenticationPrincipal Caller caller,
            @PathVariable("category") String category,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        boolean excel = SpreadsheetCell.asked(parameters.get("excel"));
        ExportFile.Format format =
                format(parameters.getOrDefault("format", excel ? "csv" : "ndjson"));
        if (excel && format != ExportFile.Format.CSV) {
            throw new Problem(QueryCode.EXPORT_FORMAT);
        }
        Reason reason = Reason.read(request::getHeader);
        Export export = exports.begin(caller, reason, category, parameters);
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s.%s\"".formatted(category, format.ending()));
        if (!export.withheld().isEmpty()) {
            response.setHeader(WITHHELD, export.withheld());
        }
        response.flushBuffer();
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return;
        }
        try {
            export.write(
                    format.open(export.columns(), excel, settings, response.getOutputStream()));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } catch (RuntimeException fault) {
            throw cut(category, fault);
        }
    }

    /** The connection is closed without an end, so that the receiver knows it hasn't got all. */
    private IOException cut(String category, RuntimeException fault) {
        log.warn("An export of {} was cut: {}", category, faults.problem(fault).code().name());
        return new CloseNowException();
    }

    private static ExportFile.Format format(String name) {
        return Arrays.stream(ExportFile.Format.values())
                .filter(format -> format.ending().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(QueryCode.EXPORT_FORMAT));
    }
}
