package org.lianji.outbox;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import java.util.List;
import java.util.Set;

/**
 * News for those who listen from outside: each reads the log at their own pace, from where they
 * left off, in whichever hub they are. Nothing is missed by who was away or reads slowly, and
 * nobody who does holds up who writes.
 */
@Component
public final class NewsStream {

    private static final int SOME = 100;

    private final NewsLog log;
    private final Sinks.Many<Long> calls = Sinks.many().multicast().directBestEffort();

    NewsStream(NewsLog log) {
        this.log = log;
    }

    /** {@return the last place of what has been committed until now} */
    public long now() {
        log.place();
        return log.extent().seq();
    }

    /** {@return whether there is this place, and all behind it is kept} */
    public boolean keepsAllBehind(long place) {
        return log.extent().keepsAllBehind(place);
    }

    /** {@return news of some kinds behind a place, as they are asked for, and those to come} */
    public Flux<News> behind(Set<String> kinds, long place) {
        LogReader reader = new LogReader(kinds, place);
        return Flux.merge(calls.asFlux(), Flux.just(place))
                .onBackpressureLatest()
                .publishOn(Schedulers.boundedElastic(), 1)
                .concatMap(_ -> reader.rest(), 1);
    }

    /** How far one listener has read. */
    private final class LogReader {

        private final Set<String> kinds;
        private long behind;

        LogReader(Set<String> kinds, long behind) {
            this.kinds = kinds;
            this.behind = behind;
        }

        Flux<News> rest() {
            return Flux.<List<News>>generate(
                            sink -> {
                                List<News> some = some();
                                if (some.isEmpty()) {
                                    sink.complete();
                                } else {
                                    sink.next(some);
                                }
                            })
                    .concatMapIterable(some -> some, 1);
        }

        private List<News> some() {
            List<News> some = log.behind(kinds, behind, SOME);
            if (!some.isEmpty()) {
                behind = some.getLast().seq();
            }
            return some;
        }
    }

    /** What other hubs have written is in the same log. */
    @EventListener
    synchronized void on(NewsPlaced placed) {
        calls.emitNext(placed.seq(), Sinks.EmitFailureHandler.FAIL_FAST);
    }
}
