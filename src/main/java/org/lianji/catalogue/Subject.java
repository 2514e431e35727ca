package org.lianji.catalogue;

/** Whom a record of a category is about. */
public enum Subject {
    PERSON,
    HOUSEHOLD,
    NONE
}
