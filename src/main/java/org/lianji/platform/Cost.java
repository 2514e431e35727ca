package org.lianji.platform;

/**
 * What an operation may come to, as {@link Costing} has it.
 *
 * @param total fields of all objects that the answer may hold
 * @param parts fields of the statement that answers it
 * @param introspects whether the schema itself is asked about
 * @param varies whether the same text may cost otherwise with other variables
 */
record Cost(long total, long parts, boolean introspects, boolean varies) {}
