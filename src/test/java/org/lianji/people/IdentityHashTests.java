package org.lianji.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentityHashTests {

    private static final String NUMBER = "150902195603121010";

    @Test
    void dependsOnNumberAndKeyAndHidesTheNumber() {
        IdentityHash hash = new IdentityHash("one key of thirty-two characters".getBytes());
        IdentityHash other = new IdentityHash("another of thirty-two characters".getBytes());

        assertThat(hash.of(NUMBER)).isEqualTo(hash.of(NUMBER)).hasSize(44).doesNotContain("1956");
        assertThat(hash.of(NUMBER)).isNotEqualTo(other.of(NUMBER));
        assertThat(hash.of(NUMBER)).isNotEqualTo(hash.of("150924198807042025"));
    }

    @Test
    void writesNoNumberIntoLogs() {
        assertThat(new Identity("hash", NUMBER).toString()).doesNotContain(NUMBER);
    }
}
