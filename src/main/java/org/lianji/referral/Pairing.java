package org.lianji.referral;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.clocks.Deadline;
import org.lianji.people.Spokespeople;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A need and an offer that meet.
 *
 * @param progress how far it has come
 * @param person token of whom it is for
 * @param places codes of the regions that they live in, the smallest first
 * @param pair what meets
 * @param consent of the person
 * @param deliveredOn day on which the help was there; null before it was
 * @param satisfaction of the person, 1 to 5; null before they confirmed
 * @param word what they said of it, sealed; nobody reads it but in figures
 * @param basis on which the organisation knows them
 * @param spokespeople who speaks for the person beside themself
 * @param around what else decides who may do what
 */
record Pairing(
        Progress<PairingState> progress,
        @LinkedComponent String person,
        List<String> places,
        Pair pair,
        Consent consent,
        @Nullable LocalDate deliveredOn,
        @Nullable Integer satisfaction,
        @Nullable String word,
        @LinkedComponent @Nullable String basis,
        @LinkedComponent Spokespeople spokespeople,
        @LinkedComponent Around around)
        implements Procedure<PairingState>, ReferralMatter {

    Pairing {
        places = List.copyOf(places);
    }

    /**
     * @param need its identifier
     * @param offer its identifier
     * @param organisation unified code of who offers it
     * @param kind of help
     * @param quantity in the kind's unit
     * @param proposer client of the officer who proposed it
     */
    record Pair(
            String need,
            String offer,
            String organisation,
            HelpKind kind,
            int quantity,
            String proposer) {}

    /**
     * @param lead code of the department that watches the clocks
     * @param kin what the person and their near relatives are known by
     * @param suspended whether who offers it is suspended
     */
    record Around(String lead, List<String> kin, boolean suspended) {

        Around {
            kin = List.copyOf(kin);
        }
    }

    /**
     * What the person lets the organisation know; each item sealed, null where it is not named.
     *
     * @param consentUntil last day; null before they consented
     */
    record Consent(
            @Nullable LocalDate consentUntil,
            @Nullable String recipientName,
            @Nullable String recipientPhone,
            @Nullable String recipientAddress) {

        static final Consent NONE = new Consent(null, null, null, null);

        /** {@return what is named, by the fields of the schema} */
        List<String> named() {
            return Stream.of(
                            recipientName == null ? null : "name",
                            recipientPhone == null ? null : "phone",
                            recipientAddress == null ? null : "address")
                    .flatMap(Stream::ofNullable)
                    .toList();
        }
    }

    /** {@return code of the department that watches the clocks} */
    String lead() {
        return around.lead();
    }

    /** {@return last day of the consent, which there is} */
    LocalDate lastDay() {
        return Objects.requireNonNull(consent.consentUntil());
    }

    @Override
    public String organisation() {
        return pair.organisation();
    }

    @Override
    public Pairing progressed(Progress<PairingState> further) {
        return new Pairing(
                further,
                person,
                places,
                pair,
                consent,
                deliveredOn,
                satisfaction,
                word,
                basis,
                spokespeople,
                around);
    }

    Pairing with(Consent other) {
        return new Pairing(
                progress,
                person,
                places,
                pair,
                other,
                deliveredOn,
                satisfaction,
                word,
                basis,
                spokespeople,
                around);
    }

    /** {@return the same, as told today: what is told after the last day was given by then} */
    Pairing delivered(LocalDate today) {
        LocalDate day =
                deadlines().stream()
                        .filter(one -> one.code().equals(HelpKind.Clocks.REPORT))
                        .map(Deadline::startedOn)
                        .reduce(today, (one, other) -> one.isBefore(other) ? one : other);
        return new Pairing(
                progress,
                person,
                places,
                pair,
                consent,
                day,
                satisfaction,
                word,
                basis,
                spokespeople,
                around);
    }

    Pairing confirmed(int stars, @Nullable String said) {
        return new Pairing(
                progress,
                person,
                places,
                pair,
                consent,
                deliveredOn,
                stars,
                said,
                basis,
                spokespeople,
                around);
    }
}
