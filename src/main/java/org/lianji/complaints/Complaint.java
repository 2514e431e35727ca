package org.lianji.complaints;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * What somebody complains about.
 *
 * @param progress how far it has come
 * @param places codes of the place, its township and its county, as far as it has them
 * @param concern what it is about
 * @param statement what was said, and by what way
 * @param treatment who answers, and what
 * @param clients who took steps in the matter that it is about
 * @param offices their departments and regions
 */
record Complaint(
        Progress<ComplaintState> progress,
        List<String> places,
        Concern concern,
        Statement statement,
        Treatment treatment,
        @LinkedComponent List<String> clients,
        @LinkedComponent List<String> offices)
        implements Procedure<ComplaintState> {

    private static final int CITY_DIGITS = 4;

    Complaint {
        places = List.copyOf(places);
        clients = List.copyOf(clients);
        offices = List.copyOf(offices);
    }

    /** What it is about. */
    enum Kind {
        REFUSAL,
        DELAY,
        LEAK,
        WORKER,
        NOTICE,
        OTHER
    }

    /** By what way it came. */
    enum Channel {
        TOKEN,
        HOTLINE,
        OPEN
    }

    /** What came of it. */
    enum Outcome {
        UPHELD,
        PARTLY_UPHELD,
        NOT_UPHELD
    }

    /**
     * @param kind what it is about
     * @param department that is complained about
     * @param office code of the region whose office it is
     * @param worker account of the worker, or how people call them, in small letters
     * @param matter number of the matter, whether there is one or not
     * @param looks entries of the complainant's own access log
     * @param lookers clients who looked then
     */
    record Concern(
            Kind kind,
            @Nullable String department,
            @Nullable String office,
            @Nullable String worker,
            @Nullable String matter,
            List<String> looks,
            List<String> lookers) {

        Concern {
            looks = List.copyOf(looks);
            lookers = List.copyOf(lookers);
        }
    }

    /**
     * @param channel by what way
     * @param filer client with whose token it came; empty where there was none
     * @param filerDepartment and their department
     * @param receipt by which its answer is asked for
     * @param text what was said, sealed
     * @param contact how to reach the complainant, sealed
     * @param contested why the county's answer does not content them, sealed
     */
    record Statement(
            Channel channel,
            String filer,
            String filerDepartment,
            String receipt,
            String text,
            @Nullable String contact,
            @Nullable String contested) {}

    /**
     * @param lead code of the department that answers
     * @param level whose office answers
     * @param handler client of who has taken it on
     * @param outcome what came of it
     * @param answer what the complainant is told, sealed
     * @param answeredAt when
     */
    record Treatment(
            String lead,
            ComplaintLevel level,
            @Nullable String handler,
            @Nullable Outcome outcome,
            @Nullable String answer,
            @Nullable ZonedDateTime answeredAt) {

        Treatment takenOn(@Nullable String client) {
            return new Treatment(lead, level, client, outcome, answer, answeredAt);
        }

        Treatment raised() {
            return new Treatment(lead, ComplaintLevel.CITY, null, null, null, null);
        }

        Treatment answered(Outcome reached, String sealed, ZonedDateTime at) {
            return new Treatment(lead, level, handler, reached, sealed, at);
        }
    }

    @Override
    public Complaint progressed(Progress<ComplaintState> further) {
        return new Complaint(further, places, concern, statement, treatment, clients, offices);
    }

    Complaint with(Treatment other) {
        return new Complaint(progress, places, concern, statement, other, clients, offices);
    }

    Complaint contested(String sealed) {
        Statement more =
                new Statement(
                        statement.channel(),
                        statement.filer(),
                        statement.filerDepartment(),
                        statement.receipt(),
                        statement.text(),
                        statement.contact(),
                        sealed);
        return new Complaint(progress, places, concern, more, treatment.raised(), clients, offices);
    }

    ComplaintLevel level() {
        return treatment.level();
    }

    /** {@return code of the region whose office answers} */
    String answering() {
        return level() == ComplaintLevel.COUNTY ? places.getLast() : city(places.getLast());
    }

    static String city(String place) {
        return Regions.above(place, CITY_DIGITS);
    }

    /** {@return how an office is written down: whose it is, and of which region} */
    static String office(String department, String region) {
        return department + "|" + region;
    }

    /** {@return whether the caller had a part in it; above the city's office there is none} */
    boolean involves(Caller caller) {
        String client = caller.client();
        boolean own =
                client.toLowerCase(Locale.ROOT).equals(concern.worker())
                        || concern.lookers().contains(client)
                        || clients.contains(client);
        return own
                || level() == ComplaintLevel.COUNTY
                        && offices.contains(office(caller.department(), caller.region()));
    }
}
