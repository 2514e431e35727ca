package org.lianji.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;

/** Numbers go to a source over TLS, or nowhere. */
class HttpOutsideSourceTests {

    private static HttpOutsideSource at(String url) {
        return new HttpOutsideSource(
                OutsideKind.BANK,
                new OutsideSettings.Endpoint(
                        URI.create(url), "secret", Duration.ofSeconds(1), 0, Duration.ofMillis(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bank.example/means",
                "http://10.0.0.7:8080/means",
                "ftp://bank.example/means",
                "/means"
            })
    void refusesWhatIsOpenOnTheWay(String url) {
        assertThatThrownBy(() -> at(url))
                .hasMessageContaining("is not https")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bank.example/means",
                "http://127.0.0.1:9/means",
                "http://localhost:9/means"
            })
    void takesTlsAndTheMachineItself(String url) {
        assertThat(at(url).kind()).isEqualTo(OutsideKind.BANK);
    }
}
