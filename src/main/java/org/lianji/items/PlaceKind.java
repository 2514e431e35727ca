package org.lianji.items;

/** How a person belongs to a region. */
public enum PlaceKind {
    REGISTRATION,
    LIVING
}
