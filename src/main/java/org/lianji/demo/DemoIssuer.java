package org.lianji.demo;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.lianji.platform.Role;
import org.lianji.security.PersonTokens;
import org.lianji.security.SecuritySettings;
import org.lianji.security.TokenChecks;
import org.lianji.security.VerifiedTokens;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.UUID;

/**
 * The token issuer inside the hub, for demonstrations and tests: its keys are made anew at each
 * start.
 */
@Configuration
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
class DemoIssuer {

    @Bean
    @Order(1)
    SecurityFilterChain issuerEndpoints(HttpSecurity http) throws Exception {
        return http.oauth2AuthorizationServer(
                        server -> http.securityMatcher(server.getEndpointsMatcher()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    RegisteredClientRepository registeredClients(DemoClients clients, SecuritySettings settings) {
        return new InMemoryRegisteredClientRepository(
                clients.clients().stream().map(client -> register(client, settings)).toList());
    }

    /** Its secret, which is well known, is hashed when it first signs in: that takes a while. */
    private static RegisteredClient register(DemoClients.Client client, SecuritySettings settings) {
        return RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientSecret("{noop}" + client.secret())
                .clientName(client.nameZh())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(settings.tokenLife()).build())
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(
            SecuritySettings settings, DemoClients clients, PersonTokens persons) {
        return context -> {
            DemoClients.Client client = clients.client(context.getRegisteredClient().getClientId());
            JwtClaimsSet.Builder claims = context.getClaims();
            claims.audience(List.of(settings.audience()))
                    .claim("department", client.department())
                    .claim("roles", client.roles().stream().map(Role::name).toList())
                    .claim("region", client.region());
            if (client.idNumber() != null) {
                persons.of(client.idNumber()).ifPresent(token -> claims.claim("person", token));
            }
        };
    }

    @Bean
    JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        RSAKey key =
                new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                        .privateKey(pair.getPrivate())
                        .keyID(UUID.randomUUID().toString())
                        .build();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys, SecuritySettings settings) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        return new VerifiedTokens(decoder, TokenChecks.of(settings.issuer(), settings.audience()));
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(SecuritySettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }
}
