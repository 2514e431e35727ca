package org.lianji.cooperation;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Anchor;
import org.lianji.catalogue.Purpose;
import org.lianji.people.Kinship;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * What the county of registration is asked about somebody who is helped elsewhere.
 *
 * @param progress how far it has come
 * @param request who asks whom for what
 * @param reply who answers, and what
 * @param person token of whom it is about
 * @param kin tokens of the person and of near relatives, who handle nothing of it
 * @param basis on which whoever has taken it on sees the person
 */
record CooperationTask(
        Progress<CooperationState> progress,
        Request request,
        Reply reply,
        @LinkedComponent @Nullable String person,
        @LinkedComponent List<String> kin,
        @LinkedComponent @Nullable String basis)
        implements Procedure<CooperationState> {

    CooperationTask {
        kin = List.copyOf(kin);
    }

    /** What kind of help it is for. */
    enum Origin {
        RELIEF(Purpose.D),
        CASE(Purpose.A);

        private final Purpose purpose;

        Origin(Purpose purpose) {
            this.purpose = purpose;
        }

        Purpose purpose() {
            return purpose;
        }

        static Origin of(String label) {
            return label.equals("ReliefCase") ? RELIEF : CASE;
        }
    }

    /** What the county of registration knows. */
    enum Outcome {
        REGISTERED_NOT_HELPED,
        REGISTERED_AND_HELPED,
        NOT_REGISTERED
    }

    /**
     * @param places codes of the place of the help and of what it lies in
     * @param registration code of the county of registration
     * @param letterNo number of the letter to a county outside of the city
     * @param question what is asked, sealed
     * @param lead code of the department that answers for the clock
     */
    record Request(
            Origin origin,
            String matter,
            List<String> places,
            String registration,
            @Nullable String letterNo,
            String question,
            String lead) {

        Request {
            places = List.copyOf(places);
        }
    }

    /**
     * @param handler client of the county of registration who has taken it on
     * @param answer sealed
     */
    record Reply(
            @Nullable String handler,
            @Nullable Outcome outcome,
            @Nullable String answer,
            @Nullable ZonedDateTime answeredAt) {

        static final Reply NONE = new Reply(null, null, null, null);

        Reply by(String client) {
            return new Reply(client, outcome, answer, answeredAt);
        }

        Reply saying(Outcome known, String sealed, ZonedDateTime at) {
            return new Reply(handler, known, sealed, at);
        }
    }

    @Override
    public List<String> places() {
        return request.places();
    }

    @Override
    public CooperationTask progressed(Progress<CooperationState> further) {
        return new CooperationTask(further, request, reply, person, kin, basis);
    }

    CooperationTask with(Reply other) {
        return new CooperationTask(progress, request, other, person, kin, basis);
    }

    /** {@return whether the county lies in the city, whose officers read the task} */
    boolean inside() {
        return inside(request.registration());
    }

    static boolean inside(String county) {
        return county.startsWith(Regions.CITY);
    }

    /** {@return whether the caller belongs to where the help is given} */
    boolean asks(Caller caller) {
        return request.places().contains(caller.region());
    }

    /** {@return whom it is about, for who has taken it on, until they have answered} */
    @Nullable Anchor anchor(Caller caller) {
        return caller.client().equals(reply.handler())
                        && !Kinship.has(kin, caller)
                        && basis instanceof String open
                        && person instanceof String token
                ? new Anchor(open, request.origin().purpose(), Map.of("person", token))
                : null;
    }
}
