package org.lianji.feed;

import org.lianji.agreements.Agreement;
import org.lianji.agreements.AgreementEvent;

/**
 * A change as those who listen are told of it.
 *
 * @param cursor behind which one can go on listening
 * @param agreement as it is now, which may be after later changes
 * @param event what was done
 */
public record AgreementNews(String cursor, Agreement agreement, AgreementEvent event) {}
