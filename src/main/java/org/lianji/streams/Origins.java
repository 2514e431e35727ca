package org.lianji.streams;

import org.jspecify.annotations.Nullable;
import org.lianji.security.OriginSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import java.util.regex.Pattern;

/**
 * Whose pages may call the hub: its own, those of the origins that are set, and in demo mode those
 * that somebody develops on this machine. What names no origin is no browser.
 */
@Component
public final class Origins {

    private static final Pattern THIS_MACHINE =
            Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

    private final OriginSettings settings;
    private final boolean demo;

    Origins(OriginSettings settings, @Value("${lianji.mode}") String mode) {
        this.settings = settings;
        this.demo = mode.equals("demo");
    }

    /** {@return whether a stream may be opened} */
    boolean admit(HttpRequest request) {
        String origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
        return origin == null || isOfOthers(origin) || WebUtils.isSameOrigin(request);
    }

    /** {@return whether pages of that origin, which isn't the hub's own, may call it} */
    public boolean isOfOthers(@Nullable String origin) {
        return origin != null
                && (settings.origins().contains(origin)
                        || demo && THIS_MACHINE.matcher(origin).matches());
    }
}
