package org.lianji.families;

/** The three layers of assistance: in receipt of it, at its border, at risk. */
enum AssistanceLayer {
    IN_RECEIPT,
    BORDERLINE,
    AT_RISK
}
