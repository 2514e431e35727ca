package org.lianji.publication;

import java.time.LocalDate;

/**
 * What was published on a day.
 *
 * @param publishedOn that day
 * @param until the last day on which it is shown
 * @param needs how many: none, or at least as many as families share a cell
 */
record NeedBatch(LocalDate publishedOn, LocalDate until, long needs) {}
