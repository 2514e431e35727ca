package org.lianji.volunteers;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Act;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisInput;
import org.lianji.bases.BasisRegistry;
import org.lianji.charity.HelpKind;
import org.lianji.database.MutationCall;
import org.lianji.database.MutationKeys;
import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.people.HouseholdNames;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.services.VolunteerOrders;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who of an organisation is sent to an order of its volunteers: they are told what to do as long as
 * they are sent and the person consents, and say how long they helped.
 */
@Component
final class Volunteers {

    private static final int LONGEST_NAME = 100;
    private static final int HOURS_OF_A_DAY = 24;

    /** What comes of it is help by services. */
    private static final String CATEGORY = "MZ14";

    private static final String ASSIGN =
            """
            MATCH (m:ServiceOrder {id: $order})
            MERGE (a:VolunteerErrand {key: $key})
            MERGE (a)-[:OF]->(m)
            ON CREATE SET a.helpedOn = [], a.helpedHours = []
            SET a += {organisation: $organisation, volunteer: $volunteer, assignedAt: $now, withdrawnAt: null}
            """;

    private static final String WITHDRAW =
            """
            MATCH (a:VolunteerErrand {key: $key}) WHERE a.withdrawnAt IS NULL
            SET a.withdrawnAt = $now
            RETURN a.key
            """;

    private static final String HELPED =
            """
            MATCH (a:VolunteerErrand {key: $key})
            SET a.helpedOn = a.helpedOn + $day, a.helpedHours = a.helpedHours + $hours
            """;

    private static final String LOCK =
            "MATCH (a:VolunteerErrand {key: $key}) SET a.locked = true REMOVE a.locked RETURN"
                    + " a.key";

    private static final String READ =
            """
            MATCH (a:VolunteerErrand)-[:OF]->(m:ServiceOrder)
            WHERE a.organisation = $organisation AND m.consentUntil IS NOT NULL
              AND EXISTS { (:CharityOrganisation {organisation: a.organisation, state: 'APPROVED'}) } AND %s
            RETURN a {.*, order: m.id, kind: m.kind, plannedOn: m.plannedOn, until: m.consentUntil} AS errand
            %s
            """;

    /** Who is sent knows it as long as they are; who sends them knows whom they have sent. */
    private static final String OWN =
            "a.volunteer = $client AND a.withdrawnAt IS NULL AND m.consentUntil >= $today AND"
                    + " m.state IN ['ACCEPTED', 'SCHEDULED']";

    private static final Keyset NEWEST = Keyset.newestFirst("a.assignedAt", "a.key");

    private final Neo4jClient graph;
    private final VolunteerOrders orders;
    private final HouseholdNames names;
    private final BasisRegistry bases;
    private final MutationKeys keys;
    private final AuditLog chain;
    private final Clock clock;
    private final TransactionTemplate writing;

    Volunteers(
            Neo4jClient graph,
            VolunteerOrders orders,
            HouseholdNames names,
            BasisRegistry bases,
            MutationKeys keys,
            AuditLog chain,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.orders = orders;
        this.names = names;
        this.bases = bases;
        this.keys = keys;
        this.chain = chain;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
    }

    /** Who goes where. */
    record Errand(String order, String volunteer) {}

    /**
     * {@return the assignment; one that there was of the same volunteer and order holds anew}
     *
     * @throws Problem NO_VOLUNTEERS_ORDER, VOLUNTEER_ERRAND
     */
    VolunteerAssignment assign(MutationCall call, Errand errand) {
        Caller caller = call.caller();
        String volunteer = BasisInput.text("volunteer", errand.volunteer(), 1, LONGEST_NAME);
        if (volunteer.equals(caller.client())) {
            throw new Problem(VolunteerCode.VOLUNTEER_ERRAND);
        }
        String key = key(errand.order(), volunteer);
        writing.executeWithoutResult(
                _ -> {
                    VolunteerOrders.OpenOrder order = open(caller, errand.order());
                    if (keys.earlier(call, key).isEmpty()) {
                        bases.leave(caller, order.basis(), volunteer);
                        bases.join(
                                caller,
                                order.basis(),
                                new BasisRegistry.Party(
                                        caller.department(),
                                        volunteer,
                                        Role.VOLUNTEER,
                                        order.until()));
                        graph.query(ASSIGN)
                                .bindAll(
                                        Map.of(
                                                "order", order.id(),
                                                "key", key,
                                                "organisation", caller.department(),
                                                "volunteer", volunteer,
                                                "now", ZonedDateTime.now(clock)))
                                .run();
                    }
                });
        return find(caller, key).orElseThrow();
    }

    /**
     * {@return the assignment, taken back: from the next look on nothing is read by it}
     *
     * @throws Problem NO_VOLUNTEERS_ORDER, VOLUNTEER_ERRAND where nobody of that name is sent
     */
    VolunteerAssignment withdraw(MutationCall call, Errand errand) {
        Caller caller = call.caller();
        String key = key(errand.order(), errand.volunteer());
        writing.executeWithoutResult(
                _ -> {
                    VolunteerOrders.OpenOrder order = open(caller, errand.order());
                    if (keys.earlier(call, key).isEmpty()) {
                        bases.leave(caller, order.basis(), errand.volunteer());
                        graph.query(WITHDRAW)
                                .bindAll(Map.of("key", key, "now", ZonedDateTime.now(clock)))
                                .fetchAs(String.class)
                                .one()
                                .orElseThrow(() -> new Problem(VolunteerCode.VOLUNTEER_ERRAND));
                    }
                });
        return find(caller, key).orElseThrow();
    }

