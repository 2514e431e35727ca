package org.lianji.sharing;

/**
 * A change as those who listen are told of it.
 *
 * @param cursor behind which one can go on listening
 * @param agreement as it is now, which may be after later changes
 * @param event what was done
 */
record AgreementNews(String cursor, Agreement agreement, AgreementEvent event) {}
