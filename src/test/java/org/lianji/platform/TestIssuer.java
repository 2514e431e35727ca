package org.lianji.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A token issuer as production has one: its address, its two keys, and whatever it is made to sign.
 */
public final class TestIssuer implements AutoCloseable {

    public final RSAKey rsa;
    public final ECKey elliptic;
    private final HttpServer server;
    private final AtomicInteger served = new AtomicInteger();

    public TestIssuer() throws IOException, JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        elliptic = new ECKeyGenerator(Curve.P_256).keyID("elliptic").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(
                "/realms/lianji/.well-known/openid-configuration",
                """
                {"issuer": "%s", "jwks_uri": "%s/certs", "subject_types_supported": ["public"]}
                """
                        .formatted(address(), address()));
        serve(
                "/realms/lianji/certs",
                new JWKSet(List.of(rsa, elliptic)).toPublicJWKSet().toString());
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/lianji";
    }

    /** {@return a token as a client of civil affairs gets it} */
    public String token() throws JOSEException {
        return token(claims().build());
    }

    public String token(JWTClaimsSet claims) throws JOSEException {
        return sign(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa), claims);
    }

    public String token(JWSAlgorithm algorithm, String key, JWSSigner signer) throws JOSEException {
        return sign(algorithm, key, signer, claims().build());
    }

    public JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .subject("mz")
                .audience("lianji")
                .claim("department", "MZ")
                .claim("roles", List.of("SYSTEM"))
                .claim("region", "150900000000")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
    }

    /** {@return how often it was asked for anything} */
    public int served() {
        return served.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** {@return a good token but for its header and its signature} */
    public String token(JWSHeader header, JWSSigner signer) throws JOSEException {
        return sign(header, signer, claims().build());
    }

    private static String sign(
            JWSAlgorithm algorithm, String key, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        return sign(new JWSHeader.Builder(algorithm).keyID(key).build(), signer, claims);
    }

    private static String sign(JWSHeader header, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private void serve(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(
                path,
                exchange -> {
                    served.incrementAndGet();
                    try (exchange) {
                        exchange.getResponseHeaders().set("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
    }
}
