package org.lianji.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lianji.proof.Merkle;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;

class EntryTests {

    private static final String DIGEST = Merkle.sha256("document");

    private static Entry entry(String purpose, String basis, String item, String subject) {
        return new Entry(
                Kind.READ,
                "MZ",
                "mz",
                purpose,
                basis,
                List.of(),
                List.of(item),
                List.of(subject, subject),
                DIGEST,
                null);
    }

    @Test
    void isSealedAsOneTextAndNoOther() {
        Entry entry = entry("A", "C1", "GA01.name", "P1");

        assertThat(entry.canonical("E1", Instant.parse("2026-11-25T02:03:00Z")))
                .isEqualTo(
                        "{\"entry\":\"E1\",\"at\":\"2026-11-25T02:03:00.000Z\",\"kind\":\"READ\","
                                + "\"department\":\"MZ\",\"client\":\"mz\",\"purpose\":\"A\","
                                + "\"basis\":\"C1\",\"agreements\":[],\"items\":[\"GA01.name\"],"
                                + "\"subjects\":[\""
                                + Merkle.sha256("P1")
                                + "\"],\"content\":\""
                                + DIGEST
                                + "\",\"shownFrom\":null}");
    }

    @Test
    void keepsNothingThatCouldBeAValue() {
        Entry entry = entry("看看张三", "150902195603121010", "GA01.name", "150902195603121010");

        assertThat(entry.purpose()).isNull();
        assertThat(entry.basis()).isNull();
        assertThat(entry.subjects()).isEmpty();
        assertThatThrownBy(() -> entry("A", "C1", "张三", "P1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isKeptThreeYearsOrMore() {
        Duration often = Duration.ofSeconds(10);

        assertThat(new AuditSettings(Period.ofYears(10), often, often).retention())
                .isEqualTo(Period.ofYears(10));
        assertThat(new AuditSettings(Period.ofMonths(36), often, often).retention())
                .isEqualTo(Period.ofMonths(36));
        assertThatThrownBy(() -> new AuditSettings(Period.ofMonths(35), often, often))
                .hasMessageContaining("政务数据共享条例");
    }
}
