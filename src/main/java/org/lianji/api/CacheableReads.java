package org.lianji.api;

import graphql.normalized.ExecutableNormalizedField;

/** Knows the reads that are about nobody though the schema alone can't tell. */
public interface CacheableReads {

    /**
     * {@return whether what a field of Query asks for is about nobody and the same until something
     * changes}
     *
     * @param field with its arguments
     */
    boolean isSteady(ExecutableNormalizedField field);
}
