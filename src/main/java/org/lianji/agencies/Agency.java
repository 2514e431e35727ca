package org.lianji.agencies;

import org.jspecify.annotations.Nullable;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.util.List;

/**
 * Somebody's right to apply for somebody else.
 *
 * @param progress how far it has come
 * @param authority the paper that it rests on
 * @param parties who acts for whom
 */
record Agency(Progress<AgencyState> progress, Authority authority, Parties parties)
        implements Procedure<AgencyState> {

    /** What it rests on. */
    enum Kind {
        /** Who can't apply by themself has asked the agent to (民法典 §165). */
        MANDATE,
        /** Of a grown-up who can't act: decided by a court, or agreed by kin or a committee. */
        GUARDIAN_OF_ADULT
    }

    /** What an agent may do. */
    enum Scope {
        /** Submits applications, follows them, withdraws them and objects to their checks. */
        APPLY
    }

    /**
     * @param kind what it rests on
     * @param covers what the agent may do
     * @param authorityNo number of the paper
     * @param authorityHash SHA-256 of the paper, in small hexadecimal letters
     * @param until last day; null of a guardian whose paper names none
     * @param places codes of the regions where it was recorded, the smallest first
     */
    record Authority(
            Kind kind,
            Scope covers,
            String authorityNo,
            String authorityHash,
            @Nullable LocalDate until,
            List<String> places) {

        Authority {
            places = List.copyOf(places);
        }
    }

    /**
     * @param principal token of whom the agent acts for
     * @param agent token of who acts
     * @param kin what both and their near relatives are known by, who handle nothing of it
     * @param dead whether one of the two has died
     */
    record Parties(
            @LinkedComponent String principal,
            @LinkedComponent String agent,
            @LinkedComponent List<String> kin,
            @LinkedComponent boolean dead) {

        Parties {
            kin = List.copyOf(kin);
        }
    }

    @Override
    public List<String> places() {
        return authority.places();
    }

    @Override
    public Agency progressed(Progress<AgencyState> further) {
        return new Agency(further, authority, parties);
    }

    /** {@return whether the agent may act on that day} */
    boolean inForce(LocalDate today) {
        return state() == AgencyState.VALID
                && !parties.dead
                && (authority.until == null || !authority.until.isBefore(today));
    }

    /** {@return what no two valid agencies have in common} */
    String openKey() {
        return authority.kind + "|" + parties.principal;
    }
}
