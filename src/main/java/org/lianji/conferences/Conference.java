package org.lianji.conferences;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.CaseState;
import org.lianji.catalogue.Purpose;
import org.lianji.people.Kinship;
import org.lianji.platform.Caller;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Several departments about one matter.
 *
 * @param progress how far it has come
 * @param agenda what it is about
 * @param members each as department and client; who convened it comes first
 * @param opinions what they said
 * @param decision what was decided
 * @param persons tokens of whom it is about
 * @param kin what they and their near relatives are known by, who talk about nothing of it
 * @param basis on which members read of them, while it is open
 */
record Conference(
        Progress<ConferenceState> progress,
        Agenda agenda,
        List<String> members,
        Opinions opinions,
        Decision decision,
        @LinkedComponent List<String> persons,
        @LinkedComponent List<String> kin,
        @LinkedComponent @Nullable String basis)
        implements Procedure<ConferenceState> {

    Conference {
        members = List.copyOf(members);
        persons = List.copyOf(persons);
        kin = List.copyOf(kin);
    }

    /** From what kind of matter it is convened. */
    enum Origin {
        /** Once it is decided its conference may go on. */
        CASE('S', "Case", CaseState.ENDED),
        WARNING('W', "Warning", List.of("FALSE_ALARM", "CLOSED", "WITHDRAWN")),
        RELIEF('J', "ReliefCase", List.of("CLOSED", "REFERRED", "DISMISSED")),
        CLUE('L', "Clue", List.of("JOINED", "DISMISSED", "CLOSED"));

        private final char letter;
        private final String type;
        private final List<String> ended;

        Origin(char letter, String type, Collection<String> ended) {
            this.letter = letter;
            this.type = type;
            this.ended = List.copyOf(ended);
        }

        /** {@return what such matters are called in the graph} */
        String type() {
            return type;
        }

        /** {@return states in which nobody talks about it any more} */
        List<String> ended() {
            return ended;
        }

        boolean of(String matter) {
            return !matter.isEmpty() && matter.charAt(0) == letter;
        }
    }

    /**
     * @param origin kind of the matter
     * @param matter its number
     * @param topic what is to be talked about, sealed
     * @param purpose of the reads
     * @param categories that are open to the members, whole or item by item
     * @param lastDay on which they are
     */
    record Agenda(
            Origin origin,
            String matter,
            String topic,
            Purpose purpose,
            List<String> categories,
            LocalDate lastDay) {

        Agenda {
            categories = List.copyOf(categories);
        }
    }

    /**
     * @param opinionBy members who have said something, in order
     * @param opinionTexts what, sealed
     */
    record Opinions(List<String> opinionBy, List<String> opinionTexts) {

        static final Opinions NONE = new Opinions(List.of(), List.of());

        Opinions {
            opinionBy = List.copyOf(opinionBy);
            opinionTexts = List.copyOf(opinionTexts);
        }

        Opinions and(String member, String sealed) {
            return new Opinions(
                    Stream.concat(opinionBy.stream(), Stream.of(member)).toList(),
                    Stream.concat(opinionTexts.stream(), Stream.of(sealed)).toList());
        }
    }

    /**
     * @param decided what, sealed
     * @param allowed how much may be given in all, in fen; null where it is not about an amount
     * @param allowedBy the rule by which it may; null likewise
     * @param minutes of the conference, sealed
     * @param minutesHash SHA-256 of them, as it stands on the chain
     */
    record Decision(
            @Nullable String decided,
            @Nullable Long allowed,
            @Nullable String allowedBy,
            @Nullable String minutes,
            @Nullable String minutesHash) {

        static final Decision NONE = new Decision(null, null, null, null, null);
    }

    @Override
    public Conference progressed(Progress<ConferenceState> further) {
        return new Conference(further, agenda, members, opinions, decision, persons, kin, basis);
    }

    Conference with(Opinions more) {
        return new Conference(progress, agenda, members, more, decision, persons, kin, basis);
    }

    Conference with(Decision taken) {
        return new Conference(progress, agenda, members, opinions, taken, persons, kin, basis);
    }

    /** {@return how a member is written down} */
    static String member(String department, String client) {
        return Kinship.account(department, client);
    }

    static String member(Caller caller) {
        return member(caller.department(), caller.client());
    }

    /** {@return whether it is about the caller, or a near relative (社会救助法 §62)} */
    boolean related(Caller caller) {
        return Kinship.has(kin, caller);
    }

    /** {@return members who are no near relatives of whom it is about} */
    List<String> unrelated() {
        return members.stream().filter(one -> !kin.contains(one)).toList();
    }

    /** {@return code of the department that convened it} */
    String department() {
        String convener = members.getFirst();
        return convener.substring(0, convener.indexOf('|'));
    }

    boolean over(LocalDate today) {
        return today.isAfter(agenda.lastDay());
    }

    /** {@return whether its content is open to the caller: to members while it is open} */
    boolean tells(Caller caller, LocalDate today) {
        return !related(caller)
                && (member(caller).equals(members.getFirst()) || opens(caller, today));
    }

    /**
     * {@return whether how much it allows shows to the caller: once it is decided to members of the
     * department that convened it, who give it}
     */
    boolean allows(Caller caller, LocalDate today) {
        return tells(caller, today)
                || state() == ConferenceState.DECIDED
                        && members.contains(member(caller))
                        && caller.department().equals(department())
                        && !related(caller);
    }

    /** {@return whether members, who convened it among them, read of the persons} */
    boolean opens(Caller caller, LocalDate today) {
        return members.contains(member(caller))
                && !related(caller)
                && state() == ConferenceState.OPEN
                && !over(today);
    }
}
