package org.lianji.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lianji.platform.TestIssuer;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

import java.net.URI;
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

    /** Clocks may be apart by half a minute. */
    @Test
    void refusesATokenThatHasRunOutFortySecondsAgo() throws JOSEException {
        refuses("expired", issuer.token(issuer.claims().expirationTime(ago(40)).build()));
        assertThat(decoder.decode(issuer.token(issuer.claims().expirationTime(ago(10)).build())))
                .isNotNull();
    }

    private static Date ago(int seconds) {
        return Date.from(Instant.now().minusSeconds(seconds));
    }

    @Test
    void refusesATokenThatNeverRunsOut() throws JOSEException {
        refuses("exp claim", issuer.token(issuer.claims().expirationTime(null).build()));
    }

    @Test
    void refusesATokenThatIsNotYetValid() throws JOSEException {
        Date future = Date.from(Instant.now().plus(Duration.ofMinutes(3)));
        refuses("used before", issuer.token(issuer.claims().notBeforeTime(future).build()));
    }

    @Test
    void refusesATokenThatNobodySigned() {
        refuses("", new PlainJWT(issuer.claims().build()).serialize());
    }

    @Test
    void refusesTheNameOfAnotherKey() throws JOSEException {
        refuses(
                "no matching key",
                issuer.token(JWSAlgorithm.RS256, "elliptic", new RSASSASigner(issuer.rsa)));
        refuses(
                "no matching key",
                issuer.token(JWSAlgorithm.RS256, "unknown", new RSASSASigner(issuer.rsa)));
    }

    /** A token may bring along a key or say where one is; it is believed in neither. */
    @Test
    void asksNobodyButTheIssuerForKeys() throws Exception {
        RSAKey forged = new RSAKeyGenerator(2048).keyID("forged").generate();
        try (TestIssuer elsewhere = new TestIssuer()) {
            URI keys = URI.create(elsewhere.address().replace("/realms/lianji", "/certs"));
            RSASSASigner theirs = new RSASSASigner(elsewhere.rsa);
            refuses(
                    "Invalid signature",
                    issuer.token(header().keyID("rsa").jwkURL(keys).build(), theirs));
            refuses(
                    "Invalid signature",
                    issuer.token(header().keyID("rsa").x509CertURL(keys).build(), theirs));
            assertThat(elsewhere.served()).isZero();
        }
        refuses(
                "no matching key",
                issuer.token(
                        header().keyID("forged").jwk(forged.toPublicJWK()).build(),
                        new RSASSASigner(forged)));
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256);
    }

    @Test
    void saysThatAnIssuerDoesNotAnswer() throws Exception {
        String token;
        String address;
        try (TestIssuer gone = new TestIssuer()) {
            token = gone.token();
            address = gone.address();
        }
        JwtDecoder unreachable =
                new ExternalIssuer()
                        .jwtDecoder(
                                address,
                                new SecuritySettings(
                                        "lianji", "http://unused", Duration.ofHours(1)));

        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> unreachable.decode(token))
                .isNotInstanceOf(BadJwtException.class);
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
