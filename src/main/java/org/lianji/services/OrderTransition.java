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
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/**
 * The life of an order: its provider learns of it once the person has consented, and of the person
 * as long as they do and it is open. Officers and persons write nothing that the provider would
 * read.
 */
enum OrderTransition implements Transition<OrderState, ServiceOrder> {
    ORDER(officer().to(ORDERED)),
    /** What an officer was told by the person is written down by another than who ordered. */
    CONSENT(person().from(ORDERED).to(CONSENTED).only(OrderTransition::another)),
    DECLINE(person().from(ORDERED).to(DECLINED).as("declineServiceOrder")),
    ACCEPT(provider().from(CONSENTED).to(ACCEPTED).as("acceptServiceOrder")),
    REFUSE(provider().from(CONSENTED, ACCEPTED).to(REFUSED).inWriting().as("refuseServiceOrder")),
    SCHEDULE(provider().from(ACCEPTED, SCHEDULED).to(SCHEDULED)),
    VISIT(provider().from(SCHEDULED)),
    DELIVER(
            provider()
                    .from(SCHEDULED)
                    .to(DELIVERED)
                    .only(OrderTransition::visited)
                    .as("deliverServiceOrder")),
    CONFIRM(person().from(DELIVERED).to(CONFIRMED).only(OrderTransition::another)),
    REVOKE(person().from(CONSENTED, ACCEPTED, SCHEDULED).to(REVOKED)),
    /** What was done stays done. */
    REVOKE_AFTER_DELIVERY(person().from(DELIVERED)),
    CANCEL(
            officer()
                    .from(ORDERED, CONSENTED, ACCEPTED, SCHEDULED)
                    .to(CANCELLED)
                    .as("cancelServiceOrder")),
    /** The last day is over: of the order, or of the consent. */
    LAPSE(
            Row.<OrderState, ServiceOrder>turn(HUB)
                    .from(ORDERED, CONSENTED, ACCEPTED, SCHEDULED)
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

    private static @Nullable Code visited(Actor actor, ServiceOrder order) {
        return order.delivery().deliveredUnits() == 0 ? ServiceCode.NOTHING_DELIVERED : null;
    }

    private static Row<OrderState, ServiceOrder> officer() {
        return Row.<OrderState, ServiceOrder>turn(OFFICER)
                .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER);
    }

    private static Row<OrderState, ServiceOrder> person() {
        return Row.<OrderState, ServiceOrder>turn(PERSON)
                .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER, Role.CITIZEN)
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
