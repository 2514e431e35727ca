package org.lianji.worklist;

import java.time.LocalDate;

/**
 * News that the last day of a clock is near, or over; its subject is the matter.
 *
 * @param type of the matter, as the schema names it
 * @param matter identifier
 * @param clock its key
 * @param due the last day
 */
record DeadlineNews(String type, String matter, String clock, LocalDate due) {

    static final String KIND = "DeadlineNear";
}
