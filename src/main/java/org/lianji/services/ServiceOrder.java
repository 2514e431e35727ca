package org.lianji.services;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.people.Spokespeople;
import org.lianji.platform.Problem;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A service for one person.
 *
 * @param progress how far it has come
 * @param person token of whom it is for
 * @param places codes of the regions that they live in, the smallest first
 * @param service what is ordered
 * @param consent of the person
 * @param plannedOn day of the first visit; null before it is planned
 * @param delivery what was done
 * @param evaluation by the person, 1 to 5; null before they confirmed
 * @param basis on which the provider knows them
 * @param spokespeople who speaks for the person beside themself
 * @param around what else decides who may do what
 */
record ServiceOrder(
        Progress<OrderState> progress,
        @LinkedComponent String person,
        List<String> places,
        Work service,
        Consent consent,
        @Nullable LocalDate plannedOn,
        Delivery delivery,
        @Nullable Integer evaluation,
        @LinkedComponent @Nullable String basis,
        @LinkedComponent Spokespeople spokespeople,
        @LinkedComponent ServiceSide.Around around)
        implements Procedure<OrderState>, ServiceSide.ServiceMatter {

    /** Units of one order. */
    static final int MOST_UNITS = 10_000;

    ServiceOrder {
        places = List.copyOf(places);
    }

    /**
     * @param assessment that it follows from; null where it follows from a case
     * @param reason the basis of the case; null where it follows from an assessment
     * @param contract under which; null where volunteers help
     * @param organisation unified code of who provides it
     * @param kind of service
     * @param units in the kind's unit
     * @param task what is to be done; sealed
     * @param until last day
     * @param orderer client of the officer who ordered it
     */
    record Work(
            @Nullable String assessment,
            @Nullable String reason,
            @Nullable String contract,
            String organisation,
            HelpKind kind,
            int units,
            String task,
            LocalDate until,
            String orderer) {}

    /**
     * What the person lets the provider know; each item sealed, null where it is not named.
     *
     * @param consentedOn first day; null before they consented, and of what was consented to before
     *     it was kept
     * @param consentUntil last day; null before they consented
     */
    record Consent(
            @Nullable LocalDate consentedOn,
            @Nullable LocalDate consentUntil,
            @Nullable String recipientName,
            @Nullable String recipientPhone,
            @Nullable String recipientAddress) {

        static final Consent NONE = new Consent(null, null, null, null, null);

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

    /**
     * What was done, visit by visit.
     *
     * @param visitDays when
     * @param visitUnits how much
     * @param visitWorkers numbers of who came, as the provider knows them
     * @param volunteerHours how long volunteers helped in all
     */
    record Delivery(
            List<LocalDate> visitDays,
            List<Integer> visitUnits,
            List<String> visitWorkers,
            int volunteerHours) {

        static final Delivery NONE = new Delivery(List.of(), List.of(), List.of(), 0);

        Delivery {
            visitDays = List.copyOf(visitDays);
            visitUnits = List.copyOf(visitUnits);
            visitWorkers = List.copyOf(visitWorkers);
        }

        int deliveredUnits() {
            return visitUnits.stream().mapToInt(Integer::intValue).sum();
        }

        Delivery with(Visit visit) {
            return new Delivery(
                    more(visitDays, visit.day()),
                    more(visitUnits, visit.units()),
                    more(visitWorkers, visit.worker()),
                    volunteerHours + visit.volunteerHours());
        }

        private static <E> List<E> more(List<E> some, E one) {
            return Stream.concat(some.stream(), Stream.of(one)).toList();
        }
    }

    /** What a visit was, as the provider tells it. */
    record VisitReport(String day, int units, String worker, @Nullable Integer volunteerHours) {

        private static final int MOST_HOURS = 24;
        private static final Pattern WORKER = Pattern.compile("[A-Za-z0-9-]{1,20}");

        /**
         * {@return the visit}
         *
         * @throws Problem ORDER_DAY, VISIT_WORKER, VOLUNTEER_HOURS, ORDER_UNITS
         */
        Visit read() {
            LocalDate on = ServiceOrder.day(day);
            int hours = Objects.requireNonNullElse(volunteerHours, 0);
            require(WORKER.matcher(worker).matches(), ServiceCode.VISIT_WORKER);
            require(hours >= 0 && hours <= MOST_HOURS, ServiceCode.VOLUNTEER_HOURS);
            require(units >= 1 && units <= MOST_UNITS, ServiceCode.ORDER_UNITS);
            return new Visit(on, units, worker, hours);
        }
    }

    /**
     * Somebody came.
     *
     * @param day when
     * @param units how much was done
     * @param worker number of who came
     * @param volunteerHours how long volunteers helped
     */
    record Visit(LocalDate day, int units, String worker, int volunteerHours) {}

    /**
     * {@return a day}
     *
     * @throws Problem ORDER_DAY where it is none
     */
    static LocalDate day(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            throw new Problem(ServiceCode.ORDER_DAY);
        }
    }

    private static void require(boolean holds, ServiceCode otherwise) {
        if (!holds) {
            throw new Problem(otherwise);
        }
    }

    /** {@return code of the department that watches the clocks} */
    String lead() {
        return around.lead();
    }

    /** {@return the last day on which the service may be done: of the order, and of the consent} */
    LocalDate lastDay() {
        LocalDate until = service.until();
        return consent.consentUntil() instanceof LocalDate last && last.isBefore(until)
                ? last
                : until;
    }

    /** {@return whether the service may be done on the day, by the order and by the consent} */
    boolean covers(LocalDate day) {
        LocalDate first =
                consent.consentedOn() instanceof LocalDate given
                        ? given
                        : createdAt().toLocalDate();
        return !day.isBefore(first) && !day.isAfter(lastDay());
    }

    /**
     * {@return the order after a visit}
     *
     * @throws Problem ORDER_DAY, ORDER_UNITS
     */
    ServiceOrder visited(Visit visit, LocalDate today) {
        require(!visit.day().isAfter(today) && covers(visit.day()), ServiceCode.ORDER_DAY);
        ServiceOrder after = with(visit);
        require(after.delivery.deliveredUnits() <= service.units(), ServiceCode.ORDER_UNITS);
        return after;
    }

    @Override
    public String organisation() {
        return service.organisation();
    }

    @Override
    public boolean bought() {
        return service.contract() != null;
    }

    @Override
    public ServiceOrder progressed(Progress<OrderState> further) {
        return new ServiceOrder(
                further,
                person,
                places,
                service,
                consent,
                plannedOn,
                delivery,
                evaluation,
                basis,
                spokespeople,
                around);
    }

    ServiceOrder with(Consent other) {
        return new ServiceOrder(
                progress,
                person,
                places,
                service,
                other,
                plannedOn,
                delivery,
                evaluation,
                basis,
                spokespeople,
                around);
    }

    ServiceOrder planned(LocalDate day) {
        return new ServiceOrder(
                progress,
                person,
                places,
                service,
                consent,
                day,
                delivery,
                evaluation,
                basis,
                spokespeople,
                around);
    }

    ServiceOrder with(Visit visit) {
        return new ServiceOrder(
                progress,
                person,
                places,
                service,
                consent,
                plannedOn,
                delivery.with(visit),
                evaluation,
                basis,
                spokespeople,
                around);
    }

    ServiceOrder evaluated(int stars) {
        return new ServiceOrder(
                progress,
                person,
                places,
                service,
                consent,
                plannedOn,
                delivery,
                stars,
                basis,
                spokespeople,
                around);
    }
}
