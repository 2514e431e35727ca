package org.lianji.sharing;

/**
 * An agreement has changed, and the change is committed.
 *
 * @param agreement as it is now
 * @param event what was done
 */
record AgreementChanged(Agreement agreement, AgreementEvent event) {}
