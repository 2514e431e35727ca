package org.lianji.services;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.charity.Organisations;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Contracts, and that no more is ordered under one than it has. */
@Component
final class Contracts {

    private static final String LOCK =
            """
            MATCH (c:ServiceContract {id: $contract})
            SET c.locked = true
            REMOVE c.locked
            """;

    /**
     * What is ordered, or was delivered of what is over; of contract {@code c}. What the person has
     * not consented to counts for {@code $leads} alone: nobody else knows of it.
     */
    static final String TAKEN =
            """
            reduce(sum = 0, q IN COLLECT { MATCH (x:ServiceOrder {contract: c.id})
              WHERE $leads OR x.consentUntil IS NOT NULL
              RETURN CASE WHEN x.state IN $reserving THEN x.units ELSE x.deliveredUnits END } | sum + q)
            """;

    private static final String JUDGE =
            """
            MATCH (c:ServiceContract {id: $contract})
            MATCH (m:ServiceOrder {id: $order})
            RETURN (c.state = 'SIGNED' OR c.state = 'ENDED' AND $ordered) AND c.startsOn <= $today AND c.endsOn >= m.until
                AND c.region IN m.places AND c.kind = m.kind AS open,
              c.units AS units, c.budget AS budget, c.unitPrice AS price,
            """
                    + TAKEN
                    + " AS taken";

    private static final String PROVIDER =
            """
            MATCH (m:ServiceOrder {id: $order})-[:FOR]->(p:Person)
            MATCH (g:CharityOrganisation {organisation: m.organisation})
            RETURN g.state = 'APPROVED' AND (g.kind = 'CHARITY' OR m.contract IS NOT NULL)
              AND NOT p.id IN coalesce($relatives[g.organisation], [])
            """;

    private static final String USED =
            "MATCH (c:ServiceContract) WHERE c.id IN $contracts RETURN c.id AS id, "
                    + TAKEN
                    + " AS taken";

    static final List<String> RESERVING =
            Stream.of(OrderState.values()).filter(OrderState::reserving).map(Enum::name).toList();

    private final Procedures<ContractState, ContractTransition, ServiceContract> matters;
    private final ProcedureKernel kernel;
    private final Neo4jClient graph;
    private final Organisations organisations;
    private final Values values;

    Contracts(
            ContractFlow flow,
            ProcedureKernel kernel,
            Neo4jClient graph,
            Organisations organisations,
            Values values) {
        this.matters = kernel.of(flow);
        this.kernel = kernel;
        this.graph = graph;
        this.organisations = organisations;
        this.values = values;
    }

    /** What a county is to buy. */
    record Draft(
            String organisation,
            HelpKind kind,
            String unitPrice,
            int units,
            String budget,
            String startsOn,
            String endsOn) {}

    ServiceContract drawUp(MutationCall call, Reason stated, Draft said) {
        Caller caller = call.caller();
        if (!kernel.actor(caller).leads()) {
            throw new Problem(ServiceCode.SERVICE_LEAD);
        }
        if (said.kind().form() != HelpKind.HelpForm.SERVICE) {
            throw new Problem(ServiceCode.SERVICE_KIND);
        }
        ServiceContract.Terms terms =
                new ServiceContract.Terms(
                        said.kind(),
                        fen(said.unitPrice(), "unitPrice"),
                        said.units(),
                        fen(said.budget(), "budget"),
                        day(said.startsOn()),
                        day(said.endsOn()));
        if (!terms.valid(kernel.actor(caller).today())) {
            throw new Problem(ServiceCode.CONTRACT_TERMS);
        }
        return matters.begin(
                call,
                stated,
                ContractTransition.DRAW_UP,
                null,
                begun ->
                        new ServiceContract(
                                begun,
                                said.organisation(),
                                caller.region(),
                                terms,
                                caller.client()));
    }

    private long fen(String given, String argument) {
        return (Long) values.required(ItemType.Scalar.MONEY, given, argument);
    }

