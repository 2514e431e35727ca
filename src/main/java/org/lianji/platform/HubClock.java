package org.lianji.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The hub's time: the real one, but that a demo may be ahead of it. */
public final class HubClock extends Clock {

    private final Clock real;
    private volatile Duration ahead;

    /** A clock of a zone, in whole milliseconds. */
    HubClock(ZoneId zone) {
        this(Clock.tickMillis(zone), Duration.ZERO);
    }

    private HubClock(Clock real, Duration ahead) {
        this.real = real;
        this.ahead = ahead;
    }

    /**
     * Sets it ahead of the real time.
     *
     * @throws IllegalArgumentException where that leads back: what was written was written before
     */
    public void setAhead(Duration time) {
        if (time.compareTo(ahead) < 0) {
            throw new IllegalArgumentException("a clock does not go back");
        }
        ahead = time;
    }

    /**
     * {@return the real time, also where the clock is ahead of it}: until when a token is good is
     * its issuer's to say, by the issuer's clock
     */
    public static Instant real(Clock clock) {
        return clock instanceof HubClock hub ? hub.real.instant() : clock.instant();
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    /** One of another zone stays where this one is now. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new HubClock(real.withZone(zone), ahead);
    }
}
