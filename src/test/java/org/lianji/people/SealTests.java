package org.lianji.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

class SealTests {

    private static final String TEXT = "张三,150902195603121010";

    private final Seal seal = seal("a key of thirty-two characters..");

    @Test
    void opensWhatItClosedInItsPlace() {
        assertThat(seal.open("batch", 7, seal.close("batch", 7, TEXT))).contains(TEXT);
        assertThat(seal.open("batch", 7, seal.close("batch", 7, ""))).contains("");
    }

    @Test
    void opensNothingWithAnotherKeyOrInAnotherPlace() {
        byte[] closed = seal.close("batch", 7, TEXT);

        assertThat(seal("another key of as many characters").open("batch", 7, closed)).isEmpty();
        assertThat(seal.open("other", 7, closed)).isEmpty();
        assertThat(seal.open("batch", 8, closed)).isEmpty();
    }

    @Test
    void opensNothingThatWasChangedOrCut() {
        byte[] closed = seal.close("batch", 7, TEXT);
        for (int at : new int[] {0, 11, 12, closed.length - 1}) {
            byte[] changed = closed.clone();
            changed[at] ^= 1;
            assertThat(seal.open("batch", 7, changed)).as("byte %d", at).isEmpty();
        }
        for (int length : new int[] {0, 11, 12, 27, closed.length - 1}) {
            byte[] cut = Arrays.copyOf(closed, length);
            assertThat(seal.open("batch", 7, cut)).as("%d bytes", length).isEmpty();
        }
    }

    @Test
    void hidesTheTextAndThatTwoAreTheSame() {
        byte[] closed = seal.close("batch", 7, TEXT);

        assertThat(new String(closed, StandardCharsets.ISO_8859_1)).doesNotContain("150902");
        assertThat(closed).isNotEqualTo(seal.close("batch", 7, TEXT));
    }

    private static Seal seal(String key) {
        return new Seal(key.getBytes(StandardCharsets.UTF_8));
    }
}
