package org.lianji.looks;

import org.jspecify.annotations.Nullable;
import org.lianji.paging.Connections;
import org.lianji.paging.PageRequest;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.roles.AllowedRoles;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** "Who looked at my data" for a citizen with a browser and nothing else. */
@RestController
final class AccessPageController {

    private static final int ROWS_OF_A_PAGE = 100;

    private final AccessLog accesses;
    private final Connections connections;

    AccessPageController(AccessLog accesses, Connections connections) {
        this.accesses = accesses;
        this.connections = connections;
    }

    @AllowedRoles(Role.CITIZEN)
    @GetMapping(path = "/my/access-log", produces = "text/html;charset=UTF-8")
    String page(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(name = "child", required = false) @Nullable String child,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        PageRequest paging =
                new PageRequest(
                        ROWS_OF_A_PAGE,
                        true,
                        after,
                        "%s page of accesses %s".formatted(PageRequest.of(caller), child));
        return AccessPage.html(
                connections.page(paging, accesses.listing(caller, child)), child, after != null);
    }
}
