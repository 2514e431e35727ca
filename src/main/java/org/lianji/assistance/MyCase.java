package org.lianji.assistance;

/**
 * A case as its applicant sees it: how it stands, not what officers wrote about it.
 *
 * @param one the case
 */
record MyCase(Case one) {}
