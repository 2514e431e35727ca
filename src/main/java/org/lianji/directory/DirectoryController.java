package org.lianji.directory;

import jakarta.servlet.http.HttpServletRequest;

import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.roles.AllowedRoles;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Offers as services of HSDS 3: a page of them, and a document of them that a charity sends. */
@RestController
final class DirectoryController {

    private static final int LIMIT = 1024 * 1024;
    private static final int LARGEST = 500;

    private final ServiceDirectory directory;
    private final Clock clock;

    DirectoryController(ServiceDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** A page, as the HSDS API answers it. */
    @AllowedRoles({
        Role.SHARING_UNIT,
        Role.SHARING_HEAD,
        Role.COUNTY_OFFICER,
        Role.TOWN_OFFICER,
        Role.CHARITY
    })
    @GetMapping(path = "/hsds/services", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<HsdsPage> services(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(name = "page", defaultValue = "1") int page,
            @RequestParam(name = "per_page", defaultValue = "100") int perPage) {
        List<DirectoryEntry> services = directory.services(caller);
        int pages = Math.ceilDiv(services.size(), Math.clamp(perPage, 1, LARGEST));
        if (perPage < 1 || perPage > LARGEST || page < 1 || page > Math.max(1, pages)) {
            throw new Problem(DirectoryCode.HSDS_PAGE, Map.of("pages", Math.max(1, pages)));
        }
        return told(HsdsPage.of(services, page, perPage));
    }

    /** A page of the HSDS API. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record HsdsPage(
            int totalItems,
            int totalPages,
            int pageNumber,
            int size,
            boolean firstPage,
            boolean lastPage,
            boolean empty,
            List<DirectoryEntry> contents) {

        static HsdsPage of(List<DirectoryEntry> all, int number, int size) {
            int pages = Math.max(1, (all.size() + size - 1) / size);
            List<DirectoryEntry> contents =
                    all.stream().skip((number - 1L) * size).limit(size).toList();
            return new HsdsPage(
                    all.size(),
                    pages,
                    number,
                    contents.size(),
                    number == 1,
                    number >= pages,
                    contents.isEmpty(),
                    contents);
        }
    }

    @AllowedRoles(Role.CHARITY)
    @PostMapping(path = "/hsds/services", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<HsdsPage> take(
            @AuthenticationPrincipal Caller caller, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw new Problem(PlatformCode.BODY_TOO_LARGE, Map.of("limit", LIMIT));
        }
        List<DirectoryEntry> taken =
                directory.take(caller, HsdsDocument.read(body, LocalDate.now(clock)));
        return told(HsdsPage.of(taken, 1, Math.max(1, taken.size())));
    }

    private static ResponseEntity<HsdsPage> told(HsdsPage page) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
    }
}
