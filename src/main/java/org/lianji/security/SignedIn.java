package org.lianji.security;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;

import java.security.Principal;
import java.time.Instant;
import java.util.Objects;

/** A token that was accepted, with its caller as principal. */
public final class SignedIn extends AbstractAuthenticationToken {

    private final transient Caller caller;
    private final transient Instant until;

    public SignedIn(Jwt token) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.caller =
                Callers.read(token).orElseThrow(() -> new BadCredentialsException("no caller"));
        this.until = Objects.requireNonNullElse(token.getExpiresAt(), Instant.MAX);
        setAuthenticated(true);
    }

    /**
     * {@return who signed in}
     *
     * @throws Problem where nobody did
     */
    public static Caller caller(@Nullable Principal principal) {
        return of(principal).caller;
    }

    public static SignedIn of(@Nullable Principal principal) {
        if (principal instanceof SignedIn signedIn) {
            return signedIn;
        }
        throw new Problem(PlatformCode.SIGN_IN_REQUIRED);
    }

    public Caller caller() {
        return caller;
    }

    /** {@return when the token runs out} */
    public Instant until() {
        return until;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    /** A department's code and no more, so that nothing secret gets into a log. */
    @Override
    public String getName() {
        return caller.department().isEmpty() ? "-" : caller.department();
    }
}
