package org.lianji.outbox;

import java.util.Collection;

/**
 * Listeners that come and go while the hub runs; a bean. Each is known to {@link NewsAudience}
 * before it is one of them.
 */
public interface ListenerSource {

    /** {@return those that there are now, on whichever hub they came} */
    Collection<NewsListener> listeners();
}
