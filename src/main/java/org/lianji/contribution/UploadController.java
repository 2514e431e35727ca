package org.lianji.contribution;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.platform.Allowed;
import org.lianji.platform.Caller;
import org.lianji.platform.Faults;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Files in, and files of rejects out. */
@RestController
final class UploadController {

    private static final Map<String, Charset> CHARSETS =
            Map.of("UTF-8", StandardCharsets.UTF_8, "GB18030", Charset.forName("GB18030"));

    private final Contributions contributions;
    private final Rejects rejects;
    private final Faults faults;
    private final ContributionSettings settings;

    UploadController(
            Contributions contributions,
            Rejects rejects,
            Faults faults,
            ContributionSettings settings) {
        this.contributions = contributions;
        this.rejects = rejects;
        this.faults = faults;
        this.settings = settings;
    }

    @Allowed(Role.SYSTEM)
    @PostMapping("/contributions/{category}")
    ResponseEntity<Receipt> upload(
            @AuthenticationPrincipal Caller caller,
            @PathVariable("category") String code,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        Category category = contributions.admit(caller, code, key);
        MediaType type = mediaType(request);
        Charset charset = charset(type);
        Spool spool = Spool.receive(request.getInputStream(), gzip(request), settings.maxBytes());
        try (spool) {
            return answer(caller, category, String.valueOf(key), type, charset, spool);
        }
    }

    private ResponseEntity<Receipt> answer(
            Caller caller,
            Category category,
            String key,
            MediaType type,
            Charset charset,
            Spool spool) {
        Contributions.Taken taken;
        if (type.isCompatibleWith(MediaType.parseMediaType(Content.Format.CSV.mediaType()))) {
            try (CsvContent content = new CsvContent(spool, charset, new Columns(category))) {
                taken = contributions.contribute(caller, category, key, content);
            }
        } else {
            try (NdjsonContent content = new NdjsonContent(spool, charset)) {
                taken = contributions.contribute(caller, category, key, content);
            }
        }
        return ResponseEntity.status(taken.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(taken.receipt());
    }

    @Allowed(Role.SYSTEM)
    @GetMapping("/contributions/batches/{id}/rejects")
    void rejects(
            @AuthenticationPrincipal Caller caller,
            @PathVariable("id") String id,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Batch batch = rejects.batch(caller, id);
        response.setContentType(
                Content.Format.valueOf(batch.format()).mediaType() + ";charset=UTF-8");
        rejects.write(batch, locale, response.getOutputStream());
    }

    private static MediaType mediaType(HttpServletRequest request) {
        try {
            MediaType type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
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

    private static Charset charset(MediaType type) {
        String name = type.getParameter("charset");
        Charset charset =
                name == null
                        ? StandardCharsets.UTF_8
                        : CHARSETS.get(name.replace("\"", "").toUpperCase(Locale.ROOT));
        if (charset == null) {
            throw new Problem(ContributionCode.MEDIA_TYPE);
        }
        return charset;
    }

    private static boolean gzip(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new Problem(ContributionCode.CONTENT_ENCODING);
        }
        return true;
    }

    /** RFC 9457, with the code beside. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(Exception exception, Locale locale) {
        Problem problem = faults.problem(exception);
        HttpStatus status = problem.code().httpStatus();
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(status, Faults.message(problem, locale));
        detail.setTitle(status.getReasonPhrase());
        Faults.extensions(problem).forEach(detail::setProperty);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
