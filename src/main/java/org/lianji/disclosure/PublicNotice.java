package org.lianji.disclosure;

import org.jspecify.annotations.Nullable;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.util.List;

/**
 * What a village reads of somebody who is to get help.
 *
 * @param progress how far it has come
 * @param places codes of the village, its township and its county
 * @param shown what everybody may read
 * @param lastDay on which it hangs
 * @param matter identifier of the flow's matter on whose basis it was posted
 * @param finding what came of an objection
 * @param concern whom it is about, and who posted it
 */
record PublicNotice(
        Progress<NoticeState> progress,
        List<String> places,
        Shown shown,
        LocalDate lastDay,
        @Nullable String matter,
        Finding finding,
        Concern concern)
        implements Procedure<NoticeState> {

    PublicNotice {
        places = List.copyOf(places);
    }

    /**
     * @param name of the applicant, sealed
     * @param members of the family
     * @param amount in fen; null of what isn't paid
     * @param kind of help
     */
    record Shown(String name, int members, @Nullable Long amount, Kind kind) {}

    /**
     * @param person token of the applicant
     * @param kin tokens of the applicant and of near relatives, who judge no objection
     * @param by client who posted it; null before
     */
    record Concern(
            @LinkedComponent String person,
            @LinkedComponent List<String> kin,
            @LinkedComponent @Nullable String by) {

        Concern {
            kin = List.copyOf(kin);
        }
    }

    /** How an objection was looked into. */
    enum Inquiry {
        RESURVEY,
        APPRAISAL
    }

    /**
     * @param inquiry how an objection was looked into; null where there was none, or it is not
     *     answered
     * @param upheld whether it was right; null likewise
     */
    record Finding(@Nullable Inquiry inquiry, @Nullable Boolean upheld) {

        static final Finding NONE = new Finding(null, null);
    }

    /** What is to be given. */
    enum Kind {
        DIBAO("最低生活保障", true),
        EXTREME_HARDSHIP("特困人员救助供养", true),
        MARGIN("最低生活保障边缘家庭", false),
        RIGID_EXPENDITURE("刚性支出困难家庭", false),
        TEMPORARY_RELIEF("临时救助（支出型）", true);

        private final String zh;
        private final boolean paid;

        Kind(String zh, boolean paid) {
            this.zh = zh;
            this.paid = paid;
        }

        /** {@return whether money is given; a mere recognition has no amount} */
        boolean paid() {
            return paid;
        }

        String zh() {
            return zh;
        }
    }

    /** What came of it. */
    enum Outcome {
        PENDING,
        CLEAN,
        OBJECTED,
        ANSWERED,
        WITHDRAWN
    }

    @Override
    public PublicNotice progressed(Progress<NoticeState> further) {
        return new PublicNotice(further, places, shown, lastDay, matter, finding, concern);
    }

    PublicNotice with(Finding found) {
        return new PublicNotice(progress, places, shown, lastDay, matter, found, concern);
    }

    String person() {
        return concern.person();
    }

    String village() {
        return places.getFirst();
    }

    boolean over(LocalDate today) {
        return today.isAfter(lastDay);
    }

    /** {@return whether everybody reads it on a day} */
    boolean hangs(LocalDate today) {
        return (state() == NoticeState.POSTED || state() == NoticeState.OBJECTED) && !over(today);
    }

    /** {@return what came of it, as of a day: it is clean once nobody has objected to the end} */
    Outcome outcome(LocalDate today) {
        return switch (state()) {
            case POSTED -> over(today) ? Outcome.CLEAN : Outcome.PENDING;
            case OBJECTED -> Outcome.OBJECTED;
            case ANSWERED -> Outcome.ANSWERED;
            case WITHDRAWN -> Outcome.WITHDRAWN;
        };
    }
}
