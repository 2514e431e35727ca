package org.lianji.contribution;

/**
 * A batch has come in whole; published once it is committed.
 *
 * @param batch its id
 * @param category code of its category
 * @param department code of the department it came from
 */
public record Contributed(String batch, String category, String department) {}
