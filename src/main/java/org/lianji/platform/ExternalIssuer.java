package org.lianji.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * Tokens of a real issuer (Keycloak, any OpenID provider), whose keys are fetched from it and
 * change when it says.
 */
@Configuration
@ConditionalOnProperty(name = "lianji.mode", havingValue = "production")
class ExternalIssuer {

    /** Asks the issuer at the first token, not at the start: the hub may be up before it. */
    @Bean
    JwtDecoder jwtDecoder(
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer,
            SecuritySettings settings) {
        return new SupplierJwtDecoder(
                () -> {
                    NimbusJwtDecoder decoder =
                            NimbusJwtDecoder.withIssuerLocation(issuer)
                                    .jwsAlgorithm(SignatureAlgorithm.RS256)
                                    .jwsAlgorithm(SignatureAlgorithm.ES256)
                                    .build();
                    decoder.setJwtValidator(TokenChecks.of(issuer, settings.audience()));
                    return decoder;
                });
    }
}
