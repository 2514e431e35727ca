package org.lianji.services;

import org.lianji.audit.Act;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisKind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.charity.HelpRecords;
import org.lianji.contribution.FlowRecord;
import org.lianji.contribution.FlowRecords;
import org.lianji.database.Fragment;
import org.lianji.items.Yuan;
import org.lianji.people.Spokespeople;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.lianji.procedure.ProcedureEvent;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Orders in the graph: {@code (:ServiceOrder)-[:FOR]->(:Person)}. */
@Component
final class OrderFlow implements Flow<OrderState, OrderTransition, ServiceOrder> {

    /** What was delivered is a record of the library. */
    private static final String CATEGORY = "MZ14";

    private static final String LINK =
            """
            MATCH (m:ServiceOrder {id: $id}), (p:Person {id: $person})
            MERGE (m)-[:FOR]->(p)
            """;

    private static final String OPENED =
            "MATCH (b:Basis {matter: $id}) WHERE b.closed IS NULL RETURN b.id";

    private static final Fragment BOUGHT = Fragment.of("m.contract IS NOT NULL");

    private final Neo4jClient graph;
    private final BasisRegistry bases;
    private final Contracts contracts;
    private final ServiceSubjects subjects;
    private final FlowRecords records;
    private final String around;

    OrderFlow(
            Neo4jClient graph,
            BasisRegistry bases,
            Contracts contracts,
            ServiceSubjects subjects,
            FlowRecords records,
            Catalogue catalogue) {
        this.graph = graph;
        this.bases = bases;
        this.contracts = contracts;
        this.subjects = subjects;
        this.records = records;
        this.around = ServiceSide.Around.columns(catalogue.lead());
    }

    @Override
    public Class<OrderState> states() {
        return OrderState.class;
    }

    @Override
    public Class<OrderTransition> table() {
        return OrderTransition.class;
    }

    @Override
    public Class<ServiceOrder> matter() {
        return ServiceOrder.class;
    }

    @Override
    public char letter() {
        return 'D';
    }

    @Override
    public Code notFound() {
        return ServiceCode.ORDER_NOT_FOUND;
    }

    @Override
    public String linked() {
        return """
        , person: head([(m)-[:FOR]->(p:Person) | p.id])
        """
                + BasisRegistry.OF_MATTER
                + Spokespeople.OF_MATTER
                + around;
    }

    @Override
    public Map<String, Object> derived(ServiceOrder order) {
        return Map.of("deliveredUnits", order.delivery().deliveredUnits());
    }

    /**
     * Officers of the place, the person, and the provider once the person has consented; who is a
     * provider alone sees what is under its contracts. One that is suspended sees none.
     */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        if (!caller.is(Role.CHARITY, Role.PROVIDER)) {
            return ServiceSide.persons(actor);
        }
        return Fragment.of("m.organisation = $own", "own", caller.department())
                .and(caller.is(Role.PROVIDER) ? BOUGHT : Fragment.TRUE)
                .and(
                        Fragment.of(
                                "m.consentUntil IS NOT NULL AND EXISTS {"
                                        + " (:CharityOrganisation {organisation:"
                                        + " m.organisation, state: 'APPROVED'}) }"));
    }

    /** A provider reads what it wrote itself: what others wrote may tell more than the consent. */
    @Override
    public boolean tells(Actor actor, ProcedureEvent event) {
        Caller caller = actor.caller();
        return !caller.is(Role.CHARITY, Role.PROVIDER)
                || caller.department().equals(event.department());
    }

    @Override
    public void taken(Actor actor, OrderTransition step, ServiceOrder after) {
        switch (step) {
            case ORDER -> {
                graph.query(LINK).bindAll(Map.of("id", after.id(), "person", after.person())).run();
                subjects.requireServed(actor.caller(), after.person());
                contracts.judge(after, actor.today());
            }
            case CONSENT -> {
                subjects.requireAlive(after.person());
                contracts.judge(after, actor.today());
                open(actor, after);
            }
            case REFUSE, REVOKE_AFTER_DELIVERY -> close(actor, after);
            case CONFIRM, REVOKE, CANCEL, LAPSE -> {
                close(actor, after);
                record(actor, after);
            }
            case DECLINE, ACCEPT, SCHEDULE, VISIT, DELIVER -> {}
        }
    }

    /** The provider may know the person, until the day that the person says. */
    private void open(Actor actor, ServiceOrder order) {
        LocalDate until = Objects.requireNonNull(order.consent().consentUntil());
        bases.register(
                acting(actor),
                new BasisRegistry.Registration(
                        BasisKind.SERVICE_ORDER,
                        order.id(),
                        order.id(),
                        List.of(Purpose.E),
                        Set.of(order.person()),
                        Set.of(),
                        Set.of(),
                        parties(order, until),
                        until));
    }

    private static List<BasisRegistry.Party> parties(ServiceOrder order, LocalDate until) {
        return Stream.of(Role.CHARITY, Role.PROVIDER)
                .filter(role -> role == Role.CHARITY || order.bought())
                .map(role -> new BasisRegistry.Party(order.organisation(), null, role, until))
                .toList();
    }

    private void close(Actor actor, ServiceOrder order) {
        if (order.basis() instanceof String basis) {
            bases.end(acting(actor), basis);
        }
    }

    /** The leading department keeps the bases of orders, whoever takes the step. */
    private static Caller acting(Actor actor) {
        return actor.of(actor.lead());
    }

    /** What was done is on record, however the order ends. */
    private void record(Actor actor, ServiceOrder order) {
        if (order.delivery().deliveredUnits() > 0) {
            records.write(actor.caller(), record(order));
        }
    }

    private FlowRecord record(ServiceOrder order) {
        ServiceOrder.Delivery delivery = order.delivery();
        Map<String, Object> items = new HashMap<>();
        items.put("providerUscc", order.organisation());
        items.put("form", order.service().kind().form().name());
        items.put("serviceType", HelpRecords.service(order.service().kind()));
        items.put("units", delivery.deliveredUnits());
        items.put("deliveredOn", Collections.max(delivery.visitDays()).toString());
        items.put("needNo", order.id());
        if (order.evaluation() instanceof Integer stars) {
            items.put("satisfaction", stars);
        }
        if (order.service().contract() instanceof String contract) {
            long price = contracts.ofHub(contract).terms().unitPrice();
            items.put("value", Yuan.text(price * delivery.deliveredUnits()));
            items.put("project", "政府购买服务");
        } else {
            items.put("project", "志愿服务");
        }
        return new FlowRecord(
                CATEGORY, order.person(), order.id(), order.changedAt().toOffsetDateTime(), items);
    }

    @Override
    public Entry entry(Actor actor, Reason stated, OrderTransition step, ServiceOrder after) {
        String what = after.stepText(step);
        Act act =
                switch (step) {
                    case CONSENT -> Act.CONSENTED;
                    case REVOKE, REVOKE_AFTER_DELIVERY -> Act.CONSENT_REVOKED;
                    default -> Act.SERVED;
                };
        String basis = act == Act.CONSENTED ? opened(after) : after.basis();
        return act == Act.SERVED || basis == null
                ? ServiceEntries.of(actor.caller(), Kind.WRITE, after.person(), basis, what)
                : ServiceEntries.of(actor.caller(), Kind.WRITE, act, after, basis, what);
    }

    /** {@return the basis that this very step registered} */
    private String opened(ServiceOrder order) {
        return graph.query(OPENED)
                .bind(order.id())
                .to("id")
                .fetchAs(String.class)
                .one()
                .orElseThrow();
    }
}
