package org.lianji.eligibility;

/** Kinds of income, as the rules tell them apart. */
public enum IncomeKind {
    WAGE,
    BUSINESS,
    ASSETS,
    PENSION,
    MAINTENANCE,
    OTHER_TRANSFER,
    BASIC_PENSION,
    MERIT_BENEFIT,
    FAMILY_PLANNING_AWARD,
    SCHOLARSHIP,
    BRAVERY_AWARD,
    SOCIAL_ASSISTANCE
}
