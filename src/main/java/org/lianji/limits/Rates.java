package org.lianji.limits;

import org.lianji.platform.Caller;
import org.lianji.platform.Faults;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bucket of tokens for each client: a request takes one and more by its cost, and time fills it
 * again. A client that is not remembered starts with a full bucket, and the one that asked longest
 * ago is forgotten first.
 */
@Component
public final class Rates {

    private record Bucket(double tokens, Instant at) {}

    private final LimitSettings limits;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    Rates(LimitSettings limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Takes what a request takes whatever it asks for.
     *
     * @throws Problem where the client has no token left
     */
    public void take(Caller caller) {
        take(caller, 1);
    }

    /**
     * Takes what the request costs beyond that.
     *
     * @throws Problem where the client has too few tokens left
     */
    public void takeCost(Caller caller, long cost) {
        take(caller, (double) cost / limits.costPerToken());
    }

    private synchronized void take(Caller caller, double tokens) {
        Instant now = clock.instant();
        double wanted = Math.min(tokens, limits.burst());
        double left = filled(caller.client(), now) - wanted;
        if (left < 0) {
            throw new Problem(
                    PlatformCode.RATE_LIMITED,
                    Map.of(Faults.RETRY_AFTER, (long) Math.ceil(-left / limits.rate())));
        }
        buckets.put(caller.client(), new Bucket(left, now));
        if (buckets.size() > limits.clients()) {
            buckets.remove(buckets.keySet().iterator().next());
        }
    }

    private double filled(String client, Instant now) {
        Bucket bucket = buckets.get(client);
        if (bucket == null) {
            return limits.burst();
        }
        double seconds = Math.max(0, now.toEpochMilli() - bucket.at().toEpochMilli()) / 1000.0;
        return Math.min(limits.burst(), bucket.tokens() + seconds * limits.rate());
    }
}
