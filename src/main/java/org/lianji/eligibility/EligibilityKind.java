package org.lianji.eligibility;

/** What a family may qualify for. */
public enum EligibilityKind {
    MINIMUM_LIVING,
    SINGLE_PERSON,
    MARGIN_FAMILY,
    RIGID_EXPENDITURE
}
