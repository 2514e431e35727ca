package org.lianji.feed;

import org.lianji.agreements.AgreementChanged;
import org.lianji.streams.Streams;
import org.lianji.terms.AgreementCode;
import org.lianji.terms.AgreementState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever was let in by an agreement listens no longer when it is no longer in force. */
@Component
final class RevokedStreams {

    private final Streams streams;

    RevokedStreams(Streams streams) {
        this.streams = streams;
    }

    /** Streams are given time for the news itself, which is on its way. */
    @EventListener
    void on(AgreementChanged change) {
        if (change.event().from() == AgreementState.ACTIVE
                && change.event().to() != AgreementState.ACTIVE) {
            String consumer = change.agreement().terms().consumer();
            streams.end(caller -> caller.department().equals(consumer), AgreementCode.STREAM_ENDED);
        }
    }
}
