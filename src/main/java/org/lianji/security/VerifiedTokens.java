package org.lianji.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import java.time.Duration;

/**
 * Verifies a token's signature once a minute, which is how long a key that its issuer has withdrawn
 * may still be good here, and all else at each use.
 */
public final class VerifiedTokens implements JwtDecoder {

    private static final int TOKENS = 10_000;
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final JwtDecoder signatures;
    private final OAuth2TokenValidator<Jwt> checks;
    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder().maximumSize(TOKENS).expireAfterWrite(GOOD_FOR).build();

    /**
     * @param signatures verifies nothing but the signature
     * @param checks what a token must prove beside it
     */
    public VerifiedTokens(JwtDecoder signatures, OAuth2TokenValidator<Jwt> checks) {
        this.signatures = signatures;
        this.checks = checks;
    }

    @Override
    public Jwt decode(String text) {
        Jwt token = verified.getIfPresent(text);
        if (token == null) {
            token = signatures.decode(text);
            verified.put(text, token);
        }
        OAuth2TokenValidatorResult found = checks.validate(token);
        if (found.hasErrors()) {
            String first = String.valueOf(found.getErrors().iterator().next().getDescription());
            throw new JwtValidationException(first, found.getErrors());
        }
        return token;
    }
}
