package org.lianji.applications;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.AssistanceKind;

import java.time.ZonedDateTime;

/**
 * An application that its writer has not sent in: no basis, and nothing that anybody else knows of.
 *
 * @param draft its identifier
 * @param content what was written so far
 * @param savedAt when it was saved last
 * @param until when it is gone
 */
record CaseDraft(String draft, Content content, ZonedDateTime savedAt, ZonedDateTime until) {

    private static final int SHOWN_DIGITS = 6;

    /**
     * @param kind of help
     * @param idNumber of who would apply; null of a citizen's own
     * @param region where the family lives
     * @param statement what the applicant says
     * @param channel where it came in
     * @param consentNo number of the written consent to the check
     * @param cause of the hardship, of relief for expenses
     */
    record Content(
            @Nullable AssistanceKind kind,
            @Nullable String idNumber,
            @Nullable String region,
            @Nullable String statement,
            @Nullable String channel,
            @Nullable String consentNo,
            @Nullable String cause) {

        /** Without anything, since all of it is about somebody. */
        @Override
        public String toString() {
            return "Content[]";
        }

        /** {@return the same, about whom it was before where nobody is named} */
        Content about(@Nullable String number) {
            return idNumber != null
                    ? this
                    : new Content(kind, number, region, statement, channel, consentNo, cause);
        }

        /** {@return the number as it is shown, also to who wrote it} */
        @Nullable String masked() {
            return idNumber == null
                    ? null
                    : idNumber.substring(0, SHOWN_DIGITS)
                            + "*".repeat(idNumber.length() - SHOWN_DIGITS);
        }
    }
}
