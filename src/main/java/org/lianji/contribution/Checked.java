package org.lianji.contribution;

import java.util.List;

/** A row after its checks. */
sealed interface Checked {

    /** {@return the row as it came} */
    RawRow raw();

    /**
     * @param raw without any value
     */
    record Empty(RawRow raw) implements Checked {}

    /**
     * @param raw as it came
     * @param row which may be kept
     */
    record Sound(RawRow raw, Row row) implements Checked {}

    /**
     * @param raw which may not be kept
     * @param findings everything wrong with it
     */
    record Faulty(RawRow raw, List<Finding> findings) implements Checked {}
}
