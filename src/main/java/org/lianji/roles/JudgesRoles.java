package org.lianji.roles;

import graphql.schema.DataFetcher;

/**
 * Answers a root of the schema and judges the caller's roles itself, together with why they ask.
 *
 * @param <T> the answer
 */
public interface JudgesRoles<T> extends DataFetcher<T> {}
