package org.lianji.limits;

import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.stereotype.Component;

import java.time.Clock;

/**
 * A bucket of tokens for each client: a request takes one and more by its cost, and time fills it
 * again. A client that is not remembered starts with a full bucket, and the one that asked longest
 * ago is forgotten first.
 */
@Component
public final class Rates {

    private final Buckets buckets;
    private final long costPerToken;

    Rates(LimitSettings limits, Clock clock) {
        this.buckets = new Buckets(limits.rate(), limits.burst(), limits.clients(), clock);
        this.costPerToken = limits.costPerToken();
    }

    /**
     * Takes what a request takes whatever it asks for.
     *
     * @throws Problem where the client has no token left
     */
    public void take(Caller caller) {
        buckets.take(caller.client(), 1);
    }

    /**
     * Takes what the request costs beyond that.
     *
     * @throws Problem where the client has too few tokens left
     */
    public void takeCost(Caller caller, long cost) {
        buckets.take(caller.client(), (double) cost / costPerToken);
    }
}
