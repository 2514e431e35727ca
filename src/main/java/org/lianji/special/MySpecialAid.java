package org.lianji.special;

/**
 * A part of an application as who applied sees it.
 *
 * @param one the part
 */
record MySpecialAid(SpecialAid one) {}
