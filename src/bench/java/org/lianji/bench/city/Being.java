package org.lianji.bench.city;

import java.time.LocalDate;

/**
 * A human being before any paper: sex, birth, death and kin.
 *
 * @param index position among the kin
 * @param household which of the kin's registered households
 * @param died {@link #NEVER} while alive
 * @param spouse index of the spouse, or {@link #NOBODY}
 */
record Being(
        int index,
        int household,
        Relation relation,
        Sex sex,
        LocalDate birth,
        LocalDate died,
        int spouse,
        int father,
        int mother) {

    static final LocalDate NEVER = LocalDate.MAX;
    static final int NOBODY = -1;

    boolean alive() {
        return died == NEVER;
    }
}
