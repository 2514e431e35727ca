package org.lianji.relief;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Anchor;
import org.lianji.catalogue.Purpose;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * First help for a person at the place where they are in distress.
 *
 * @param progress how far it has come
 * @param found what was found, and where
 * @param about whom it is for, as far as that is known
 * @param workers the two who answer for it
 * @param help what was given
 * @param cap how much may be given, where the county has said so
 * @param again whether the county lets the person have help for that cause once more this year
 * @param referral where the person was referred afterwards, as the catalogue names it
 * @param papers that came afterwards
 * @param basis on which the workers see the person, while it is open
 */
record ReliefCase(
        Progress<ReliefState> progress,
        Found found,
        About about,
        Workers workers,
        Help help,
        Cap cap,
        boolean again,
        @Nullable String referral,
        Papers papers,
        @LinkedComponent @Nullable String basis)
        implements Procedure<ReliefState> {

    private static final String NO_REFERRAL = "NONE";

    /**
     * @param places codes of the place, its township and its county
     * @param cause of the distress
     * @param foundAt when somebody saw it
     */
    record Found(List<String> places, Cause cause, ZonedDateTime foundAt) {

        Found {
            places = List.copyOf(places);
        }

        String township() {
            return places.get(places.size() - 2);
        }
    }

    /**
     * @param temporaryNo of a person who was found without identity
     * @param description of them, sealed
     * @param namedBy client of who said later who they are, and doesn't see them by that
     * @param said keyed hash of the number that one officer has said, and another has still to say
     * @param saidBy client of that officer
     * @param person token, once it is known who they are
     * @param kin tokens of the person and of near relatives, who handle nothing of it
     */
    record About(
            @Nullable String temporaryNo,
            @Nullable String description,
            @Nullable String namedBy,
            @Nullable String said,
            @Nullable String saidBy,
            @LinkedComponent @Nullable String person,
            @LinkedComponent List<String> kin) {

        About {
            kin = List.copyOf(kin);
        }

        /** {@return the same, of somebody who is known} */
        About named(String token, @Nullable String by) {
            return new About(temporaryNo, description, by, null, null, token, kin);
        }

        /** {@return the same, once one officer has said whose number it is} */
        About said(String hash, Caller by) {
            return new About(temporaryNo, description, namedBy, hash, by.client(), person, kin);
        }

        /**
         * @throws Problem IDENTITY_DIFFERS where another officer has said another number
         */
        void require(String hash) {
            if (said != null && !said.equals(hash)) {
                throw new Problem(ReliefCode.IDENTITY_DIFFERS);
            }
        }

        boolean saidByAnother(Caller caller) {
            return saidBy != null && !saidBy.equals(caller.client());
        }
    }

    /**
     * @param opener client of who reported it
     * @param second client of who gives the help
     * @param allowedBy client of who lets the person have help once more; null where nobody did
     */
    record Workers(String opener, String second, @Nullable String allowedBy) {

        boolean has(Caller caller) {
            return caller.client().equals(opener) || caller.client().equals(second);
        }
    }

    /**
     * @param amount of all that was given, in fen; null where nothing or goods alone were
     * @param goods that were given
     * @param givenAt when, the first of several times
     * @param latest what was given the last time, in fen
     * @param parts how often; null before the first time, and of what was given before there were
     *     parts
     */
    record Help(
            @Nullable Long amount,
            @Nullable String goods,
            @Nullable ZonedDateTime givenAt,
            @Nullable Long latest,
            @Nullable Integer parts) {

        static final Help NONE = new Help(null, null, null, null, null);

        long total() {
            return amount == null ? 0 : amount;
        }

        /** {@return the same, with another part} */
        Help more(long fen) {
            return new Help(total() + fen, goods, givenAt, fen, (parts == null ? 1 : parts) + 1);
        }
    }

    /**
     * How much the county lets be given in all, beyond a month's standard.
     *
     * @param approved in fen; null where it has not been asked
     * @param approvedBy client of who lets it be given, and gives none of it
     * @param capRule by which a conference let so much be given; null without one
     */
    record Cap(@Nullable Long approved, @Nullable String approvedBy, @Nullable String capRule) {

        static final Cap NONE = new Cap(null, null, null);
    }

    /**
     * What came afterwards: each paper by where it is kept and its digest, never what is in it.
     *
     * @param paperReferences numbers of the papers, or where they are kept, sealed
     * @param paperDigests SHA-256 of each, in the same order
     * @param papersDoneOn when they were complete; null before that
     */
    record Papers(
            List<String> paperReferences,
            List<String> paperDigests,
            @Nullable LocalDate papersDoneOn) {

        static final Papers NONE = new Papers(List.of(), List.of(), null);

        Papers {
            paperReferences = List.copyOf(paperReferences);
            paperDigests = List.copyOf(paperDigests);
        }
    }

    /** What caused the distress, as the catalogue names it. */
    enum Cause {
        DISASTER,
        MISFORTUNE,
        ILLNESS,
        ACCIDENT,
        UNEMPLOYMENT,
        EDUCATION,
        DISABILITY,
        OTHER
    }

    /** {@return whether the caller is the first of two who say, after the help, who it was} */
    boolean firstSays(Caller caller) {
        return state() != ReliefState.REPORTED
                && about.person() == null
                && !about.saidByAnother(caller);
    }

    @Override
    public List<String> places() {
        return found.places();
    }

    @Override
    public ReliefCase progressed(Progress<ReliefState> further) {
        return new ReliefCase(
                further, found, about, workers, help, cap, again, referral, papers, basis);
    }

    ReliefCase of(About known) {
        return new ReliefCase(
                progress, found, known, workers, help, cap, again, referral, papers, basis);
    }

    ReliefCase with(Help given) {
        return new ReliefCase(
                progress, found, about, workers, given, cap, again, referral, papers, basis);
    }

    ReliefCase with(Cap other) {
        return new ReliefCase(
                progress, found, about, workers, help, other, again, referral, papers, basis);
    }

    /** {@return the same, of a person who may have help once more this year} */
    ReliefCase allowedAgain() {
        return new ReliefCase(
                progress, found, about, workers, help, cap, true, referral, papers, basis);
    }

    ReliefCase by(Workers others) {
        return new ReliefCase(
                progress, found, about, others, help, cap, again, referral, papers, basis);
    }

    /** {@return the same, closed: with no referral, or with the one that nobody followed} */
    ReliefCase closed() {
        return state() == ReliefState.REFERRED ? this : referred(NO_REFERRAL);
    }

    ReliefCase referred(String where) {
        return new ReliefCase(
                progress, found, about, workers, help, cap, again, where, papers, basis);
    }

    ReliefCase with(Papers complete) {
        return new ReliefCase(
                progress, found, about, workers, help, cap, again, referral, complete, basis);
    }

    /** {@return whether help has reached a person who is known: then it is a record of theirs} */
    boolean isRecorded() {
        return help.givenAt() != null && about.person() != null;
    }

    ZonedDateTime givenAt() {
        return Objects.requireNonNull(help.givenAt());
    }

    /** {@return clients that see whom it is for: both workers, but not on their own word alone} */
    List<String> onlookers() {
        return Stream.of(workers.opener(), workers.second())
                .filter(client -> !client.equals(about.namedBy()))
                .toList();
    }

    /** {@return the basis, for those who see whom it is for} */
    @Nullable String basis(Caller caller) {
        return onlookers().contains(caller.client()) ? basis : null;
    }

    /** {@return whom it is for, for those of the two who see it} */
    @Nullable Anchor anchor(Caller caller) {
        return basis(caller) instanceof String basis && about.person() instanceof String person
                ? new Anchor(basis, Purpose.D, Map.of("person", person))
                : null;
    }
}
