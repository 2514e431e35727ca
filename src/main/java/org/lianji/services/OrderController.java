package org.lianji.services;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.procedure.TransitionInput;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Orders: made, answered, carried out and asked about. */
@Controller
final class OrderController {

    private final Orders orders;
    private final Connections connections;

    OrderController(Orders orders, Connections connections) {
        this.orders = orders;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<ServiceOrder> serviceOrders(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable OrderState state,
            DataFetchingEnvironment field) {
        return connections.page(field, orders.listing(caller, state));
    }

    @MutationMapping
    ServiceOrder orderService(
            @AuthenticationPrincipal Caller caller,
            @Argument Orders.Request input,
            DataFetchingEnvironment environment) {
        return orders.order(MutationCall.of(caller, environment), stated(environment), input);
    }

    /** A consent. */
    record ConsentInput(
            String id,
            long version,
            String until,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address) {}

    @MutationMapping
    ServiceOrder consentToService(
            @AuthenticationPrincipal Caller caller,
            @Argument ConsentInput input,
            DataFetchingEnvironment environment) {
        return orders.consent(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), null),
                input.until(),
                new Orders.Recipient(input.name(), input.phone(), input.address(), null));
    }

    @MutationMapping
    ServiceOrder revokeServiceConsent(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return orders.revoke(MutationCall.of(caller, environment), stated(environment), input);
    }

    /** A plan. */
    record PlanInput(String id, long version, String plannedOn) {}

    @MutationMapping
    ServiceOrder scheduleService(
            @AuthenticationPrincipal Caller caller,
            @Argument PlanInput input,
            DataFetchingEnvironment environment) {
        return orders.schedule(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), null),
                input.plannedOn());
    }

    /** A visit. */
    record VisitInput(
            String id,
            long version,
            String day,
            int units,
            String worker,
            @Nullable Integer volunteerHours) {}

    @MutationMapping
    ServiceOrder recordServiceVisit(
            @AuthenticationPrincipal Caller caller,
            @Argument VisitInput input,
            DataFetchingEnvironment environment) {
        return orders.visit(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), null),
                new ServiceOrder.VisitReport(
                        input.day(), input.units(), input.worker(), input.volunteerHours()));
    }

    /** A confirmation. */
    record ConfirmInput(String id, long version, int evaluation) {}

    @MutationMapping
    ServiceOrder confirmService(
            @AuthenticationPrincipal Caller caller,
            @Argument ConfirmInput input,
            DataFetchingEnvironment environment) {
        return orders.confirm(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), null),
                input.evaluation());
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }

    @SchemaMapping
    @Nullable String contract(ServiceOrder order) {
        return order.service().contract();
    }

    @SchemaMapping
    HelpKind kind(ServiceOrder order) {
        return order.service().kind();
    }

    @SchemaMapping
    HelpKind.HelpUnit unit(ServiceOrder order) {
        return order.service().kind().unit();
    }

    @SchemaMapping
    int units(ServiceOrder order) {
        return order.service().units();
    }

    @SchemaMapping
    int deliveredUnits(ServiceOrder order) {
        return order.delivery().deliveredUnits();
    }

    @SchemaMapping
    int volunteerHours(ServiceOrder order) {
        return order.delivery().volunteerHours();
    }

    /**
     * One visit of an order.
     *
     * @param day when
     * @param units how much was done
     * @param worker number of who came
     */
    record ServiceVisit(LocalDate day, int units, String worker) {}

    @SchemaMapping
    List<ServiceVisit> visits(ServiceOrder order) {
        ServiceOrder.Delivery delivery = order.delivery();
        return IntStream.range(0, delivery.visitDays().size())
                .mapToObj(
                        i ->
                                new ServiceVisit(
                                        delivery.visitDays().get(i),
                                        delivery.visitUnits().get(i),
                                        delivery.visitWorkers().get(i)))
                .toList();
    }

    @SchemaMapping
    LocalDate until(ServiceOrder order) {
        return order.service().until();
    }

    @SchemaMapping
    @Nullable LocalDate consentUntil(ServiceOrder order) {
        return order.consent().consentUntil();
    }

    @SchemaMapping
    Orders.@Nullable Recipient recipient(
            ServiceOrder order, @AuthenticationPrincipal Caller caller) {
        return orders.recipient(caller, order);
    }
}
