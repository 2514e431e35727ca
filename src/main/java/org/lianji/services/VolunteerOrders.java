package org.lianji.services;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Orders of volunteers, for who sends them and for themselves. */
@Component
public final class VolunteerOrders {

    private static final Set<OrderState> OPEN =
            EnumSet.of(OrderState.ACCEPTED, OrderState.SCHEDULED);

    private final Orders orders;

    VolunteerOrders(Orders orders) {
        this.orders = orders;
    }

    /**
     * An order that the organisation has accepted.
     *
     * @param basis on which the person is known
     * @param until last day of the consent
     */
    public record OpenOrder(String id, String basis, LocalDate until) {}

    /** {@return the order, where it is of the organisation's volunteers and open} */
    public Optional<OpenOrder> open(Caller organisation, String id) {
        return orders.find(organisation, id)
                .filter(VolunteerOrders::ofVolunteers)
                .flatMap(
                        one ->
                                Optional.ofNullable(one.basis())
                                        .map(
                                                basis ->
                                                        new OpenOrder(
                                                                one.id(),
                                                                basis,
                                                                Objects.requireNonNull(
                                                                        one.consent()
                                                                                .consentUntil()))));
    }

    private static boolean ofVolunteers(ServiceOrder order) {
        return !order.bought() && OPEN.contains(order.state());
    }

    /** {@return token of whom an order is for} */
    public Optional<String> person(String id) {
        return orders.find(id).map(ServiceOrder::person);
    }

    /**
     * What is to be done.
     *
     * @param person token of whom it is for
     * @param address null where the person does not let it be known
     */
    public record Work(String person, @Nullable String task, @Nullable String address) {}

    /**
     * {@return what a volunteer who is sent by name is to do; on the chain before it leaves, none
     * where they aren't, their organisation is suspended, or the order or the consent is over}
     */
    public Optional<Work> work(Caller volunteer, String id) {
        if (!volunteer.is(Role.VOLUNTEER)) {
            return Optional.empty();
        }
        Caller organisation =
                new Caller(
                        volunteer.department(), volunteer.client(), Set.of(Role.CHARITY), "", null);
        return orders.find(organisation, id)
                .filter(VolunteerOrders::ofVolunteers)
                .flatMap(one -> orders.work(volunteer, one));
    }
}
