package org.lianji.catalogue;

/** What a read is for; the letters of the catalogue. */
public enum Purpose {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H
}
