package org.lianji.platform;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Whose pages may open a stream: the hub's own, and those of the origins that are set. What names
 * no origin is no browser.
 */
@Component
final class Origins {

    private final StreamSettings settings;

    Origins(StreamSettings settings) {
        this.settings = settings;
    }

    boolean admit(HttpRequest request) {
        String origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
        return origin == null
                || settings.origins().contains(origin)
                || WebUtils.isSameOrigin(request);
    }
}
