package org.lianji.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

class ExternalIssuerTests {

    private static TestIssuer issuer;

    private final JwtDecoder decoder =
            new ExternalIssuer()
                    .jwtDecoder(
                            issuer.address(),
                            new SecuritySettings("lianji", "http://unused", Duration.ofHours(1)));

    @BeforeAll
    static void start() throws Exception {
        issuer = new TestIssuer();
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void takesATokenOfTheIssuerForThisHub() throws JOSEException {
        assertThat(
                        decoder.decode(issuer.token(issuer.claims().build()))
                                .getClaimAsString("department"))
                .isEqualTo("MZ");
    }

    @Test
    void takesEllipticCurveSignatures() throws JOSEException {
        assertThat(
                        decoder.decode(
                                issuer.token(
                                        JWSAlgorithm.ES256,
                                        "elliptic",
                                        new ECDSASigner(issuer.elliptic))))
                .isNotNull();
    }

    @Test
    void refusesATokenForAnotherAudience() throws JOSEException {
        refuses(issuer.token(issuer.claims().audience("account").build()));
    }

    @Test
    void refusesATokenWithoutAnAudience() throws JOSEException {
        refuses(issuer.token(issuer.claims().audience((String) null).build()));
    }

    @Test
    void refusesATokenOfAnotherIssuer() throws JOSEException {
        refuses(issuer.token(issuer.claims().issuer("https://elsewhere").build()));
    }

    @Test
    void refusesATokenThatHasRunOut() throws JOSEException {
        refuses(
                issuer.token(
                        issuer.claims()
                                .expirationTime(
                                        Date.from(Instant.now().minus(Duration.ofMinutes(5))))
                                .build()));
    }

    @Test
    void refusesATokenWithoutADepartment() throws JOSEException {
        refuses(issuer.token(issuer.claims().claim("department", null).build()));
    }

    @Test
    void refusesAnotherKeyUnderTheSameName() throws JOSEException {
        RSAKey forged = new RSAKeyGenerator(2048).keyID("rsa").generate();
        refuses(issuer.token(JWSAlgorithm.RS256, "rsa", new RSASSASigner(forged)));
    }

    @Test
    void refusesAlgorithmsThatWereNotAgreed() throws JOSEException {
        refuses(issuer.token(JWSAlgorithm.RS512, "rsa", new RSASSASigner(issuer.rsa)));
        refuses(issuer.token(JWSAlgorithm.PS256, "rsa", new RSASSASigner(issuer.rsa)));
        refuses(
                issuer.token(
                        JWSAlgorithm.HS256,
                        "rsa",
                        new MACSigner(issuer.rsa.toRSAPublicKey().getEncoded())));
    }

    private void refuses(String token) {
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token));
    }
}
