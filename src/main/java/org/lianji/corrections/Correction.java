package org.lianji.corrections;

import org.jspecify.annotations.Nullable;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * A correction (校核): somebody who sees an item of a record says that it is wrong, and its source
 * department answers (政务数据共享条例 §26; 个人信息保护法 §46).
 *
 * @param progress how far it has come
 * @param on what is said to be wrong
 * @param raiser who says so
 * @param claim what is wrong, sealed
 * @param evidence where the proof is, sealed
 */
record Correction(
        Progress<CorrectionState> progress,
        On on,
        Raiser raiser,
        String claim,
        @Nullable String evidence)
        implements Procedure<CorrectionState> {

    /**
     * An item of a record as it was seen.
     *
     * @param record identifier of that version of the record
     * @param category code of its category
     * @param item name of the item
     * @param owner code of its source department
     * @param persons tokens of the persons it is about
     */
    record On(
            @LinkedComponent String record,
            String category,
            String item,
            String owner,
            @LinkedComponent List<String> persons) {

        On {
            persons = List.copyOf(persons);
        }
    }

    /**
     * @param department its code; empty for a citizen
     * @param client with whose token
     * @param person token of the citizen
     * @param purpose letter of the purpose for which the item was seen
     * @param basis on which it was seen
     * @param shownFrom when the person may learn of it, where it is not at once
     */
    record Raiser(
            String department,
            String client,
            @Nullable String person,
            String purpose,
            @Nullable String basis,
            @Nullable ZonedDateTime shownFrom) {}

    @Override
    public Correction progressed(Progress<CorrectionState> further) {
        return new Correction(further, on, raiser, claim, evidence);
    }

    String owner() {
        return on.owner();
    }
}
