package org.lianji.informing;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.roles.AllowedRoles;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;

/** The leaflet of a family: a citizen's own, or one that an officer prints on a basis. */
@RestController
final class LeafletController {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final Policies policies;
    private final Clock clock;

    LeafletController(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    @AllowedRoles({Role.COUNTY_OFFICER, Role.TOWN_OFFICER, Role.CITIZEN})
    @GetMapping(path = "/policies/leaflet", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> leaflet(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(name = "region") String region,
            @RequestParam(name = "person", required = false) @Nullable String person,
            HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .body(
                        LeafletPage.of(
                                policies.of(
                                        caller, Reason.read(request::getHeader), region, person),
                                LocalDate.now(clock)));
    }
}
