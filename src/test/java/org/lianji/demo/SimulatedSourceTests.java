package org.lianji.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lianji.means.OutsideAnswer;
import org.lianji.means.OutsideInquiry;
import org.lianji.means.OutsideKind;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** What a demo's banks say hangs on the person alone, and one insurer is away now and then. */
class SimulatedSourceTests {

    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-02T04:00:00Z"), ZoneOffset.UTC);
    private static final long LIMIT = 6_000_000;

    private static OutsideInquiry about(String requestNo, int from, int to) {
        return new OutsideInquiry(
                requestNo,
                "SQ",
                IntStream.range(from, to)
                        .mapToObj(
                                i ->
                                        new OutsideInquiry.Subject(
                                                String.valueOf(i), "N%04d".formatted(i)))
                        .toList());
    }

    @Test
    void tellsTheSameOfSomebodyWhoeverAsks() throws IOException {
        OutsideAnswer once = new SimulatedSource(OutsideKind.BANK, NOON).ask(about("S1", 0, 300));
        OutsideAnswer again = new SimulatedSource(OutsideKind.BANK, NOON).ask(about("S2", 0, 300));

        assertThat(again).isEqualTo(once);
        List<Long> sums = once.persons().stream().map(OutsideAnswer.PersonSum::fen).toList();
        assertThat(sums).hasSize(300);
        assertThat(sums.stream().filter(fen -> fen > LIMIT).count()).isBetween(3L, 40L);
    }

    @Test
    void doesNotKnowEverybodysWallet() throws IOException {
        assertThat(
                        new SimulatedSource(OutsideKind.PAYMENT_INSTITUTION, NOON)
                                .ask(about("S1", 0, 300))
                                .persons()
                                .size())
                .isBetween(250, 299);
    }

    @Test
    void isAwayWhenItIsFirstAskedAboutSomeAndThereTheNextTime() throws IOException {
        SimulatedSource insurer = new SimulatedSource(OutsideKind.INSURANCE, NOON);

        assertThatThrownBy(() -> insurer.ask(about("S1", 0, 300))).isInstanceOf(IOException.class);
        assertThat(insurer.ask(about("S1", 0, 300)).persons()).hasSize(300);
    }
}
