package org.lianji.audit;

/** What was done, where the kind of the entry does not tell: with a basis, or for a person. */
public enum Act {
    DECLARED,
    CONFIRMED,
    REFUSED,
    REGISTERED,
    EXTENDED,
    JOINED,
    LEFT,
    CLOSED,
    /** Somebody may look in an emergency from now on, and has not looked yet. */
    GLASS_BROKEN,
    JUSTIFIED,
    UNJUSTIFIED,
    HIDING_ASKED,
    HIDING_SIGNED,
    /** What a rule had found was read. */
    FINDING_READ,
    /** Something was done to find a charity for the person. */
    REFERRED,
    /** Somebody outside of the hub was asked about the person, by their number. */
    ASKED_OUTSIDE,
    /** Something was done to assess or to serve the person. */
    SERVED,
    /** The person let a charity know who they are. */
    CONSENTED,
    /** They took that back. */
    CONSENT_REVOKED,
    /** The charity read what they had consented to. */
    RECIPIENT_READ,
    /** A record that had come in about nobody was found to be about the person. */
    RECORD_LINKED,
    /** That was taken back. */
    RECORD_SEPARATED,
    /** A record that came with the person's number was found not to be about them. */
    RECORD_TOLD_APART,
    /** Two numbers were found to be one person's. */
    PERSONS_MERGED,
    /** That was taken back. */
    PERSONS_SPLIT,
    /** What the person complains about was read. */
    COMPLAINT_READ,
    /** Something was done about their complaint. */
    COMPLAINT_HANDLED,
    /** An officer looked for the person's application by their number. */
    CASE_SOUGHT,
    /** The person's consent to a check of means was recorded. */
    CASE_CONSENT_RECORDED,
    /** It was taken back. */
    CASE_CONSENT_REVOKED,
    /** A paper of the person's application was recorded, by its number and digest. */
    CASE_PAPER_RECORDED,
    /**
     * The person came to a household, or left it, as a visit found and another officer confirmed.
     */
    HOUSEHOLD_CHANGED,
    /** It was registered that the person works in social assistance, with which account. */
    WORKER_REGISTERED,
    /** That has ended. */
    WORKER_ENDED,
    /** It was read, as a near relative's application is handled. */
    WORKER_READ,
    /** An agency was recorded in which the person is principal or agent. */
    AGENCY_RECORDED,
    /** That has ended. */
    AGENCY_ENDED,
    /** The person's agent did something of an application for them; the agent is named, too. */
    CASE_BY_AGENT,
    /** A child's guardian did. */
    CASE_BY_GUARDIAN
}
