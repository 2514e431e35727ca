package org.lianji.sharing;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A correction (校核): somebody who sees an item of a record says that it is wrong, and its source
 * department answers (政务数据共享条例 §26; 个人信息保护法 §46).
 *
 * @param id opaque
 * @param version grows with each change
 * @param state where it stands
 * @param on what is said to be wrong
 * @param raiser who says so
 * @param sealed what they say, sealed
 * @param createdAt when it was raised
 * @param changedAt when it was last changed
 * @param deadline the clock of the answer
 */
record Correction(
        String id,
        long version,
        CorrectionState state,
        On on,
        Raiser raiser,
        Sealed sealed,
        ZonedDateTime createdAt,
        ZonedDateTime changedAt,
        Deadline deadline) {

    /**
     * An item of a record as it was seen.
     *
     * @param record identifier of that version of the record
     * @param category code of its category
     * @param item name of the item
     * @param owner code of its source department
     * @param persons tokens of the persons it is about
     */
    record On(String record, String category, String item, String owner, List<String> persons) {

        On {
            persons = List.copyOf(persons);
        }
    }

    /**
     * @param department its code; empty for a citizen
     * @param client with whose token
     * @param person token of the citizen
     * @param purpose letter of the purpose for which the item was seen
     * @param shownFrom when the person may learn of it, where it is not at once
     */
    record Raiser(
            String department,
            String client,
            @Nullable String person,
            String purpose,
            @Nullable ZonedDateTime shownFrom) {}

    /**
     * @param claim what is wrong
     * @param evidence where the proof is
     */
    record Sealed(String claim, @Nullable String evidence) {}

    String owner() {
        return on.owner();
    }

    boolean overdue(LocalDate today) {
        return deadline.overdue(today);
    }

    /** {@return whether nobody has answered yet} */
    boolean pending() {
        return state == CorrectionState.RAISED;
    }
}
