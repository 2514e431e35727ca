package org.lianji.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianji.terms.Samples.at;
import static org.lianji.terms.Samples.call;
import static org.lianji.terms.Samples.caller;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.clocks.CalendarCode;
import org.lianji.clocks.KnownCalendar;
import org.lianji.clocks.WorkCalendar;
import org.lianji.database.MutationKeys;
import org.lianji.demo.DemoAgreements;
import org.lianji.demo.MonitoringRequests;
import org.lianji.items.Level;
import org.lianji.paging.Stretch;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.rules.Rules;
import org.lianji.terms.AgreementRequest;
import org.lianji.terms.AgreementState;
import org.lianji.terms.DeliveryMode;
import org.lianji.terms.RequestChecks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.transaction.PlatformTransactionManager;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The hub on other days than today, with the calendar as far as the State Council has given it. */
@HubTest
class AgreementDaysIT {

    @Autowired AgreementGraph graph;

    @Autowired RequestChecks checks;

    @Autowired MonitoringRequests monitoring;

    @Autowired Rules rules;

    @Autowired Catalogue catalogue;

    @Autowired Neo4jClient client;

    @Autowired MutationKeys keys;

    @Autowired PlatformTransactionManager manager;

    @Autowired ApplicationEventPublisher news;

    private final WorkCalendar calendar = KnownCalendar.DAYS;
    private final AgreementLifecycle life = new AgreementLifecycle(KnownCalendar.RULES, calendar);
    private final AtomicReference<LocalDate> day = new AtomicReference<>();
    private final Clock clock =
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneId.of("Asia/Shanghai");
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public java.time.Instant instant() {
                    return at(day.get()).toInstant();
                }
            };

    private Agreements requests() {
        return new Agreements(graph, checks, life, catalogue, keys, manager, news, clock);
    }

    private AgreementsInForce inForce() {
        AgreementsInForce inForce = new AgreementsInForce(graph, clock);
        inForce.refresh();
        return inForce;
    }

    private void demo(AgreementsInForce inForce) {
        new DemoAgreements(
                        graph,
                        checks,
                        monitoring,
                        life,
                        inForce,
                        calendar,
                        catalogue,
                        keys,
                        manager,
                        clock)
                .run(new DefaultApplicationArguments());
    }

    @Test
    void refusesADeadlineThatRunsIntoAYearWithoutHolidaysAndWritesNothing() {
        day.set(LocalDate.parse("2026-12-20"));
        Agreements requests = requests();
        Agreement draft =
                requests.request(
                        call("JY", Role.SHARING_UNIT),
                        new AgreementRequest(
                                List.of(new AgreementRequest.Part("RS01", null)),
                                EnumSet.of(Purpose.E),
                                null,
                                Level.S3,
                                DeliveryMode.API,
                                12,
                                "教育法",
                                "资助"));
        Agreement signed =
                requests.take(
                        call("JY", Role.SHARING_HEAD),
                        AgreementTransition.SIGN,
                        Step.of(draft.id(), 1, null));

        assertThatThrownBy(
                        () ->
                                requests.take(
                                        call("JY", Role.SHARING_UNIT),
                                        AgreementTransition.SUBMIT,
                                        Step.of(draft.id(), 2, null)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.code())
                                    .isEqualTo(CalendarCode.CALENDAR_YEAR_MISSING);
                            assertThat(problem.details())
                                    .containsEntry("year", 2027)
                                    .containsEntry("setting", "lianji.calendar.file");
                        });
        assertThat(graph.find(draft.id(), day.get())).contains(signed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25", "2026-12-20", "2027-06-01"})
    void startsADemoOnAnyDay(String today) {
        day.set(LocalDate.parse(today));
        AgreementsInForce inForce = inForce();

        demo(inForce);
        int made = inForce.now().size();
        demo(inForce);

        assertThat(inForce.now()).hasSize(made).hasSizeGreaterThan(30);
        Agreements requests = requests();
        assertThat(states(requests, AgreementState.SUSPENDED)).isEqualTo(1);
        assertThat(states(requests, AgreementState.SUBMITTED)).isEqualTo(1);
        assertThat(states(requests, AgreementState.ACTIVE)).isEqualTo(made);
    }

    private int states(Agreements requests, AgreementState state) {
        return requests.listing(caller("MZ", Role.SHARING_UNIT), null, state)
                .read(Stretch.start(200))
                .size();
    }

    @Test
    void opensToCivilAffairsWhatTheDemoNeedsAndNoMore() {
        day.set(LocalDate.parse("2026-11-25"));
        AgreementsInForce inForce = inForce();
        demo(inForce);

        assertThat(levels(inForce, "MZ", "GA01"))
                .containsExactly("A S4", "B S3", "C S3", "C S4", "D S4", "E S3");
        assertThat(inForce.now())
                .filteredOn(one -> one.purposes().equals(Set.of("C")))
                .filteredOn(one -> one.level().equals("S4") && one.items().containsKey("GA01"))
                .singleElement()
                .satisfies(one -> assertThat(one.items()).containsEntry("GA01", read("GA01")));
        assertThat(levels(inForce, "MZ", "JY04")).containsExactly("C S3", "C S4", "D S4");
        assertThat(levels(inForce, "MZ", "WJ04")).isEmpty();
        assertThat(levels(inForce, "MZ", "SJ01")).containsExactly("C S4");
        assertThat(levels(inForce, "MZ", "YB02")).doesNotContain("C S4");
        assertThat(levels(inForce, "YB", "CL01")).containsExactly("E S3");
        assertThat(levels(inForce, "JY", "NM01")).containsExactly("E S3");
        assertThat(levels(inForce, "GA", "MZ01")).containsExactly("E S3");
        assertThat(levels(inForce, "GA", "CL01")).isEmpty();
        assertThat(inForce.now())
                .filteredOn(one -> one.consumer().equals("GA"))
                .singleElement()
                .satisfies(
                        one ->
                                assertThat(one.items().get("MZ01"))
                                        .isEqualTo(Set.of("area", "memberCount", "monthlyAmount")));
    }

    /** What rules read of the category. */
    private Set<String> read(String category) {
        return rules.all().stream()
                .flatMap(rule -> rule.items().getOrDefault(category, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> levels(AgreementsInForce inForce, String consumer, String category) {
        Set<String> found = new TreeSet<>();
        inForce.now().stream()
                .filter(one -> one.consumer().equals(consumer))
                .filter(one -> one.items().containsKey(category))
                .forEach(
                        one ->
                                one.purposes()
                                        .forEach(
                                                purpose -> found.add(purpose + " " + one.level())));
        return found;
    }

    @Test
    void turnsWithTheDay() {
        day.set(LocalDate.parse("2026-11-25"));
        AgreementsInForce inForce = inForce();
        demo(inForce);
        LocalDate last = inForce.now().getFirst().until();
        long version = inForce.version();
        List<ActiveAgreement> first = inForce.now();
        assertThat(inForce.version()).isEqualTo(version);

        day.set(last);
        assertThat(inForce.now()).as("the last day counts").containsAll(first);
        day.set(last.plusDays(1));
        assertThat(inForce.now()).isEmpty();
        assertThat(inForce.version()).isGreaterThan(version);
    }

    @Test
    void goesOnByItselfWhenItsSuspensionIsOver() {
        day.set(LocalDate.parse("2026-11-02"));
        AgreementsInForce inForce = inForce();
        demo(inForce);
        Agreements requests = requests();
        ActiveAgreement one = inForce.now().getFirst();
        suspend(requests, one, "INC-1");
        inForce.refresh();
        assertThat(ids(inForce)).doesNotContain(one.id());

        day.set(LocalDate.parse("2026-11-09"));
        assertThat(ids(inForce)).as("the last day counts").doesNotContain(one.id());
        day.set(LocalDate.parse("2026-11-10"));
        assertThat(ids(inForce)).contains(one.id());
        assertThat(state(one)).isEqualTo(AgreementState.ACTIVE);

        requests.turnOfTheDay();
        requests.turnOfTheDay();
        assertThat(graph.history(List.of(one.id())).get(one.id()))
                .extracting(AgreementEvent::transition)
                .endsWith(AgreementTransition.SUSPEND, AgreementTransition.END_SUSPENSION);
        day.set(LocalDate.parse("2026-11-16"));
        assertThatThrownBy(() -> suspend(requests, one, "INC-2")).hasMessage("SUSPENDED_JUST_NOW");
        day.set(LocalDate.parse("2026-11-17"));
        for (String same : List.of("inc-1", "ＩＮＣ—１", "Inc – 1")) {
            assertThatThrownBy(() -> suspend(requests, one, same)).hasMessage("SUSPENDED_BEFORE");
        }
        suspend(requests, one, "INC-2");
        assertThat(state(one)).isEqualTo(AgreementState.SUSPENDED);
    }

    private void suspend(Agreements requests, ActiveAgreement one, String incident) {
        long version = graph.find(one.id(), day.get()).orElseThrow().version();
        requests.take(
                call(one.provider(), Role.SHARING_UNIT),
                AgreementTransition.SUSPEND,
                new Step(one.id(), version, "查询量异常", 5, incident));
    }

    private AgreementState state(ActiveAgreement one) {
        return graph.find(one.id(), day.get()).orElseThrow().state();
    }

    private static List<String> ids(AgreementsInForce inForce) {
        return inForce.now().stream().map(ActiveAgreement::id).toList();
    }

    @Test
    void neverUsesAVersionTwice() {
        day.set(LocalDate.parse("2026-11-25"));
        AgreementsInForce inForce = inForce();
        demo(inForce);
        long version = inForce.version();

        client.query("MATCH (n:Agreement|AgreementsVersion) DETACH DELETE n").run();
        inForce.refresh();

        assertThat(inForce.now()).isEmpty();
        assertThat(inForce.version()).isGreaterThan(version);
    }
}
