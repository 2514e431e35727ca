package org.lianji.web;

import org.lianji.api.DocumentSettings;
import org.lianji.api.Refusals;
import org.lianji.limits.LimitSettings;
import org.lianji.platform.Faults;
import org.lianji.platform.RequestLocale;
import org.lianji.security.BearerTokens;
import org.lianji.security.OriginSettings;
import org.lianji.security.SecuritySettings;
import org.lianji.security.SignedIn;
import org.lianji.streams.SocketEndpoint;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import tools.jackson.databind.json.JsonMapper;

import java.util.stream.Stream;

/**
 * Everything needs a token but public notices and lists, complaints, the playground's files, the
 * health check and the token issuer itself.
 */
@Configuration
@EnableConfigurationProperties({
    SecuritySettings.class,
    LimitSettings.class,
    OriginSettings.class,
    DocumentSettings.class
})
class SecurityConfiguration {

    private static final String[] OPEN_LISTS = {
        "/notices/*", "/recipients/*", "/funds/*/*", "/projects/*"
    };

    /** Pages fetch from this hub alone; the editor of the playground writes its own styles. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'"
                    + " 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    @Order(2)
    SecurityFilterChain hubEndpoints(
            HttpSecurity http, JsonMapper json, RequestLocale languages, Faults faults)
            throws Exception {
        AuthenticationEntryPoint refuse =
                (request, response, fault) ->
                        Refusals.write(
                                json,
                                request,
                                response,
                                faults.problem(fault),
                                languages.resolveLocale(request));
        return http.csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(CONTENT_POLICY)))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                "/playground",
                                                "/playground/**",
                                                "/actuator/health/**",
                                                "/error")
                                        .permitAll()
                                        .requestMatchers(HttpMethod.GET, OPEN_LISTS)
                                        .permitAll()
                                        .requestMatchers(HttpMethod.HEAD, OPEN_LISTS)
                                        .permitAll()
                                        .requestMatchers(HttpMethod.GET, "/complaints/figures")
                                        .permitAll()
                                        .requestMatchers(
                                                HttpMethod.POST, "/complaints", "/complaints/*")
                                        .permitAll()
                                        .requestMatchers(SocketEndpoint::isHandshake)
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .oauth2ResourceServer(
                        server ->
                                server.authenticationEntryPoint(refuse)
                                        .bearerTokenResolver(tokens())
                                        .withObjectPostProcessor(refusing(refuse))
                                        .jwt(jwt -> jwt.jwtAuthenticationConverter(SignedIn::new)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refuse))
                .build();
    }

    /** What is open to everybody is so to whoever comes with an old token, too. */
    private static BearerTokenResolver tokens() {
        BearerTokenResolver tokens = new BearerTokens();
        RequestMatcher open =
                new OrRequestMatcher(
                        Stream.of(OPEN_LISTS)
                                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                                .toArray(RequestMatcher[]::new));
        return request -> open.matches(request) ? null : tokens.resolve(request);
    }

    /** To observe each filter by itself costs more than most of them do. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Spring's own, but that it tells good header values without a regular expression. */
    @Bean
    static HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(
                value -> value.codePoints().allMatch(SecurityConfiguration::isAllowed));
        return firewall;
    }

    private static boolean isAllowed(int c) {
        return c == '\t' || Character.isDefined(c) && !Character.isISOControl(c);
    }

    /** Spring lets the container answer where the issuer can't be asked. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> refusing(
            AuthenticationEntryPoint refuse) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(refuse::commence);
                return filter;
            }
        };
    }
}
