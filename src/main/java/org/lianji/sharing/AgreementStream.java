package org.lianji.sharing;

import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import reactor.core.Exceptions;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Tells those who listen what has become of their agreements. Nobody who reads slowly holds up who
 * writes: a listener who is too far behind is sent off, and reads anew.
 */
@Component
final class AgreementStream {

    static final int BEHIND = 256;

    private final Sinks.Many<AgreementChanged> changes =
            Sinks.many().multicast().directBestEffort();

    /** {@return the changes from now on that the caller's department is a party to} */
    Flux<AgreementChanged> of(Caller caller) {
        return changes.asFlux()
                .filter(change -> concerns(change, caller))
                .onBackpressureBuffer(BEHIND, BufferOverflowStrategy.ERROR)
                .publishOn(Schedulers.boundedElastic(), 1)
                .onErrorMap(
                        Exceptions::isOverflow, _ -> new Problem(AgreementCode.STREAM_TOO_SLOW));
    }

    /** Suspensions also go to the department they are filed with. */
    private static boolean concerns(AgreementChanged change, Caller caller) {
        return Side.PARTY.has(caller, change.agreement().terms(), "")
                || caller.department().equals(change.event().filedWith());
    }

    @EventListener
    @Order(1)
    synchronized void on(AgreementChanged change) {
        changes.emitNext(change, Sinks.EmitFailureHandler.FAIL_FAST);
    }
}
