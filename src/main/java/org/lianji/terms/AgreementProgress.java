package org.lianji.terms;

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
 * @param suspension when it was suspended, and for what
 * @param from first day in force
 * @param until last day in force
 */
public record AgreementProgress(
        boolean materialAsked,
        boolean prepared,
        @Nullable Integer extensionAsked,
        boolean extended,
        @Nullable String terminationProposedBy,
        Suspension suspension,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    public static final AgreementProgress NEW =
            new AgreementProgress(false, false, null, false, null, Suspension.NONE, null, null);

    /** What was prepared is void, since the material will change. */
    public AgreementProgress asked() {
        return with(true, false, extensionAsked, extended, terminationProposedBy, suspension);
    }

    public AgreementProgress made() {
        return with(
                materialAsked, true, extensionAsked, extended, terminationProposedBy, suspension);
    }

    public AgreementProgress extension(@Nullable Integer days, boolean granted) {
        return with(materialAsked, prepared, days, granted, terminationProposedBy, suspension);
    }

    public AgreementProgress proposed(@Nullable String party) {
        return with(materialAsked, prepared, extensionAsked, extended, party, suspension);
    }

    /** Where it is suspended or goes on, nobody's proposal to end it stands any more. */
    public AgreementProgress suspended(Suspension other) {
        return with(materialAsked, prepared, extensionAsked, extended, null, other);
    }

    /** It goes on by itself, and proposals stand. */
    public AgreementProgress outlived(Suspension other) {
        return with(
                materialAsked, prepared, extensionAsked, extended, terminationProposedBy, other);
    }

    public AgreementProgress running(LocalDate first, LocalDate last) {
        return new AgreementProgress(
                materialAsked,
                prepared,
                extensionAsked,
                extended,
                terminationProposedBy,
                suspension,
                first,
                last);
    }

    private AgreementProgress with(
            boolean material,
            boolean made,
            @Nullable Integer days,
            boolean granted,
            @Nullable String proposedBy,
            Suspension other) {
        return new AgreementProgress(material, made, days, granted, proposedBy, other, from, until);
    }
}
