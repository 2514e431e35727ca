package org.lianji.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import java.util.ArrayList;
import java.util.List;

class VerifiedTokensTests {

    private final List<String> verified = new ArrayList<>();
    private OAuth2TokenValidatorResult found = OAuth2TokenValidatorResult.success();

    private final VerifiedTokens tokens = new VerifiedTokens(this::verify, _ -> found);

    private Jwt verify(String text) {
        verified.add(text);
        if (text.equals("forged")) {
            throw new BadJwtException("Invalid signature");
        }
        return Jwt.withTokenValue(text).header("alg", "RS256").subject(text).build();
    }

    @Test
    void verifiesASignatureOnce() {
        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
        assertThat(tokens.decode("b").getSubject()).isEqualTo("b");
        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");

        assertThat(verified).containsExactly("a", "b");
    }

    @Test
    void checksAllElseAtEachUse() {
        tokens.decode("a");
        found = OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "expired", ""));

        assertThatExceptionOfType(JwtValidationException.class)
                .isThrownBy(() -> tokens.decode("a"))
                .withMessageContaining("expired");
    }

    @Test
    void keepsNothingOfATokenThatIsForged() {
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(BadJwtException.class)
                    .isThrownBy(() -> tokens.decode("forged"));
        }

        assertThat(verified).containsExactly("forged", "forged");
    }
}
