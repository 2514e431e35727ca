package org.lianji.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lianji.roles.AllowedRoles;
import org.lianji.roles.RoleMatrix;
import org.lianji.security.SignedIn;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.List;

/** Has the role matrix judge every endpoint of files before its own code runs. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class EndpointRoles implements HandlerInterceptor, WebMvcConfigurer {

    private final RoleMatrix matrix;

    EndpointRoles(RoleMatrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getMethodAnnotation(AllowedRoles.class) instanceof AllowedRoles allowed) {
            matrix.admit(
                    SignedIn.caller(request.getUserPrincipal()),
                    String.valueOf(
                            request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                    List.of(allowed.value()));
        }
        return true;
    }
}
