package org.lianji.contribution;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.platform.Availability;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.records.Batch;
import org.lianji.records.Receipt;
import org.lianji.roles.AllowedRoles;
import org.lianji.upload.Columns;
import org.lianji.upload.Content;
import org.lianji.upload.ContributionCode;
import org.lianji.upload.ContributionSettings;
import org.lianji.upload.CsvContent;
import org.lianji.upload.FileCharset;
import org.lianji.upload.NdjsonContent;
import org.lianji.upload.Spool;
import org.lianji.upload.SpreadsheetCell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Files in, and files of rejects out. */
@RestController
final class UploadController {

    private static final Logger log = LoggerFactory.getLogger(UploadController.class);

    /** Read apart: a name that Java doesn't know, such as x-gbk, is one of Chinese systems. */
    private static final Pattern CHARSET =
            Pattern.compile("(?i);\\s*charset\\s*=\\s*(\"[^\"]*\"|[^;\\s]*)");

    private final Contributions contributions;
    private final Rejects rejects;
    private final Availability availability;
    private final ContributionSettings settings;

    UploadController(
            Contributions contributions,
            Rejects rejects,
            Availability availability,
            ContributionSettings settings) {
        this.contributions = contributions;
        this.rejects = rejects;
        this.availability = availability;
        this.settings = settings;
    }

    @AllowedRoles(Role.SYSTEM)
    @PostMapping(path = "/contributions/{category}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> upload(
            @AuthenticationPrincipal Caller caller,
            @PathVariable("category") String code,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Category category = contributions.admit(caller, code, key);
        String contentType = String.valueOf(request.getContentType());
        MediaType type = mediaType(CHARSET.matcher(contentType).replaceAll(""));
        Charset declared = declared(contentType);
        boolean gzip = gzip(request);
        contributions.requireRoom(caller);
        try (Spool spool = Spool.receive(request.getInputStream(), gzip, settings.bounds())) {
            contributions.received(caller, spool.size());
            Charset charset = FileCharset.judge(spool, declared);
            ReceiptKeepAlive waiting = new ReceiptKeepAlive(response, settings.signOfLife());
            Runnable goesOn =
                    () -> {
                        waiting.check();
                        availability.requireRoom();
                    };
            return answer(caller, category, String.valueOf(key), type, charset, spool, goesOn);
        } catch (ReceiptKeepAlive.ClientGone left) {
            log.info("The sender of a file for {} left before its end", category.code());
            throw left.connection();
        }
    }

    private ResponseEntity<Receipt> answer(
            Caller caller,
            Category category,
            String key,
            MediaType type,
            Charset charset,
            Spool spool,
            Runnable goesOn) {
        Contributions.ContributionResult taken;
        if (type.isCompatibleWith(MediaType.parseMediaType(Content.Format.CSV.mediaType()))) {
            try (CsvContent content = new CsvContent(spool, charset, new Columns(category))) {
                taken = contributions.contribute(caller, category, key, content, goesOn);
            }
        } else {
            try (NdjsonContent content = new NdjsonContent(spool, charset)) {
                taken = contributions.contribute(caller, category, key, content, goesOn);
            }
        }
        return ResponseEntity.status(taken.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(taken.receipt());
    }

    @AllowedRoles(Role.SYSTEM)
    @GetMapping("/contributions/batches/{id}/rejects")
    void rejects(
            @AuthenticationPrincipal Caller caller,
            @PathVariable("id") String id,
            @RequestParam(name = "excel", required = false) @Nullable String excel,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Batch batch = rejects.batch(caller, id);
        RejectsForm form = RejectsForm.of(batch, SpreadsheetCell.asked(excel));
        response.setContentType(form.mediaType());
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            rejects.write(
                    caller,
                    batch,
                    RejectsFile.open(batch, form, locale, response.getOutputStream()));
        }
    }

    private static MediaType mediaType(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            for (Content.Format format : Content.Format.values()) {
                if (type.isCompatibleWith(MediaType.parseMediaType(format.mediaType()))
                        && type.isConcrete()) {
                    return type;
                }
            }
        } catch (InvalidMediaTypeException e) {
            // answered below
        }
        throw new Problem(ContributionCode.MEDIA_TYPE);
    }

    /** Two that differ are none. */
    private static @Nullable Charset declared(String contentType) {
        List<Charset> named =
                CHARSET.matcher(contentType)
                        .results()
                        .map(found -> FileCharset.named(found.group(1)))
                        .distinct()
                        .toList();
        if (named.size() > 1) {
            throw new Problem(ContributionCode.MEDIA_TYPE);
        }
        return named.isEmpty() ? null : named.getFirst();
    }

    private static boolean gzip(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (!encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("x-gzip")) {
            throw new Problem(ContributionCode.CONTENT_ENCODING);
        }
        return true;
    }
}
