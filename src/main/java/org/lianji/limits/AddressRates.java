package org.lianji.limits;

import org.lianji.platform.Problem;
import org.springframework.stereotype.Component;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A bucket of tokens for each address that asks without a token of its own: of an IPv6 address its
 * network of 64 bits, since whoever has one has all of them.
 */
@Component
public final class AddressRates {

    private static final int NETWORK_BYTES = 8;

    private final Buckets buckets;
    private final Buckets objections;

    AddressRates(LimitSettings limits, Clock clock) {
        this.buckets =
                new Buckets(limits.addressRate(), limits.addressBurst(), limits.addresses(), clock);
        this.objections =
                new Buckets(
                        (double) limits.addressObjections() / Duration.ofDays(1).toSeconds(),
                        limits.addressObjections(),
                        limits.addresses(),
                        clock);
    }

    /**
     * Takes what a request takes.
     *
     * @param address of the peer, as the server writes it
     * @throws Problem RATE_LIMITED where it has no token left
     */
    public void take(String address) {
        buckets.take(network(address), 1);
    }

    /**
     * Takes what an objection to a public notice takes: each holds up an application, so nobody
     * objects to everything that hangs.
     *
     * @param address of the peer, as the server writes it
     * @throws Problem RATE_LIMITED where it has objected as often as it may within a day
     */
    public void takeObjection(String address) {
        objections.take(network(address), 1);
    }

    /** It is a literal, so nobody is asked for a name. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
