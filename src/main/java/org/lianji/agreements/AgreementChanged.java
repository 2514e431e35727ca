package org.lianji.agreements;

/**
 * An agreement has changed, and the change is committed.
 *
 * @param agreement as it is now
 * @param event what was done
 */
public record AgreementChanged(Agreement agreement, AgreementEvent event) {}
