package org.lianji.sharing;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Seal;
import org.springframework.stereotype.Component;

import java.util.Base64;

/**
 * What people write about a correction: it may hold anything about anybody, and so it is kept
 * sealed, each text in its place.
 */
@Component
final class CorrectionTexts {

    /** Places of the texts that came with the claim; an event's note stands at its version. */
    static final long CLAIM = 0;

    static final long EVIDENCE = -1;

    private final Seal seal;

    CorrectionTexts(Seal seal) {
        this.seal = seal;
    }

    String close(String correction, long place, String text) {
        return Base64.getEncoder().encodeToString(seal.close(subject(correction), place, text));
    }

    /** {@return the text; nothing where it was sealed with a key that is lost} */
    @Nullable String open(String correction, long place, @Nullable String sealed) {
        return sealed == null
                ? null
                : seal.open(subject(correction), place, Base64.getDecoder().decode(sealed))
                        .orElse(null);
    }

    private static String subject(String correction) {
        return "correction " + correction;
    }
}
