package org.lianji.outbox;

import org.jspecify.annotations.Nullable;
import org.lianji.paging.Cursors;
import org.lianji.paging.PageRequest;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import java.time.Clock;
import java.time.ZonedDateTime;
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
    private final Cursors cursors;
    private final OutboxSettings settings;
    private final Clock clock;
    private final Sinks.Many<Long> calls = Sinks.many().multicast().directBestEffort();

    NewsStream(NewsLog log, Cursors cursors, OutboxSettings settings, Clock clock) {
        this.log = log;
        this.cursors = cursors;
        this.settings = settings;
        this.clock = clock;
    }

    /** {@return the last place of what has been committed until now} */
    public long now() {
        log.place();
        return log.extent().seq();
    }

    /** {@return whether there is this place, and all behind it is kept, and not due to go} */
    public boolean keepsAllBehind(long place) {
        return log.extent().keepsAllBehind(place)
                && !log.isOlder(place, ZonedDateTime.now(clock).minus(settings.kept()));
    }

    /**
     * {@return the place of a cursor}
     *
     * @param list what tells this listener's cursors from those of others
     * @throws Problem CURSOR where it was not given out for the list, STREAM_GAP where what is
     *     behind it is not kept any more
     */
    public long place(String list, String cursor) {
        List<@Nullable Object> place = new PageRequest(1, true, cursor, list).position(cursors);
        if (place.getFirst() instanceof Long seq && keepsAllBehind(seq)) {
            return seq;
        }
        throw new Problem(PlatformCode.STREAM_GAP);
    }

    /** {@return the cursor of news that a listener of the list is told} */
    public String cursor(String list, long place) {
        return cursors.write(list, List.of(place));
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
