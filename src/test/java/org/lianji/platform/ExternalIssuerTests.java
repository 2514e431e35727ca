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
        refuses("aud claim", issuer.token(issuer.claims().audience("account").build()));
    }

    @Test
    void refusesATokenWithoutAnAudience() throws JOSEException {
        refuses("aud claim", issuer.token(issuer.claims().audience((String) null).build()));
    }

    @Test
    void refusesATokenOfAnotherIssuer() throws JOSEException {
        refuses("iss claim", issuer.token(issuer.claims().issuer("https://elsewhere").build()));
    }

    @Test
    void refusesATokenThatHasRunOut() throws JOSEException {
        Date past = Date.from(Instant.now().minus(Duration.ofMinutes(5)));
        refuses("expired", issuer.token(issuer.claims().expirationTime(past).build()));
    }

    @Test
    void refusesATokenWithoutADepartment() throws JOSEException {
        refuses("department", issuer.token(issuer.claims().claim("department", null).build()));
        refuses("department", issuer.token(issuer.claims().claim("department", " ").build()));
    }

    @Test
    void refusesAnotherKeyUnderTheSameName() throws JOSEException {
        RSAKey forged = new RSAKeyGenerator(2048).keyID("rsa").generate();
        refuses(
                "Invalid signature",
                issuer.token(JWSAlgorithm.RS256, "rsa", new RSASSASigner(forged)));
    }

    @Test
    void refusesAlgorithmsThatWereNotAgreed() throws JOSEException {
        String reason = "Another algorithm expected";
        RSASSASigner rsa = new RSASSASigner(issuer.rsa);
        MACSigner publicKey = new MACSigner(issuer.rsa.toRSAPublicKey().getEncoded());
        refuses(reason, issuer.token(JWSAlgorithm.RS512, "rsa", rsa));
        refuses(reason, issuer.token(JWSAlgorithm.PS256, "rsa", rsa));
        refuses(reason, issuer.token(JWSAlgorithm.HS256, "rsa", publicKey));
    }

    private void refuses(String reason, String token) {
        assertThatExceptionOfType(BadJwtException.class)
                .isThrownBy(() -> decoder.decode(token))
                .withMessageContaining(reason);
    }
}
