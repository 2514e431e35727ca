package org.lianji.items;

/** How sensitive an item is, from public (S1) to high (S4). */
public enum Level {
    S1,
    S2,
    S3,
    S4
}
