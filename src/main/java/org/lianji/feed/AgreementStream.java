package org.lianji.feed;

import org.jspecify.annotations.Nullable;
import org.lianji.agreements.Agreement;
import org.lianji.agreements.AgreementChanged;
import org.lianji.agreements.AgreementGraph;
import org.lianji.api.Listener;
import org.lianji.paging.Cursors;
import org.lianji.paging.PageRequest;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.terms.AgreementCode;
import org.lianji.terms.AgreementState;
import org.lianji.terms.PartyRole;
import org.lianji.terms.Terms;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Tells those who listen what becomes of their agreements. Each reads the chronicle at their own
 * pace, from where they left off: nothing is missed by who was away or reads slowly, and nobody who
 * does holds up who writes. That there is something to read is all that is told from hub to hub.
 */
@Component
public final class AgreementStream {

    private static final int SOME = 100;

    private final AgreementGraph graph;
    private final AgreementChronicle chronicle;
    private final Cursors cursors;
    private final Clock clock;
    private final Sinks.Many<Long> calls = Sinks.many().multicast().directBestEffort();
    private long seen;

    AgreementStream(
            AgreementGraph graph, AgreementChronicle chronicle, Cursors cursors, Clock clock) {
        this.graph = graph;
        this.chronicle = chronicle;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * {@return the changes that concern the caller's department: those to come, and before them
     * those behind a cursor}
     *
     * @param after cursor of the last change that the caller knows
     * @throws Problem where the cursor is none, or its change is not there any more
     */
    public Flux<AgreementNews> of(Caller caller, @Nullable String after, Listener listener) {
        listener.isWaitedFor();
        String last = listener.last() == null ? after : listener.last();
        long now = graph.version();
        ChronicleReader reading =
                new ChronicleReader(caller, last == null ? now : place(caller, last));
        return Flux.merge(calls.asFlux(), Flux.just(now))
                .onBackpressureLatest()
                .publishOn(Schedulers.boundedElastic(), 1)
                .concatMap(_ -> reading.rest(), 1)
                .doOnNext(change -> listener.hears(reading.cursor(change)))
                .takeUntil(change -> change.sequence() > now && revokes(change, caller))
                .map(reading::news)
                .concatWith(
                        Mono.fromRunnable(
                                () -> listener.leaves(new Problem(AgreementCode.STREAM_ENDED))));
    }

    private long place(Caller caller, String cursor) {
        List<@Nullable Object> place =
                new PageRequest(1, true, cursor, list(caller)).position(cursors);
        return chronicle
                .place(
                        (String) Objects.requireNonNull(place.getFirst()),
                        (Long) Objects.requireNonNull(place.getLast()))
                .orElseThrow(() -> new Problem(AgreementCode.STREAM_GAP));
    }

    /** {@return what tells the caller's cursors from those of others} */
    public static String list(Caller caller) {
        return PageRequest.of(caller) + " agreementChanged";
    }

    /** Whoever was let in by the agreement is let in by it no longer. */
    private static boolean revokes(AgreementChronicle.Change change, Caller caller) {
        return change.event().from() == AgreementState.ACTIVE
                && change.event().to() != AgreementState.ACTIVE
                && PartyRole.CONSUMER.has(caller, change.agreement().terms(), "");
    }

    /**
     * A draft is its department's alone until it is submitted; suspensions also go to the
     * department they are filed with.
     */
    private static boolean concerns(AgreementChronicle.Change change, Caller caller) {
        Terms terms = change.agreement().terms();
        return PartyRole.CONSUMER.has(caller, terms, "")
                || PartyRole.PROVIDER.has(caller, terms, "")
                        && !Agreement.DRAFTS.contains(change.event().to())
                || caller.department().equals(change.event().filedWith());
    }

    /** How far one listener has read. */
    private final class ChronicleReader {

        private final Caller caller;
        private long behind;

        ChronicleReader(Caller caller, long behind) {
            this.caller = caller;
            this.behind = behind;
        }

        /** {@return what there is, read as it is asked for} */
        Flux<AgreementChronicle.Change> rest() {
            return Flux.<List<AgreementChronicle.Change>>generate(
                            sink -> {
                                List<AgreementChronicle.Change> some = some();
                                if (some.isEmpty()) {
                                    sink.complete();
                                } else {
                                    sink.next(some);
                                }
                            })
                    .concatMapIterable(some -> some, 1)
                    .filter(change -> concerns(change, caller));
        }

        private List<AgreementChronicle.Change> some() {
            List<AgreementChronicle.Change> some =
                    chronicle.behind(behind, caller.department(), SOME, LocalDate.now(clock));
            if (!some.isEmpty()) {
                behind = some.getLast().sequence();
            }
            return some;
        }

        String cursor(AgreementChronicle.Change change) {
            return cursors.write(
                    list(caller), List.of(change.agreement().id(), change.event().version()));
        }

        AgreementNews news(AgreementChronicle.Change change) {
            return new AgreementNews(cursor(change), change.agreement(), change.event());
        }
    }

    @EventListener
    @Order(1)
    void on(AgreementChanged change) {
        call(change.agreement().version());
    }

    /** What other hubs have written is in the same chronicle. */
    @Scheduled(fixedDelay = 2_000, initialDelay = 2_000)
    void look() {
        if (calls.currentSubscriberCount() > 0) {
            long version = graph.version();
            if (version != seen) {
                seen = version;
                call(version);
            }
        }
    }

    private synchronized void call(long version) {
        calls.emitNext(version, Sinks.EmitFailureHandler.FAIL_FAST);
    }
}
