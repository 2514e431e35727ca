package org.lianji.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class ExternalIssuerTests {

    private static HttpServer issuer;
    private static String address;
    private static RSAKey rsa;
    private static ECKey elliptic;

    private final JwtDecoder decoder = new ExternalIssuer()
            .jwtDecoder(address, new SecuritySettings("lianji", "http://unused", Duration.ofHours(1)));

    @BeforeAll
    static void start() throws Exception {
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        elliptic = new ECKeyGenerator(Curve.P_256).keyID("elliptic").generate();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://127.0.0.1:" + issuer.getAddress().getPort() + "/realms/lianji";
        serve(
                "/realms/lianji/.well-known/openid-configuration",
                """
                {"issuer": "%s", "jwks_uri": "%s/certs", "subject_types_supported": ["public"]}
                """
                        .formatted(address, address));
        serve("/realms/lianji/certs", new JWKSet(List.of(rsa, elliptic)).toPublicJWKSet().toString());
        issuer.start();
    }

    @AfterAll
    static void stop() {
        issuer.stop(0);
    }

    @Test
    void takesATokenOfTheIssuerForThisHub() throws JOSEException {
        assertThat(decoder.decode(token(claims().build())).getClaimAsString("department"))
                .isEqualTo("MZ");
    }

    @Test
    void takesEllipticCurveSignatures() throws JOSEException {
        assertThat(decoder.decode(signed(JWSAlgorithm.ES256, "elliptic", new ECDSASigner(elliptic))))
                .isNotNull();
    }

    @Test
    void refusesATokenForAnotherAudience() throws JOSEException {
        refuses(token(claims().audience("account").build()));
    }

    @Test
    void refusesATokenWithoutAnAudience() throws JOSEException {
        refuses(token(claims().audience((String) null).build()));
    }

    @Test
    void refusesATokenOfAnotherIssuer() throws JOSEException {
        refuses(token(claims().issuer("https://elsewhere").build()));
    }

    @Test
    void refusesATokenThatHasRunOut() throws JOSEException {
        refuses(token(claims()
                .expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(5))))
                .build()));
    }

    @Test
    void refusesATokenWithoutADepartment() throws JOSEException {
        refuses(token(claims().claim("department", null).build()));
    }

    @Test
    void refusesAnotherKeyUnderTheSameName() throws JOSEException {
        RSAKey forged = new RSAKeyGenerator(2048).keyID("rsa").generate();
        refuses(signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(forged)));
    }

    @Test
    void refusesAlgorithmsThatWereNotAgreed() throws JOSEException {
        refuses(signed(JWSAlgorithm.RS512, "rsa", new RSASSASigner(rsa)));
        refuses(signed(JWSAlgorithm.PS256, "rsa", new RSASSASigner(rsa)));
        refuses(signed(JWSAlgorithm.HS256, "rsa", new MACSigner(rsa.toRSAPublicKey().getEncoded())));
    }

    private void refuses(String token) {
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(address)
                .subject("mz")
                .audience("lianji")
                .claim("department", "MZ")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
    }

    private static String token(JWTClaimsSet claims) throws JOSEException {
        return sign(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa), claims);
    }

    private static String signed(JWSAlgorithm algorithm, String key, JWSSigner signer) throws JOSEException {
        return sign(algorithm, key, signer, claims().build());
    }

    private static String sign(JWSAlgorithm algorithm, String key, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static void serve(String path, String json) {
        issuer.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
