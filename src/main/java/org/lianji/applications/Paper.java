package org.lianji.applications;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A paper on the list of an application.
 *
 * @param code what it is known by
 * @param nameZh its name in Chinese
 * @param nameEn its name in English
 * @param bringer who brings or signs it
 * @param form what of it is wanted
 * @param askedOf of whom it is asked
 * @param category code of the category that answers it; null where the applicant does
 * @param always whether it belongs to every application; otherwise its name says when
 * @param basis legal basis
 * @param region code of 12 digits where it was set; null for the whole country
 * @param from first day
 */
record Paper(
        String code,
        String nameZh,
        String nameEn,
        Bringer bringer,
        Form form,
        Source askedOf,
        @Nullable String category,
        boolean always,
        String basis,
        @Nullable String region,
        LocalDate from) {

    enum Bringer {
        APPLICANT,
        FAMILY,
        SUPPORTER,
        AGENT
    }

    enum Form {
        ORIGINAL,
        COPY,
        SIGNATURE
    }

    enum Source {
        APPLICANT,
        LIBRARY,
        /** A region no longer wants what is wanted elsewhere. */
        NOBODY
    }

    Paper {
        if (code.isBlank() || nameZh.isBlank() || nameEn.isBlank() || basis.isBlank()) {
            throw new IllegalArgumentException("a paper has a code, two names and a basis");
        }
        if ((askedOf == Source.LIBRARY) != (category != null)) {
            throw new IllegalArgumentException(
                    "a category stands with askedOf LIBRARY, and only there");
        }
    }

    /** {@return whether the applicant brings it with every application} */
    boolean required() {
        return always && askedOf == Source.APPLICANT;
    }
}
