package org.lianji.items;

/** What a text is for, and so what it may hold. */
public enum TextKind {
    /** Something to read, of one line or several. */
    PROSE,
    /** The name of somebody or something, on one line. */
    NAME,
    /** A number, a code or a key: compared as it is written. */
    KEY
}
