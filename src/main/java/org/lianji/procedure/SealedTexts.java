package org.lianji.procedure;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Seal;
import org.springframework.stereotype.Component;

import java.util.Base64;
import java.util.Locale;

/**
 * What people write about a matter: it may hold anything about anybody, and so it is kept sealed,
 * each text in its place.
 */
@Component
public final class SealedTexts {

    private final Seal seal;

    SealedTexts(Seal seal) {
        this.seal = seal;
    }

    /**
     * {@return the text, sealed}
     *
     * @param type of the matter
     * @param id of the matter
     * @param place a version for the note of that step, 0 and less for the matter's own texts
     * @param text to be kept
     */
    public String close(Class<?> type, String id, long place, String text) {
        return Base64.getEncoder().encodeToString(seal.close(subject(type, id), place, text));
    }

    /** {@return the text; nothing where there is none or its key is lost} */
    public @Nullable String open(Class<?> type, String id, long place, @Nullable String sealed) {
        return sealed == null
                ? null
                : seal.open(subject(type, id), place, Base64.getDecoder().decode(sealed))
                        .orElse(null);
    }

    private static String subject(Class<?> type, String id) {
        return type.getSimpleName().toLowerCase(Locale.ROOT) + " " + id;
    }
}
