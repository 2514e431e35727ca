package org.lianji.consents;

/**
 * A consent as whose it is sees it, and a child's guardian.
 *
 * @param one the consent
 */
record MyCaseConsent(CaseConsent one) {}
