package org.lianji.outbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Tells a listener all that it has not heard yet. */
@Component
final class NewsDelivery {

    private static final Logger log = LoggerFactory.getLogger(NewsDelivery.class);

    private static final int PAGE = 50;

    private final NewsLog news;
    private final ListenerLog listeners;
    private final ParkedNews parked;

    NewsDelivery(NewsLog news, ListenerLog listeners, ParkedNews parked) {
        this.news = news;
        this.listeners = listeners;
        this.parked = parked;
    }

    /**
     * Tells until there is nothing more, unless another hub has the listener.
     *
     * @param on whether to go on
     */
    void deliver(String hub, NewsListener listener, BooleanSupplier on) {
        OptionalLong heard = listeners.take(hub, listener.name());
        if (heard.isEmpty()) {
            return;
        }
        long after = heard.getAsLong();
        boolean more = true;
        while (more && on.getAsBoolean()) {
            retry(listener, on);
            List<News> page = news.behind(listener.kinds(), after, PAGE);
            more = !page.isEmpty() && tell(hub, listener, page, on);
            after = page.isEmpty() ? after : page.getLast().seq();
        }
        listeners.leave(hub, listener.name());
    }

    /** {@return whether all was told, and the listener still is with this hub} */
    private boolean tell(String hub, NewsListener listener, List<News> page, BooleanSupplier on) {
        Set<String> waiting =
                parked.subjects(
                        listener.name(), page.stream().map(News::subject).distinct().toList());
        for (News one : page) {
            if (!on.getAsBoolean()) {
                return false;
            }
            if (waiting.contains(one.subject())) {
                parked.parkBehind(listener.name(), one);
            } else if (!told(listener, one)) {
                waiting.add(one.subject());
            }
            if (!listeners.advance(hub, listener.name(), one.seq())) {
                return false;
            }
        }
        return true;
    }

    private boolean told(NewsListener listener, News one) {
        try {
            listener.on(one);
            return true;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError fault) {
            log.warn(
                    "{} could not take news {} and is told again",
                    listener.name(),
                    one.seq(),
                    shown(fault));
            parked.park(listener.name(), one, fault);
            return false;
        }
    }

    /** Of what is told in words nobody needs to read where in the hub it was found. */
    private static Throwable shown(Throwable fault) {
        if (fault instanceof ListenerFault) {
            fault.setStackTrace(new StackTraceElement[0]);
        }
        return fault;
    }

    private void retry(NewsListener listener, BooleanSupplier on) {
        while (on.getAsBoolean()) {
            ParkedNews.Retry retry = parked.due(listener.name()).orElse(null);
            if (retry == null) {
                return;
            }
            tellAgain(listener, retry);
        }
    }

    private void tellAgain(NewsListener listener, ParkedNews.Retry retry) {
        try {
            listener.on(retry.news());
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError fault) {
            if (parked.failed(listener.name(), retry, fault)) {
                log.error(
                        "{} could not take news {}, which waits for an operator",
                        listener.name(),
                        retry.news().seq(),
                        shown(fault));
            }
            return;
        }
        parked.through(listener.name(), retry.news());
    }
}
