package org.lianji.contribution;

/**
 * A batch has come in whole; published once it is committed, and at least once: a batch whose
 * listeners were not all through when a hub died, or one of which failed, is published again. A
 * listener that hears of a batch twice does nothing the second time.
 *
 * @param batch its id
 * @param category code of its category
 * @param department code of the department it came from
 */
public record ContributionCommitted(String batch, String category, String department) {}
