package org.lianji.outbox;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sees to it that news get their place and are told: right after a commit of this hub, and now and
 * then for what others committed, left behind, or could not tell. Each listener has a thread of its
 * own while there is something to tell it.
 */
@Component
final class NewsDispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NewsDispatcher.class);

    /** So often within a lease a hub says that it is still there. */
    private static final int SIGNS = 4;

    private final String hub = UUID.randomUUID().toString();
    private final NewsLog news;
    private final ListenerLog known;
    private final NewsDelivery delivery;
    private final ObjectProvider<NewsListener> beans;
    private final ObjectProvider<ListenerSource> sources;
    private final ApplicationEventPublisher events;
    private final OutboxSettings settings;
    private final Clock clock;
    private final AtomicBoolean called = new AtomicBoolean();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<String> stuck = ConcurrentHashMap.newKeySet();
    private volatile List<NewsListener> always = List.of();
    private volatile Map<String, NewsListener> listeners = Map.of();
    private boolean registered;
    private boolean faulty;
    private long placed = -1;
    private volatile @Nullable ScheduledExecutorService thread;
    private volatile @Nullable ExecutorService tellers;

    NewsDispatcher(
            NewsLog news,
            ListenerLog known,
            NewsDelivery delivery,
            ObjectProvider<NewsListener> beans,
            ObjectProvider<ListenerSource> sources,
            ApplicationEventPublisher events,
            OutboxSettings settings,
            Clock clock) {
        this.news = news;
        this.known = known;
        this.delivery = delivery;
        this.beans = beans;
        this.sources = sources;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Listeners may post news themselves, and so are looked up once all beans are there. */
    @Override
    public void start() {
        always = beans.stream().toList();
        listeners = byName(always.stream());
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("news").factory());
        called.set(false);
        registered = false;
        tellers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("news-", 1).factory());
        long sign = settings.lease().toMillis() / SIGNS;
        every(started, this::look, settings.poll().toMillis());
        every(started, this::sign, sign);
        every(started, this::tidy, Duration.ofHours(1).toMillis());
        thread = started;
    }

    private void every(ScheduledExecutorService executor, Runnable what, long millis) {
        executor.scheduleWithFixedDelay(() -> safely(what), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** News that come within a moment are placed together. */
    void wake() {
        ScheduledExecutorService running = thread;
        if (running != null && called.compareAndSet(false, true)) {
            try {
                running.schedule(
                        () -> safely(this::look),
                        settings.gather().toMillis(),
                        TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                log.debug("The hub stops; its news are told by another, or by its next start");
            }
        }
    }

    /** What the database can't do now is done when it can, and said once. */
    private void safely(Runnable what) {
        try {
            what.run();
            faulty = false;
        } catch (RuntimeException fault) {
            if (!faulty) {
                log.warn("News wait to be told: {}", fault.toString());
            }
            faulty = true;
        }
    }

    /** Those that come and go are looked up each time: another hub may have made one known. */
    private void gather() {
        listeners =
                byName(
                        Stream.concat(
                                always.stream(),
                                sources.stream().flatMap(source -> source.listeners().stream())));
    }

    private static Map<String, NewsListener> byName(Stream<NewsListener> some) {
        return some.collect(Collectors.toMap(NewsListener::name, one -> one));
    }

    private void look() {
        called.set(false);
        gather();
        ListenerLog.Work work = known.work(hub, listeners.keySet());
        if (!registered || work.known() < listeners.size()) {
            known.register(listeners.values());
            registered = true;
            work = known.work(hub, listeners.keySet());
        }
        boolean more = work.unplaced();
        if (more) {
            news.place();
            work = known.work(hub, listeners.keySet());
        }
        if (more || work.seq() != placed) {
            placed = work.seq();
            events.publishEvent(new NewsPlaced(placed));
        }
        work.due().stream().map(listeners::get).forEach(this::tell);
    }

    private void tell(NewsListener listener) {
        ExecutorService running = tellers;
        if (running == null || !busy.add(listener.name())) {
            return;
        }
        try {
            running.execute(() -> deliver(listener));
        } catch (RejectedExecutionException e) {
            busy.remove(listener.name());
        }
    }

    /** What the graph can't do for a listener is said once, until it can. */
    private void deliver(NewsListener listener) {
        try {
            delivery.deliver(hub, listener, () -> thread != null);
            stuck.remove(listener.name());
        } catch (RuntimeException fault) {
            if (stuck.add(listener.name())) {
                log.warn("{} is told later: {}", listener.name(), fault.toString());
            }
        } finally {
            busy.remove(listener.name());
        }
    }

    /** {@return whether there is a listener of that name here} */
    boolean knows(String listener) {
        return listeners.containsKey(listener);
    }

    private void sign() {
        if (!busy.isEmpty()) {
            known.keep(hub, busy);
        }
    }

    /** Removes news that nobody waits for any more. */
    void tidy() {
        gather();
        known.register(listeners.values());
        news.remove(ZonedDateTime.now(clock).minus(settings.kept()));
    }

    /** A listener that is hearing something is waited for, as far as that goes. */
    @Override
    public void stop() {
        ScheduledExecutorService stopped = thread;
        ExecutorService telling = tellers;
        thread = null;
        tellers = null;
        end(stopped);
        end(telling);
    }

    private static void end(@Nullable ExecutorService stopped) {
        if (stopped == null) {
            return;
        }
        stopped.shutdown();
        try {
            if (!stopped.awaitTermination(10, TimeUnit.SECONDS)) {
                stopped.shutdownNow();
                log.warn("A listener is left behind; another hub tells it again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
