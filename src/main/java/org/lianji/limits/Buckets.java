package org.lianji.limits;

import org.lianji.platform.Faults;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bucket of tokens for each name, which time fills again. A name that is not remembered has a
 * full one, and the one that took longest ago is forgotten first.
 */
final class Buckets {

    private record Bucket(double tokens, Instant at) {}

    private final double rate;
    private final double burst;
    private final int most;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param rate tokens that a name gains each second
     * @param burst tokens that a name may save up
     * @param most names that are remembered
     */
    Buckets(double rate, double burst, int most, Clock clock) {
        this.rate = rate;
        this.burst = burst;
        this.most = most;
        this.clock = clock;
    }

    /**
     * @throws Problem RATE_LIMITED where the name has too few tokens left
     */
    synchronized void take(String name, double tokens) {
        Instant now = clock.instant();
        double wanted = Math.min(tokens, burst);
        double left = filled(name, now) - wanted;
        if (left < 0) {
            throw new Problem(
                    PlatformCode.RATE_LIMITED,
                    Map.of(Faults.RETRY_AFTER, (long) Math.ceil(-left / rate)));
        }
        buckets.put(name, new Bucket(left, now));
        if (buckets.size() > most) {
            buckets.remove(buckets.keySet().iterator().next());
        }
    }

    private double filled(String name, Instant now) {
        Bucket bucket = buckets.get(name);
        if (bucket == null) {
            return burst;
        }
        double seconds = Math.max(0, now.toEpochMilli() - bucket.at().toEpochMilli()) / 1000.0;
        return Math.min(burst, bucket.tokens() + seconds * rate);
    }
}
