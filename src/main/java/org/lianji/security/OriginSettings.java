package org.lianji.security;

import org.lianji.platform.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Other web sites that belong to the hub.
 *
 * @param origins whose pages may call it, as browsers write them: scheme, host and, if it isn't the
 *     usual one, port, such as {@code https://console.example}
 */
@ConfigurationProperties("lianji")
public record OriginSettings(@DefaultValue Set<String> origins) {

    private static final Pattern ORIGIN =
            Pattern.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[0-9]{1,5})?");

    public OriginSettings {
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new StartRefused(
                        "lianji.origins holds "
                                + origin
                                + ", which no browser sends: take scheme, host and, if it isn't the"
                                + " usual one, port, in small letters and without a path, such as"
                                + " https://console.example");
            }
        }
    }
}
