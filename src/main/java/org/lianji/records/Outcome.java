package org.lianji.records;

import org.jspecify.annotations.Nullable;
import org.lianji.upload.Columns;
import org.lianji.upload.ContributionCode;
import org.lianji.upload.Finding;

import java.util.List;

/**
 * What became of a row.
 *
 * @param row its place in the batch, from 1
 * @param recordNo the owner's number of the fact, where it could be read
 * @param kind what became of it
 * @param record id of the record that holds the fact, where one does
 * @param findings what was wrong with a rejected row, or why one is to be reviewed
 */
public record Outcome(
        long row,
        @Nullable String recordNo,
        OutcomeKind kind,
        @Nullable String record,
        List<Finding> findings) {

    /** Why a row with a number is to be reviewed. */
    static final List<Finding> NAME_DIFFERS =
            List.of(new Finding(ContributionCode.NAME_DIFFERS, Columns.PERSON_NAME));

    boolean nameDiffers() {
        return kind == OutcomeKind.TO_REVIEW && findings.equals(NAME_DIFFERS);
    }
}
