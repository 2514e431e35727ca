package org.lianji.catalogue;

/** Kind of duty to support. */
public enum SupportDutyKind {
    SPOUSAL,
    GUARDIAN,
    CARE
}
