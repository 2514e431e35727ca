package org.lianji.records;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * News of a record that was taken back; its subject is the record.
 *
 * @param category code of its category
 * @param record its identifier
 * @param restored identifier of the version before it, which holds again, if there is one
 * @param persons identifiers of all whom the two are about or name
 */
public record RecordWithdrawn(
        String category, String record, @Nullable String restored, List<String> persons) {

    public static final String KIND = "Withdrawn";
}
