package org.lianji.limits;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lianji.TestClock;
import org.lianji.platform.Problem;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.Duration;
import java.util.Map;

/** Who asks without a token is known by the address, and by the network of an IPv6 address. */
class AddressRatesTests {

    private final TestClock clock = new TestClock();

    private final AddressRates rates =
            new AddressRates(
                    new Binder(
                                    new MapConfigurationPropertySource(
                                            Map.of(
                                                    "lianji.limits.address-burst", 1,
                                                    "lianji.limits.address-objections", 2)))
                            .bindOrCreate("lianji.limits", LimitSettings.class),
                    clock);

    @Test
    void makesOneAddressWaitAndNoOther() {
        rates.take("192.0.2.1");
        assertThatThrownBy(() -> rates.take("192.0.2.1")).isInstanceOf(Problem.class);
        assertThatCode(() -> rates.take("192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void letsOneAddressObjectAFewTimesADay() {
        rates.takeObjection("192.0.2.1");
        rates.takeObjection("192.0.2.1");
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> rates.takeObjection("192.0.2.1")).isInstanceOf(Problem.class);
        assertThatCode(() -> rates.takeObjection("192.0.2.2")).doesNotThrowAnyException();

        clock.advance(Duration.ofHours(12));
        assertThatCode(() -> rates.takeObjection("192.0.2.1")).doesNotThrowAnyException();
    }

    @Test
    void takesANetworkOfIpv6ForOneAddress() {
        rates.take("2001:db8:0:1:0:0:0:1");
        assertThatThrownBy(() -> rates.take("2001:db8:0:1:ffff:0:0:9")).isInstanceOf(Problem.class);
        assertThatCode(() -> rates.take("2001:db8:0:2:0:0:0:1")).doesNotThrowAnyException();
    }
}
