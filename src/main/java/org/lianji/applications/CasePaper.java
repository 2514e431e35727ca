package org.lianji.applications;

import org.jspecify.annotations.Nullable;

import java.time.ZonedDateTime;

/**
 * A paper of an application.
 *
 * @param code its code on the list
 * @param paper what the list says of it; null where it is no longer on it
 * @param reference its number, or where it is kept; null where the key is lost, and to an agent
 * @param sha256 its digest, 64 small hexadecimal digits
 * @param note what was said to it
 * @param recordedAt when it was recorded
 */
record CasePaper(
        String code,
        @Nullable Paper paper,
        @Nullable String reference,
        String sha256,
        @Nullable String note,
        ZonedDateTime recordedAt) {

    /** {@return the same without its number and what was said to it} */
    CasePaper unsaid() {
        return new CasePaper(code, paper, null, sha256, null, recordedAt);
    }
}
