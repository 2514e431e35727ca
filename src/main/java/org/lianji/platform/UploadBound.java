package org.lianji.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets a client send a few files at the same time. Files are not counted among its requests: each
 * takes as long as it takes.
 */
@Component
final class UploadBound implements HandlerInterceptor, WebMvcConfigurer {

    private static final long RETRY_AFTER_SECONDS = 5;

    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
    private final LimitSettings limits;

    UploadBound(LimitSettings limits) {
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/contributions/*");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        int now = underWay.merge(client(request), 1, Integer::sum);
        if (now > limits.uploads()) {
            leave(request);
            response.setHeader("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
            throw new Problem(PlatformCode.TOO_MANY_UPLOADS, Map.of("limit", limits.uploads()));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception fault) {
        leave(request);
    }

    private void leave(HttpServletRequest request) {
        underWay.computeIfPresent(client(request), (_, number) -> number == 1 ? null : number - 1);
    }

    /** {@return files of all clients that are coming in} */
    int underWay() {
        return underWay.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String client(HttpServletRequest request) {
        return SignedIn.caller(request.getUserPrincipal()).client();
    }
}
