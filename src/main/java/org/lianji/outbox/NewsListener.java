package org.lianji.outbox;

import java.util.Set;

/**
 * Whoever acts on news inside of the hub; a bean. One of the hubs on a database tells it, one news
 * after another, and again where it failed or that hub died: hearing news twice must come to the
 * same as hearing it once. It may take its time, which nobody else waits for.
 *
 * <p>News of a subject come in their order. Where one fails, those behind it of the same subject
 * wait for it, and those of others go on.
 */
public interface NewsListener {

    /** {@return what it is known by, which never changes: what it has heard is kept under it} */
    String name();

    /** {@return the kinds of news that it wants to hear} */
    Set<String> kinds();

    /**
     * Hears of something.
     *
     * @param news committed, and perhaps heard before
     */
    void on(News news);
}
