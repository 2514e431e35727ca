package org.lianji.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

import java.util.stream.IntStream;

class FirewallTests {

    private static final String HEADER = "X-Any";

    @Test
    void refusesTheHeaderValuesThatSpringsOwnRefuses() {
        HttpFirewall own = SecurityConfiguration.firewall();
        HttpFirewall springs = new StrictHttpFirewall();

        assertThat(
                        IntStream.rangeClosed(0, Character.MAX_VALUE)
                                .filter(c -> passes(own, c) != passes(springs, c))
                                .mapToObj(Integer::toHexString))
                .isEmpty();
        assertThat(passes(own, '\n')).isFalse();
    }

    private static boolean passes(HttpFirewall firewall, int character) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader(HEADER, "a" + Character.toString(character) + "b");
        try {
            return firewall.getFirewalledRequest(request).getHeader(HEADER) != null;
        } catch (RequestRejectedException e) {
            return false;
        }
    }
}
