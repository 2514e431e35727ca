package org.lianji.records;

import org.lianji.upload.Finding;
import org.lianji.upload.RawRow;

import java.util.List;

/** A row after its checks. */
public sealed interface CheckedRow {

    /** {@return the row as it came} */
    RawRow raw();

    /**
     * @param raw without any value
     */
    record Empty(RawRow raw) implements CheckedRow {}

    /**
     * @param raw as it came
     * @param row which may be kept
     */
    record Valid(RawRow raw, Row row) implements CheckedRow {}

    /**
     * @param raw which may not be kept
     * @param findings everything wrong with it
     */
    record Invalid(RawRow raw, List<Finding> findings) implements CheckedRow {}
}
