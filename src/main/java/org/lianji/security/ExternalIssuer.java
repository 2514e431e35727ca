package org.lianji.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

import java.time.Duration;

/**
 * Tokens of a real issuer (Keycloak, any OpenID provider), whose keys are fetched from it and
 * change when it says.
 */
@Configuration
@ConditionalOnProperty(name = "lianji.mode", havingValue = "production")
class ExternalIssuer {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Asks the issuer at the first token, not at the start: the hub may be up before it. */
    @Bean
    JwtDecoder jwtDecoder(
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer,
            SecuritySettings settings) {
        JwtDecoder decoder = new SupplierJwtDecoder(() -> decoder(issuer, settings.audience()));
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException unreachable) {
                throw new JwtException("the issuer does not answer", unreachable);
            }
        };
    }

    private static JwtDecoder decoder(String issuer, String audience) {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withIssuerLocation(issuer)
                        .restOperations(new RestTemplate(requests))
                        .jwsAlgorithm(SignatureAlgorithm.RS256)
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .build();
        decoder.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        return new VerifiedTokens(decoder, TokenChecks.of(issuer, audience));
    }
}
