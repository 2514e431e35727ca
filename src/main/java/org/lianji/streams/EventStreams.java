package org.lianji.streams;

import org.lianji.api.Listener;
import org.lianji.platform.Faults;
import org.lianji.platform.HubClock;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.security.SignedIn;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;

/** Opens event streams to those who may have one. */
@Component
public final class EventStreams {

    private final Streams streams;
    private final StreamSettings settings;
    private final Origins origins;
    private final Faults faults;
    private final Clock clock;

    EventStreams(
            Streams streams, StreamSettings settings, Origins origins, Faults faults, Clock clock) {
        this.streams = streams;
        this.settings = settings;
        this.origins = origins;
        this.faults = faults;
        this.clock = clock;
    }

    /**
     * @throws Problem where they may not
     */
    public void admit(SignedIn who, ServerRequest request) {
        if (!origins.admit(new ServletServerHttpRequest(request.servletRequest()))) {
            throw new Problem(PlatformCode.ORIGIN_NOT_ALLOWED);
        }
        if (who.caller().is(Role.CITIZEN)) {
            throw new Problem(PlatformCode.STREAM_NOT_ALLOWED);
        }
        if (!HubClock.real(clock).isBefore(who.until())) {
            throw new Problem(PlatformCode.TOKEN_EXPIRED);
        }
    }

    /** Waits for the answer, so that a refusal still has its HTTP status. */
    public ServerResponse answer(
            SignedIn who, Listener listener, Locale locale, Mono<WebGraphQlResponse> answer) {
        return new EventStream(who, listener, locale, streams, settings, faults)
                .answer(Objects.requireNonNull(answer.block()));
    }
}
