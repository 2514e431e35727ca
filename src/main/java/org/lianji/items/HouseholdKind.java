package org.lianji.items;

/** Registered by the police (户籍户), or a family living together (共同生活家庭). */
public enum HouseholdKind {
    REGISTERED,
    LIVING_TOGETHER
}
