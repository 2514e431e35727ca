package org.lianji.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Tokens.
 *
 * @param audience what a token's {@code aud} must contain
 * @param issuer issuer of the tokens that the hub itself gives out in demo mode
 * @param tokenLife how long such a token is valid
 */
@ConfigurationProperties("lianji.security")
public record SecuritySettings(
        @DefaultValue("lianji") String audience,
        @DefaultValue("http://127.0.0.1:8080") String issuer,
        @DefaultValue("1h") Duration tokenLife) {}
