package org.lianji.webhooks;

import org.lianji.outbox.News;
import org.lianji.platform.Caller;

import java.util.Set;

/** News beside the steps of flows that departments' systems are told of; a bean. */
public interface ToldNews {

    /** {@return their kinds} */
    Set<String> kinds();

    /** {@return whether they concern the caller's department, now} */
    boolean concern(Caller caller, News news);
}
