package org.lianji.eligibility;

/** How somebody stands to the family. */
public enum MemberStanding {
    LIVING_TOGETHER,
    SUPPORTER,
    RELIGIOUS_OFFICE,
    IN_CUSTODY,
    MISSING
}
