package org.lianji.referral;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.AgeBand;
import org.lianji.charity.Hardship;
import org.lianji.charity.HelpKind;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.util.List;

/**
 * What a person needs and government help leaves open.
 *
 * @param progress how far it has come
 * @param person token of whom it is for
 * @param places codes of the regions that they live in, the smallest first
 * @param what is needed
 * @param whose as coarse as others may see it
 * @param statedOn the basis that led to the person; null of what was stated before it was kept
 * @param kin what the person and their near relatives are known by
 */
record HelpNeed(
        Progress<NeedState> progress,
        @LinkedComponent String person,
        List<String> places,
        What what,
        Whose whose,
        @Nullable String statedOn,
        @LinkedComponent List<String> kin)
        implements Procedure<NeedState>, ReferralMatter {

    HelpNeed {
        places = List.copyOf(places);
        kin = List.copyOf(kin);
    }

    /**
     * @param kind of help
     * @param quantity in the kind's unit
     * @param urgency how long it can wait
     * @param until last day
     */
    record What(HelpKind kind, int quantity, Urgency urgency, LocalDate until) {}

    /**
     * @param age of the person
     * @param hardship of the family
     */
    record Whose(AgeBand age, Hardship hardship) {}

    /** How long a need can wait. */
    enum Urgency {
        AT_ONCE,
        SOON,
        ORDINARY
    }

    @Override
    public HelpNeed progressed(Progress<NeedState> further) {
        return new HelpNeed(further, person, places, what, whose, statedOn, kin);
    }

    @Override
    public String organisation() {
        return "";
    }
}
