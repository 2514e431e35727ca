package org.lianji.means;

/**
 * What a family may have.
 *
 * @param name of the parameter, see {@code ruleParameters}
 * @param zh what it is, in Chinese
 * @param en the same in English
 * @param value of this family, in yuan; a count where it isn't money
 */
public record MeansLimit(String name, String zh, String en, String value) {}
