package org.lianji.demo;

import org.jspecify.annotations.Nullable;
import org.lianji.agreements.Agreement;
import org.lianji.agreements.AgreementGraph;
import org.lianji.agreements.AgreementLifecycle;
import org.lianji.agreements.AgreementTransition;
import org.lianji.agreements.Agreements;
import org.lianji.agreements.AgreementsInForce;
import org.lianji.agreements.Step;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.clocks.WorkCalendar;
import org.lianji.database.MutationCall;
import org.lianji.database.MutationKeys;
import org.lianji.items.Department;
import org.lianji.items.Level;
import org.lianji.items.Share;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.terms.AgreementRequest;
import org.lianji.terms.DeliveryMode;
import org.lianji.terms.RequestChecks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Agreements for the demo city, made as the departments would make them, in an empty hub and in
 * demo mode only. They are dated back to days whose deadlines the calendar knows, so that a demo
 * starts on any day.
 */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
@ConditionalOnProperty(name = "lianji.demo.agreements", matchIfMissing = true)
public final class DemoAgreements implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoAgreements.class);

    private static final String MISUSE = "查询量明显超出申请的使用场景，请说明并整改";

    /** Seconds; nobody waits for an answer, and a busy machine takes a while. */
    private static final int LONGEST = 3_600;

    private static final int AGE = 60;
    private static final int WAITING = 3;
    private static final int LONGEST_DEADLINE = 40;

    /** Who decides special assistance, or is sent a warning, and has to know about whom. */
    private static final List<String> DECIDERS = List.of("YB", "JY", "ZJ", "RS", "YJ");

    private static final Set<String> APPLICANT =
            Set.of("hukouNo", "relationToHead", "name", "sex", "birthDate");
    private static final Set<String> RECOGNITION = Set.of("area", "memberCount", "monthlyAmount");

    private final AgreementGraph graph;
    private final RequestChecks checks;
    private final MonitoringRequests monitoring;
    private final AgreementLifecycle life;
    private final AgreementsInForce inForce;
    private final WorkCalendar calendar;
    private final Catalogue catalogue;
    private final MutationKeys keys;
    private final PlatformTransactionManager manager;
    private final Clock clock;

    public DemoAgreements(
            AgreementGraph graph,
            RequestChecks checks,
            MonitoringRequests monitoring,
            AgreementLifecycle life,
            AgreementsInForce inForce,
            WorkCalendar calendar,
            Catalogue catalogue,
            MutationKeys keys,
            PlatformTransactionManager manager,
            Clock clock) {
        this.graph = graph;
        this.checks = checks;
        this.monitoring = monitoring;
        this.life = life;
        this.inForce = inForce;
        this.calendar = calendar;
        this.catalogue = catalogue;
        this.keys = keys;
        this.manager = manager;
        this.clock = clock;
    }

    /** All in one transaction: a start that was killed leaves none, and the next begins anew. */
    @Override
    public void run(ApplicationArguments arguments) {
        long start = System.nanoTime();
        TransactionTemplate whole = new TransactionTemplate(manager);
        whole.setTimeout(LONGEST);
        boolean made = Boolean.TRUE.equals(whole.execute(_ -> graph.claimEmpty() && make()));
        if (made) {
            inForce.refresh();
            log.info(
                    "演示协议：{} 份生效，{} 毫秒",
                    inForce.now().size(),
                    (System.nanoTime() - start) / 1_000_000);
        } else {
            log.info("演示协议：已有 {} 份生效的协议，不再生成", inForce.now().size());
        }
    }

    private boolean make() {
        Agreements desk = desk(AGE);
        String lead = desk.lead();
        for (Department department : catalogue.departments()) {
            if (!department.lead()) {
                checks(department, EnumSet.of(Purpose.A, Purpose.D), Level.S4)
                        .forEach(request -> active(desk, lead, request));
                checks(department, EnumSet.of(Purpose.B, Purpose.C), Level.S3)
                        .forEach(request -> active(desk, lead, request));
                monitoring.of(department).forEach(request -> active(desk, lead, request));
                recognition().forEach(request -> active(desk, department.code(), request));
            }
        }
        DECIDERS.forEach(consumer -> active(desk, consumer, applicant()));
        for (String category : List.of("GA01", "CL01")) {
            active(desk, lead, services(category));
        }
        for (String consumer : List.of("YB", "JY")) {
            for (String category : List.of("CL01", "NM01")) {
                active(desk, consumer, special(category));
            }
        }
        Agreement misused = active(desk, "RS", special("JY01"));
        Agreements today = desk(WAITING);
        step(
                on(LocalDate.now(clock).minusDays(WAITING)),
                AgreementTransition.SUSPEND,
                unit(misused.terms().provider()),
                misused);
        Agreement waiting = today.request(call("RS"), special("YB01"));
        waiting = step(today, AgreementTransition.SIGN, head("RS"), waiting);
        step(today, AgreementTransition.SUBMIT, unit("RS"), waiting);
        return true;
    }

    /** What the lead department needs of a provider: one request for each set of purposes. */
    private Stream<AgreementRequest> checks(Department provider, Set<Purpose> wanted, Level level) {
        Map<String, List<Category>> byPurposes =
                catalogue.categories().stream()
                        .filter(category -> category.owner().equals(provider))
                        .filter(category -> category.share() != Share.NOT_SHARED)
                        .filter(category -> opens(category, level))
                        .collect(
                                Collectors.groupingBy(
                                        category -> letters(category, wanted),
                                        TreeMap::new,
                                        Collectors.toList()));
        byPurposes.remove("");
        return byPurposes.entrySet().stream()
                .map(
                        group ->
                                request(
                                        group.getValue().stream()
                                                .map(one -> part(one.code(), null))
                                                .toList(),
                                        purposes(group.getKey()),
                                        level,
                                        "社会救助法第四十一条、第四十二条",
                                        "社会救助对象认定、复核、监测和急难救助中的信息核对"));
    }

    private static boolean opens(Category category, Level level) {
        return category.items().stream()
                .anyMatch(
                        item ->
                                item.share() == Share.CONDITIONAL
                                        && item.level().compareTo(level) <= 0);
    }

    private static String letters(Category category, Set<Purpose> wanted) {
        return category.purposes().stream()
                .filter(wanted::contains)
                .map(Purpose::name)
                .sorted()
                .collect(Collectors.joining());
    }

    private static Set<Purpose> purposes(String letters) {
        return letters.chars()
                .mapToObj(letter -> Purpose.valueOf(Character.toString(letter)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Purpose.class)));
    }

    /** Who is recognised (social assistance law §42) is open without; this is how much they get. */
    private Stream<AgreementRequest> recognition() {
        List<AgreementRequest.Part> parts =
                Stream.of("MZ01", "MZ03", "MZ04")
                        .flatMap(code -> catalogue.category(code).stream())
                        .map(category -> part(category.code(), recognition(category)))
                        .filter(part -> part.items() != null && !part.items().isEmpty())
                        .toList();
        return Stream.of(
                request(parts, EnumSet.of(Purpose.E), Level.S3, "社会救助法第四十二条", "专项救助办理中认定结果互认"));
    }

    private static Set<String> recognition(Category category) {
        return RECOGNITION.stream()
                .filter(name -> category.item(name).isPresent())
                .collect(Collectors.toSet());
    }

    private static AgreementRequest applicant() {
        return request(
                List.of(part("GA01", APPLICANT)),
                EnumSet.of(Purpose.C, Purpose.E),
                Level.S3,
                "社会救助法第四十二条",
                "专项救助办理和推送预警核实中确认申请人及其家庭成员");
    }

    private static AgreementRequest special(String category) {
        return ofOneCategory(category, "社会救助法第四十二条", "专项救助办理中核对困难情形");
    }

    /** Who lives there, for who assesses what services they need. */
    private static AgreementRequest services(String category) {
        return ofOneCategory(category, "社会救助法第三十四条", "服务需求评估");
    }

    private static AgreementRequest ofOneCategory(String category, String basis, String scenario) {
        return request(
                List.of(part(category, null)), EnumSet.of(Purpose.E), Level.S3, basis, scenario);
    }

    private static AgreementRequest.Part part(String category, @Nullable Set<String> items) {
        return items == null
                ? new AgreementRequest.Part(category, null)
                : AgreementRequest.Part.of(category, items);
    }

    private static AgreementRequest request(
            List<AgreementRequest.Part> scope,
            Set<Purpose> purposes,
            Level level,
            String basis,
            String scenario) {
        return new AgreementRequest(
                scope, purposes, null, level, DeliveryMode.API, 36, basis, scenario);
    }

    private static Agreement active(Agreements desk, String consumer, AgreementRequest request) {
        Agreement agreement = desk.request(call(consumer), request);
        String provider = agreement.terms().provider();
        agreement = step(desk, AgreementTransition.SIGN, head(consumer), agreement);
        agreement = step(desk, AgreementTransition.SUBMIT, unit(consumer), agreement);
        agreement = step(desk, AgreementTransition.PREPARE_APPROVAL, unit(provider), agreement);
        agreement = step(desk, AgreementTransition.APPROVE, head(provider), agreement);
        agreement = step(desk, AgreementTransition.DELIVER, unit(provider), agreement);
        return step(desk, AgreementTransition.CONFIRM_DELIVERY, unit(consumer), agreement);
    }

    private static Agreement step(
            Agreements desk, AgreementTransition transition, Caller caller, Agreement before) {
        Step step =
                transition == AgreementTransition.SUSPEND
                        ? new Step(before.id(), before.version(), MISUSE, 20, "演示-1")
                        : Step.of(before.id(), before.version(), null);
        return desk.take(MutationCall.unnamed(caller, transition.name()), transition, step);
    }

    private static MutationCall call(String department) {
        return MutationCall.unnamed(unit(department), "requestAgreement");
    }

    private static Caller unit(String department) {
        return new Caller(department, "demo-agreements", Set.of(Role.SHARING_UNIT), "", null);
    }

    private static Caller head(String department) {
        return new Caller(department, "demo-agreements", Set.of(Role.SHARING_HEAD), "", null);
    }

    /** Requests as of some days ago, earlier where the calendar ends sooner. */
    private Agreements desk(int daysAgo) {
        LocalDate wanted = LocalDate.now(clock).minusDays(daysAgo);
        LocalDate latest = calendar.lastDay().minusDays(LONGEST_DEADLINE);
        return on(wanted.isBefore(latest) ? wanted : latest);
    }

    /** Nobody is told. */
    private Agreements on(LocalDate day) {
        long days = ChronoUnit.DAYS.between(LocalDate.now(clock), day);
        Clock then = Clock.offset(clock, Duration.ofDays(days));
        return new Agreements(graph, checks, life, catalogue, keys, manager, _ -> {}, then);
    }
}
