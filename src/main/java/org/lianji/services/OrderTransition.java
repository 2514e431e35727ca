package org.lianji.services;

import static org.lianji.services.OrderState.ACCEPTED;
import static org.lianji.services.OrderState.CANCELLED;
import static org.lianji.services.OrderState.CONFIRMED;
import static org.lianji.services.OrderState.CONSENTED;
import static org.lianji.services.OrderState.DECLINED;
import static org.lianji.services.OrderState.DELIVERED;
import static org.lianji.services.OrderState.LAPSED;
import static org.lianji.services.OrderState.ORDERED;
import static org.lianji.services.OrderState.REFUSED;
import static org.lianji.services.OrderState.REVOKED;
import static org.lianji.services.OrderState.SCHEDULED;
import static org.lianji.services.ServiceSide.HUB;
import static org.lianji.services.ServiceSide.OFFICER;
import static org.lianji.services.ServiceSide.PERSON;
import static org.lianji.services.ServiceSide.PROVIDER;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

import java.time.LocalDate;

/**
 * The life of an order: its provider learns of it once the person has consented, and of the person
 * as long as they do and it is open. Officers and persons write nothing that the provider would
 * read.
 */
enum OrderTransition implements Transition<OrderState, ServiceOrder> {
    ORDER(officer().to(ORDERED).starts(HelpKind.Clocks.ANSWER, ServiceOrder::lead)),
    /** What an officer was told by the person is written down by another than who ordered. */
    CONSENT(
            answered(person())
                    .to(CONSENTED)
                    .only(OrderTransition::another)
                    .starts(
                            _ -> HelpKind.Clocks.REPORT,
                            ServiceOrder::lead,
                            ServiceOrder::lastDay)),
    DECLINE(answered(person()).to(DECLINED).as("declineServiceOrder")),
    ACCEPT(
            provider()
                    .from(CONSENTED)
                    .to(ACCEPTED)
                    .only(OrderTransition::inTime)
                    .as("acceptServiceOrder")),
    REFUSE(
            over(provider().from(CONSENTED, ACCEPTED))
                    .to(REFUSED)
                    .inWriting()
                    .as("refuseServiceOrder")),
    SCHEDULE(provider().from(ACCEPTED, SCHEDULED).to(SCHEDULED).only(OrderTransition::inTime)),
    /** A visit by the last day can still be told some days after it. */
    VISIT(provider().from(SCHEDULED).only(OrderTransition::reportable)),
    DELIVER(
            provider()
                    .from(SCHEDULED)
                    .to(DELIVERED)
                    .only(OrderTransition::visited)
                    .ends(HelpKind.Clocks.REPORT)
                    .starts(HelpKind.Clocks.CONFIRM, ServiceOrder::lead)
                    .as("deliverServiceOrder")),
    CONFIRM(
            person().from(DELIVERED)
                    .to(CONFIRMED)
                    .only(OrderTransition::another)
                    .ends(HelpKind.Clocks.CONFIRM)),
    REVOKE(over(person().from(CONSENTED, ACCEPTED, SCHEDULED)).to(REVOKED)),
    /** What was done stays done. */
    REVOKE_AFTER_DELIVERY(person().from(DELIVERED)),
    CANCEL(
            over(officer().from(ORDERED, CONSENTED, ACCEPTED, SCHEDULED))
                    .to(CANCELLED)
                    .as("cancelServiceOrder")),
    /**
     * The last day is over: of the order, or of the consent, with the days for the report once it
     * is planned; or the person has died.
     */
    LAPSE(
            over(Row.<OrderState, ServiceOrder>turn(HUB)
                            .from(ORDERED, CONSENTED, ACCEPTED, SCHEDULED))
                    .to(LAPSED));

    private final Row<OrderState, ServiceOrder> row;

    OrderTransition(Row<OrderState, ServiceOrder> row) {
        this.row = row;
    }

    /** What the person says is not written down by who has an interest in it. */
    private static @Nullable Code another(Actor actor, ServiceOrder order) {
        return actor.caller().client().equals(order.service().orderer())
                ? ServiceCode.OWN_ORDER
                : null;
    }

    /** Of a child under 14 the guardian's word counts. */
    private static @Nullable Code oldEnough(Actor actor, ServiceOrder order) {
        return order.person().equals(actor.caller().person())
                        && order.spokespeople().tooYoung(actor.today())
                ? ServiceCode.GUARDIAN_ANSWERS_FOR_SERVICE
                : null;
    }

    /** After the last day nothing more begins, whenever the hub comes to lapse it. */
    private static @Nullable Code inTime(Actor actor, ServiceOrder order) {
        return order.lastDay().isBefore(actor.today()) ? ServiceCode.SERVICE_CONSENT_OVER : null;
    }

    private static @Nullable Code reportable(Actor actor, ServiceOrder order) {
        LocalDate last = order.lastDay(HelpKind.Clocks.REPORT);
        if (last == null) {
            return inTime(actor, order);
        }
        return last.isBefore(actor.today()) ? ServiceCode.SERVICE_CONSENT_OVER : null;
    }

    private static @Nullable Code unrelated(Actor actor, ServiceOrder order) {
        return order.around().unrelated(actor);
    }

    private static @Nullable Code visited(Actor actor, ServiceOrder order) {
        return order.delivery().deliveredUnits() == 0 ? ServiceCode.NOTHING_DELIVERED : null;
    }

    private static Row<OrderState, ServiceOrder> answered(Row<OrderState, ServiceOrder> row) {
        return row.from(ORDERED).ends(HelpKind.Clocks.ANSWER);
    }

    private static Row<OrderState, ServiceOrder> over(Row<OrderState, ServiceOrder> row) {
        return row.ends(HelpKind.Clocks.ANSWER, HelpKind.Clocks.REPORT);
    }

    private static Row<OrderState, ServiceOrder> officer() {
        return Row.<OrderState, ServiceOrder>turn(OFFICER)
                .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                .only(OrderTransition::unrelated);
    }

    private static Row<OrderState, ServiceOrder> person() {
        return Row.<OrderState, ServiceOrder>turn(PERSON)
                .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER, Role.CITIZEN)
                .only(OrderTransition::unrelated)
                .only(OrderTransition::oldEnough);
    }

    private static Row<OrderState, ServiceOrder> provider() {
        return Row.<OrderState, ServiceOrder>turn(PROVIDER).by(Role.CHARITY, Role.PROVIDER);
    }

    @Override
    public Row<OrderState, ServiceOrder> row() {
        return row;
    }
}
