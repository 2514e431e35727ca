package org.lianji.items;

/** Kind of duty to support. */
public enum SupportDutyKind {
    SPOUSAL,
    GUARDIAN,
    CARE
}
