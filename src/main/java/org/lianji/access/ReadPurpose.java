package org.lianji.access;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Purpose;

/**
 * A request's reason, understood. The first letter of a basis tells its kind, so that a decision
 * need not look it up; whether there is such a basis is part of the statement that reads.
 *
 * @param purpose what the read is for
 * @param basis identifier of the basis
 */
public record ReadPurpose(@Nullable Purpose purpose, @Nullable String basis) {

    /** Kind letter of cases, warnings and orders, which concern persons. */
    public static final char CONCERNS = 'C';

    /** Kind letter of review plans and comparison runs, which cover regions. */
    public static final char COVERS = 'V';

    /** Kind letter of emergency accesses. */
    public static final char EMERGENCY = 'E';

    /** Kind letter of conferences, whose members read for some categories only. */
    public static final char CONFERENCE = 'U';

    /** {@return whether a conference is claimed} */
    boolean confers() {
        return starts(CONFERENCE);
    }

    /** {@return whether an emergency access is claimed, for what it is good for} */
    public boolean emergency() {
        return purpose == Purpose.D && starts(EMERGENCY);
    }

    /** {@return whether a plan or a run over regions is claimed} */
    public boolean covers() {
        return starts(COVERS);
    }

    private boolean starts(char kind) {
        return basis != null && !basis.isEmpty() && basis.charAt(0) == kind;
    }
}
