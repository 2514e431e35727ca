package org.lianji.catalogue;

/** How a person belongs to a region. */
public enum PlaceKind {
    REGISTRATION,
    LIVING
}
