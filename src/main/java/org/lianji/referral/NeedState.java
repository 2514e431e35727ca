package org.lianji.referral;

/** Where a need stands. */
enum NeedState {
    OPEN,
    PAIRED,
    MET,
    WITHDRAWN,
    LAPSED
}