    private VolunteerOrders.OpenOrder open(Caller caller, String order) {
        return orders.open(caller, order)
                .orElseThrow(() -> new Problem(VolunteerCode.NO_VOLUNTEERS_ORDER));
    }

    /** How long somebody helped, and when. */
    record Hours(String order, String day, int hours) {}

    /**
     * {@return the assignment, with the hours that its volunteer says}
     *
     * @throws Problem NOT_SENT, HOURS_HELPED
     */
    VolunteerAssignment helped(MutationCall call, Hours said) {
        Caller caller = call.caller();
        String key = key(said.order(), caller.client());
        LocalDate day = day(said.day());
        writing.executeWithoutResult(
                _ -> {
                    graph.query(LOCK).bind(key).to("key").fetchAs(String.class).one();
                    VolunteerAssignment errand =
                            find(caller, key)
                                    .orElseThrow(() -> new Problem(VolunteerCode.NOT_SENT));
                    if (keys.earlier(call, key).isEmpty()) {
                        judge(errand, day, said.hours());
                        graph.query(HELPED)
                                .bindAll(Map.of("key", key, "day", day, "hours", said.hours()))
                                .run();
                        chain.join(
                                entry(
                                        caller,
                                        said.order(),
                                        "%s %s %d".formatted(key, day, said.hours())));
                    }
                });
        return find(caller, key).orElseThrow(() -> new Problem(VolunteerCode.NOT_SENT));
    }

    private static LocalDate day(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            throw new Problem(VolunteerCode.HOURS_HELPED);
        }
    }

    private void judge(VolunteerAssignment errand, LocalDate day, int hours) {
        LocalDate sent = errand.assignedAt().withZoneSameInstant(clock.getZone()).toLocalDate();
        if (hours < 1
                || hours + errand.hoursOn(day) > HOURS_OF_A_DAY
                || day.isAfter(LocalDate.now(clock))
                || day.isBefore(sent)) {
            throw new Problem(VolunteerCode.HOURS_HELPED);
        }
    }

    /** Somebody helped: the person reads in their log that something was done for them. */
    private Entry entry(Caller caller, String order, String what) {
        return new Entry(
                Kind.WRITE,
                caller.department(),
                caller.client(),
                "E",
                null,
                List.of(),
                List.of(CATEGORY),
                orders.person(order).stream().toList(),
                Digests.hex(what),
                null,
                Act.SERVED);
    }

    /** What is to be done, and where as the person lets be known. */
    record VolunteerWork(@Nullable String task, @Nullable String address) {}

    /**
     * {@return what the volunteer is to do, on the chain before it leaves; null for who sent them,
     * who has the order, and once it is over}
     */
    @Nullable VolunteerWork work(Caller caller, VolunteerAssignment errand) {
        return orders.work(caller, errand.order())
                .map(
                        work ->
                                new VolunteerWork(
                                        names.without(work.person(), false, work.task()),
                                        names.without(work.person(), false, work.address())))
                .orElse(null);
    }

    private static String key(String order, String volunteer) {
        return order + " " + volunteer;
    }

    private Optional<VolunteerAssignment> find(Caller caller, String key) {
        return read(caller, whose(caller) + " AND a.key = $key", "", Map.of("key", key)).stream()
                .findFirst();
    }

    private static String whose(Caller caller) {
        return caller.is(Role.VOLUNTEER) ? OWN : "true";
    }

    /** {@return what the caller is sent for, or whom their organisation has sent, newest first} */
    ListSource<VolunteerAssignment> listing(Caller caller) {
        return new ListSource<>(
                stretch -> some(caller, stretch), one -> List.of(one.assignedAt(), one.key()));
    }

    private List<VolunteerAssignment> some(Caller caller, Stretch stretch) {
        return read(
                caller,
                whose(caller) + " AND (%s)".formatted(NEWEST.within(stretch)),
                NEWEST.ordered(stretch),
                NEWEST.parameters(stretch));
    }

    private List<VolunteerAssignment> read(
            Caller caller, String which, String order, Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("organisation", caller.department());
        values.put("client", caller.client());
        values.put("today", LocalDate.now(clock));
        return List.copyOf(
                graph.query(READ.formatted(which, order))
                        .bindAll(values)
                        .fetchAs(VolunteerAssignment.class)
                        .mappedBy((_, row) -> assignment(row.get("errand")))
                        .all());
    }

    private static VolunteerAssignment assignment(Value row) {
        return new VolunteerAssignment(
                row.get("key").asString(),
                row.get("order").asString(),
                row.get("volunteer").asString(),
                HelpKind.valueOf(row.get("kind").asString()),
                row.get("plannedOn").isNull() ? null : row.get("plannedOn").asLocalDate(),
                row.get("until").asLocalDate(),
                row.get("assignedAt").asZonedDateTime(),
                row.get("withdrawnAt").isNull() ? null : row.get("withdrawnAt").asZonedDateTime(),
                row.get("helpedOn").asList(Value::asLocalDate),
                row.get("helpedHours").asList(Value::asInt));
    }
}
