package org.lianji.outbox;

/**
 * There are news, of this hub or another; published in each hub.
 *
 * @param seq the last place
 */
record NewsPlaced(long seq) {}
