package org.lianji.documents;

import org.jspecify.annotations.Nullable;

import java.time.ZonedDateTime;

/**
 * A document that requests of its department may name.
 *
 * @param id {@code sha256:} and the digest of the text in UTF-8
 * @param name what its department calls it
 * @param text GraphQL
 * @param client that registered it
 * @param createdAt when
 * @param retiredAt since when it can't be named any more; none while it can
 */
record TrustedDocument(
        String id,
        String name,
        String text,
        String client,
        ZonedDateTime createdAt,
        @Nullable ZonedDateTime retiredAt) {}
