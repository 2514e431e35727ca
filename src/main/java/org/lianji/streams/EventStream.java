package org.lianji.streams;

import org.lianji.api.Listener;
import org.lianji.platform.Caller;
import org.lianji.platform.Faults;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.security.SignedIn;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.web.servlet.function.ServerResponse;

import reactor.core.publisher.Mono;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One answer as server-sent events, by <a
 * href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#distinct-connections-mode">GraphQL
 * over SSE</a> in distinct connections mode.
 */
final class EventStream implements Streams.Line, StreamedOperation.MessageSink {

    private final SignedIn who;
    private final Listener listener;
    private final Streams streams;
    private final StreamSettings settings;
    private final StreamedOperation running;
    private final AtomicReference<ServerResponse.SseBuilder> events = new AtomicReference<>();
    private Instant nextSign = Instant.MIN;

    EventStream(
            SignedIn who,
            Listener listener,
            Locale locale,
            Streams streams,
            StreamSettings settings,
            Faults faults) {
        this.who = who;
        this.listener = listener;
        this.streams = streams;
        this.settings = settings;
        this.running = new StreamedOperation(who.caller(), locale, faults, this, listener);
    }

    /**
     * {@return the answer, which starts now and goes on}
     *
     * @throws Problem where the client has too many streams already
     */
    ServerResponse answer(WebGraphQlResponse answer) {
        streams.add(running);
        return ServerResponse.sse(
                builder -> {
                    events.set(builder);
                    builder.onComplete(running::cancel)
                            .onError(_ -> running.cancel())
                            .onTimeout(running::cancel);
                    streams.add(this);
                    running.read(Mono.just(answer), settings.queue());
                },
                Duration.ZERO);
    }

    @Override
    public void next(Map<String, Object> event) throws IOException {
        String id = listener.heard();
        synchronized (events) {
            (id == null ? builder() : builder().id(id)).event("next").data(event);
        }
    }

    @Override
    public void error(List<?> errors) throws IOException {
        synchronized (events) {
            builder().event("next").data(Map.of("errors", errors));
        }
        complete();
    }

    @Override
    public void complete() throws IOException {
        synchronized (events) {
            builder().event("complete").data("");
            builder().complete();
        }
    }

    @Override
    public void over() {
        streams.remove(running);
        streams.remove(this);
    }

    @Override
    public Caller caller() {
        return who.caller();
    }

    @Override
    public void check(Instant now) {
        if (!now.isBefore(who.until())) {
            running.end(new Problem(PlatformCode.TOKEN_EXPIRED));
        } else if (!now.isBefore(nextSign)) {
            nextSign = now.plus(settings.keepAlive());
            sign();
        }
    }

    private void sign() {
        try {
            synchronized (events) {
                builder().comment("").send();
            }
        } catch (IOException | IllegalStateException gone) {
            running.cancel();
        }
    }

    @Override
    public void shutDown() {
        running.end(new Problem(PlatformCode.UNAVAILABLE));
    }

    private ServerResponse.SseBuilder builder() {
        return Objects.requireNonNull(events.get());
    }
}
