package org.lianji.catalogue;

/** How much of a value shows where an agreement stops short of its level. */
public enum Mask {
    /** The lower bound of the amount's band. */
    AMOUNT,
    /** The first day of the year. */
    YEAR,
    /** The first month of the year. */
    MONTH,
    /** The first character. */
    NAME,
    /** The first six characters: county, mostly. */
    ADDRESS,
    /** The first three and the last two characters. */
    PHONE,
    /** Nothing but that there is one. */
    PLATE
}