    private static LocalDate day(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            throw new Problem(ServiceCode.CONTRACT_TERMS);
        }
    }

    Optional<ServiceContract> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    /**
     * {@return unified code of who provides under it}
     *
     * @throws Problem CONTRACT_NOT_FOUND, SERVICE_KIND where it is for another kind
     */
    String provider(Caller caller, String id, HelpKind kind) {
        ServiceContract contract =
                find(caller, id).orElseThrow(() -> new Problem(ServiceCode.CONTRACT_NOT_FOUND));
        if (contract.terms().kind() != kind) {
            throw new Problem(ServiceCode.SERVICE_KIND);
        }
        return contract.organisation();
    }

    /** {@return a contract of an order's, for the hub} */
    ServiceContract ofHub(String id) {
        return matters.find(id).orElseThrow(() -> new Problem(ServiceCode.CONTRACT_NOT_FOUND));
    }

    ListSource<ServiceContract> listing(Caller caller, @Nullable ContractState state) {
        return matters.listing(caller, Fragment.TRUE, state);
    }

    /**
     * {@return how many units are ordered or delivered under each, for the county's officers and
     * the provider: it tells that somebody is served}
     */
    Map<ServiceContract, Integer> used(Caller caller, List<ServiceContract> some) {
        if (!caller.is(Role.COUNTY_OFFICER, Role.CHARITY, Role.PROVIDER)) {
            return Map.of();
        }
        Map<String, Integer> known =
                graph
                        .query(USED)
                        .bindAll(
                                Map.of(
                                        "contracts",
                                        some.stream().map(ServiceContract::id).toList(),
                                        "reserving",
                                        RESERVING,
                                        "leads",
                                        kernel.actor(caller).leads()))
                        .fetchAs(org.neo4j.driver.Record.class)
                        .mappedBy((_, row) -> row)
                        .all()
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.get("id").asString(),
                                        row -> row.get("taken").asInt()));
        return some.stream()
                .collect(
                        Collectors.toMap(
                                one -> one, one -> Objects.requireNonNull(known.get(one.id()))));
    }

    /**
     * Judges an order that is written already: in its transaction, and those of one contract one
     * after the other. What was ordered before the contract was ended goes on.
     *
     * @throws Problem PROVIDER_NOT_APPROVED, CONTRACT_NOT_OPEN, CONTRACT_SPENT
     */
    void judge(ServiceOrder order, LocalDate today) {
        if (!graph.query(PROVIDER)
                .bindAll(
                        Map.of(
                                "order",
                                order.id(),
                                "relatives",
                                organisations.relatives(List.of(order.organisation()))))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false)) {
            throw new Problem(ServiceCode.PROVIDER_NOT_APPROVED);
        }
        if (order.service().contract() instanceof String contract) {
            graph.query(LOCK).bind(contract).to("contract").run();
            judge(
                    graph.query(JUDGE)
                            .bindAll(
                                    Map.of(
                                            "contract",
                                            contract,
                                            "order",
                                            order.id(),
                                            "reserving",
                                            RESERVING,
                                            "leads",
                                            true,
                                            "ordered",
                                            order.state() != OrderState.ORDERED,
                                            "today",
                                            today))
                            .fetch()
                            .one()
                            .orElseThrow(() -> new Problem(ServiceCode.CONTRACT_NOT_OPEN)));
        }
    }

    private static void judge(Map<String, Object> row) {
        if (!Boolean.TRUE.equals(row.get("open"))) {
            throw new Problem(ServiceCode.CONTRACT_NOT_OPEN);
        }
        long taken = number(row, "taken");
        if (taken > number(row, "units") || taken * number(row, "price") > number(row, "budget")) {
            throw new Problem(ServiceCode.CONTRACT_SPENT);
        }
    }

    private static long number(Map<String, Object> row, String column) {
        return (Long) Objects.requireNonNull(row.get(column));
    }
}
