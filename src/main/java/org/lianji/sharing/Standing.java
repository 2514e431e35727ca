package org.lianji.sharing;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What has happened to an agreement that its state does not tell.
 *
 * @param materialAsked whether more material was asked for
 * @param prepared whether the provider's sharing unit has prepared the approval
 * @param extensionAsked by how many days the provider asked to answer later
 * @param extended whether that was granted
 * @param terminationProposedBy which party proposed to end it
 * @param from first day in force
 * @param until last day in force
 */
record Standing(
        boolean materialAsked,
        boolean prepared,
        @Nullable Integer extensionAsked,
        boolean extended,
        @Nullable String terminationProposedBy,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    static final Standing NEW = new Standing(false, false, null, false, null, null, null);

    /** What was prepared is void, since the material will change. */
    Standing asked() {
        return new Standing(
                true, false, extensionAsked, extended, terminationProposedBy, from, until);
    }

    Standing made() {
        return new Standing(
                materialAsked, true, extensionAsked, extended, terminationProposedBy, from, until);
    }

    Standing extension(@Nullable Integer days, boolean granted) {
        return new Standing(
                materialAsked, prepared, days, granted, terminationProposedBy, from, until);
    }

    Standing proposed(@Nullable String party) {
        return new Standing(materialAsked, prepared, extensionAsked, extended, party, from, until);
    }

    Standing running(LocalDate first, LocalDate last) {
        return new Standing(
                materialAsked,
                prepared,
                extensionAsked,
                extended,
                terminationProposedBy,
                first,
                last);
    }
}
