package org.lianji.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.lianji.limits.LimitSettings;
import org.lianji.limits.Rates;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.security.SignedIn;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets a client send and take a few files at the same time. A file takes as long as it takes; one
 * that is asked for counts among the client's requests too, since it may be refused at once.
 */
@Component
public final class UploadBound implements HandlerInterceptor, WebMvcConfigurer {

    private static final long RETRY_AFTER_SECONDS = 5;

    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
    private final LimitSettings limits;
    private final Rates rates;

    UploadBound(LimitSettings limits, Rates rates) {
        this.limits = limits;
        this.rates = rates;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/contributions/*", "/export/*");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            rates.take(SignedIn.caller(request.getUserPrincipal()));
        }
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

    /** {@return files of all clients that are coming in or going out} */
    public int underWay() {
        return underWay.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String client(HttpServletRequest request) {
        return SignedIn.caller(request.getUserPrincipal()).client();
    }
}
