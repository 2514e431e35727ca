package org.lianji.agreements;

import org.jspecify.annotations.Nullable;
import org.lianji.terms.Terms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Agreements in force, in memory: this hub's own changes at once, those of other hubs within two
 * seconds, by the version that all of them raise in the graph; and the day's turn at once.
 */
@Component
public final class AgreementsInForce implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(AgreementsInForce.class);

    private record Snapshot(
            long version,
            long seen,
            LocalDate day,
            List<ActiveAgreement> active,
            List<ActiveAgreement> now) {}

    private final AgreementGraph graph;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(0, -1, LocalDate.MIN, List.of(), List.of());

    AgreementsInForce(AgreementGraph graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /** {@return the agreements in force today, first and last day included; never changed} */
    public List<ActiveAgreement> now() {
        return today().now();
    }

    /** {@return a number that grows whenever {@link #now()} has changed, and with each day} */
    public long version() {
        return today().version();
    }

    /** Reads them again. */
    public synchronized void refresh() {
        long seen = graph.version();
        LocalDate today = LocalDate.now(clock);
        List<ActiveAgreement> active =
                graph.active(today).stream().flatMap(AgreementsInForce::inForce).toList();
        publish(seen, today, active);
    }

    private Snapshot today() {
        Snapshot current = snapshot;
        return current.day().equals(LocalDate.now(clock)) ? current : turn();
    }

    private synchronized Snapshot turn() {
        return publish(snapshot.seen(), LocalDate.now(clock), snapshot.active());
    }

    /** The version is the same in all hubs, unless one of them has seen the graph emptied. */
    private Snapshot publish(long seen, LocalDate today, List<ActiveAgreement> active) {
        List<ActiveAgreement> now = active.stream().filter(one -> one.on(today)).toList();
        long next = snapshot.version() + (now.equals(snapshot.now()) ? 0 : 1);
        snapshot =
                new Snapshot(Math.max(next, seen + today.toEpochDay()), seen, today, active, now);
        return snapshot;
    }

    private static Stream<ActiveAgreement> inForce(Agreement agreement) {
        Terms terms = agreement.terms();
        LocalDate from = from(agreement);
        LocalDate until = agreement.standing().until();
        return from == null || until == null
                ? Stream.empty()
                : Stream.of(
                        new ActiveAgreement(
                                agreement.id(),
                                agreement.version(),
                                terms.provider(),
                                terms.consumer(),
                                terms.letters(),
                                Terms.sets(terms.items()),
                                Terms.sets(terms.masked()),
                                terms.regions(),
                                terms.level().name(),
                                from,
                                until));
    }

    /** {@return its first day, or the first after the suspension that runs} */
    private static @Nullable LocalDate from(Agreement agreement) {
        LocalDate from = agreement.standing().from();
        LocalDate suspended = agreement.standing().suspension().until();
        return switch (agreement.state()) {
            case ACTIVE -> from;
            case SUSPENDED, RECTIFIED -> suspended == null ? null : suspended.plusDays(1);
            default -> null;
        };
    }

    @Override
    public void afterSingletonsInstantiated() {
        refresh();
    }

    /** Before anybody is told of the change, so that who asks then gets what holds now. */
    @EventListener
    @Order(0)
    void on(AgreementChanged change) {
        try {
            refresh();
        } catch (RuntimeException e) {
            log.warn("Agreement {} is committed, but not read again yet", change.agreement().id());
        }
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 2_000)
    void poll() {
        try {
            if (graph.version() != snapshot.seen()) {
                refresh();
            }
        } catch (RuntimeException e) {
            log.warn("Agreements could not be read: {}", e.getMessage());
        }
    }
}
