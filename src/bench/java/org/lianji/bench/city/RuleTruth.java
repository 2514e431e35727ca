package org.lianji.bench.city;

import static org.lianji.bench.city.CityRecords.day;
import static org.lianji.bench.city.CityRecords.is;
import static org.lianji.bench.city.CityRecords.number;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who should be found by each of some rules of monitoring, told from the rows of a city without
 * errors in plain Java.
 *
 * <p>It was written beside the rules' Cypher, with it in sight: it is a second writing, not an
 * independent judgement. It notices where a statement of the hub (its family, its scope, its
 * chunks, what contributing made of the rows) finds others than the sentence says over the plain
 * rows, and where one of the two writings slipped. A mistake in what a rule means may stand in
 * both.
 *
 * <p>A rule about families names each member whose own record makes it one.
 */
public final class RuleTruth {

    private static final List<String> BENEFITS = List.of("MZ02", "MZ08", "MZ09", "RS03");

    private final LocalDate today;
    private final CityRecords records;
    private final Map<String, Set<String>> found = new TreeMap<>();

    public RuleTruth(Path city, LocalDate today) {
        this.today = today;
        this.records = new CityRecords(city, today);
        records.people().forEach(this::alone);
        records.people().forEach(this::inFamily);
    }

    /** {@return the ID numbers of whom each rule should find, by its code} */
    public Map<String, Set<String>> found() {
        return found;
    }

    /** {@return the codes of the rules that it can tell of} */
    public static List<String> rules() {
        return List.of(
                "R101", "R102", "R105", "R107", "R112", "R201", "R202", "R203", "R204", "R206",
                "R209", "R210", "R211", "R303", "R304", "R305");
    }

    /** {@return the codes of those among them that judge a family} */
    public static Set<String> ofFamilies() {
        return Set.of("R101", "R105", "R112", "R204", "R206", "R209", "R210");
    }

    /** {@return a name of the family that the departments know the person in} */
    public String family(String person) {
        return records.family(person);
    }

    private void alone(String p) {
        boolean died = records.any(p, "WJ01", _ -> true);
        boolean cremated = records.any(p, "MZ11", _ -> true);
        boolean paid =
                BENEFITS.stream().anyMatch(code -> records.any(p, code, RuleTruth::running))
                        || records.any(p, "MZ01", aid -> helps(aid) && is(aid, "memberCount", "1"));
        find("R201", p, died && paid);
        find("R202", p, cremated && paid);
        find(
                "R203",
                p,
                paid
                        && records.any(
                                p,
                                "GA02",
                                gone ->
                                        Set.of("DEATH", "SETTLED_ABROAD")
                                                .contains(gone.get("reason"))));
        find(
                "R102",
                p,
                alive(p)
                        && records.any(p, "CL01", this::severe)
                        && !records.any(p, "MZ08", RuleTruth::running)
                        && !records.any(p, "MZ02", RuleTruth::running));
        find(
                "R107",
                p,
                age(p) >= 6
                        && age(p) <= 16
                        && records.any(
                                p,
                                "JY04",
                                risk ->
                                        Set.of("DROPPED_OUT", "SUSPECTED")
                                                .contains(risk.get("risk"))));
        find(
                "R211",
                p,
                age(p) >= 18
                        && records.any(p, "MZ07", child -> number(child, "monthlyAmount") > 0)
                        && !records.any(p, "JY01", school -> is(school, "state", "ENROLLED")));
        find(
                "R303",
                p,
                records.any(
                        p,
                        "MZ11",
                        fire ->
                                !day(fire, "diedOn").isAfter(today.minusMonths(3))
                                        && (records.any(p, "RS02", RuleTruth::running)
                                                || records.any(
                                                        p,
                                                        "RS01",
                                                        job ->
                                                                hiredAfter(
                                                                        job,
                                                                        day(fire, "diedOn"))))));
        find("R304", p, nursed(p, "MZ08") && nursed(p, "MZ09"));
        find(
                "R305",
                p,
                records.any(p, "MZ08", RuleTruth::running)
                        && records.any(p, "CL01", card -> !valid(card))
                        && !records.any(p, "CL01", this::valid));
    }

    private void inFamily(String p) {
        boolean alive = alive(p);
        boolean unhelped = alive && family(p, this::helped).isEmpty();
        boolean allowance =
                alive
                        && !family(
                                        p,
                                        q ->
                                                records.any(
                                                        q,
                                                        "MZ01",
                                                        aid -> is(aid, "status", "ACTIVE")))
                                .isEmpty();
        find("R101", p, unhelped && records.any(p, "YB03", cost -> heavy(p, cost)));
        find(
                "R105",
                p,
                unhelped
                        && records.any(
                                p,
                                "JY02",
                                one ->
                                        is(one, "level", "SEVERE")
                                                && !day(one, "recognisedOn")
                                                        .isBefore(today.minusMonths(14))));
        find("R112", p, unhelped && records.any(p, "NM01", one -> is(one, "riskCleared", "false")));
        find(
                "R204",
                p,
                allowance
                        && records.any(p, "GA03", RuleTruth::costlyCar)
                        && !records.any(
                                p,
                                "CL01",
                                card ->
                                        is(card, "state", "VALID")
                                                && is(card, "type", "PHYSICAL")));
        find("R206", p, allowance && records.any(p, "SJ01", RuleTruth::company));
        find(
                "R209",
                p,
                allowance
                        && records.any(
                                p,
                                "MZ12",
                                check ->
                                        number(check, "deposits") > 60_000
                                                && !day(check, "issuedOn")
                                                        .isBefore(today.minusMonths(12))));
        find(
                "R210",
                p,
                allowance
                        && records.any(
                                p,
                                "ZJ03",
                                fund ->
                                        is(fund, "state", "NORMAL")
                                                && number(fund, "balance") > 30_000));
    }

    private static boolean hiredAfter(Map<String, String> job, LocalDate death) {
        return is(job, "state", "EMPLOYED") && day(job, "registeredOn").isAfter(death);
    }

    private boolean heavy(String p, Map<String, String> cost) {
        return (is(cost, "exceeded", "true") || number(cost, "selfPayTotal") >= 12 * standard(p))
                && !day(cost, "observedAt").isBefore(today.minusMonths(12));
    }

    /** The month's standard of where they live or, where nobody says so, are registered. */
    private int standard(String p) {
        String place =
                records.of(p, "GA04").stream()
                        .filter(records::holds)
                        .map(row -> row.get("liveRegion"))
                        .findFirst()
                        .orElseGet(
                                () ->
                                        records.of(p, "GA01").stream()
                                                .map(row -> row.get("hukouRegion"))
                                                .findFirst()
                                                .orElse(""));
        return place.startsWith("150902") ? 815 : 615;
    }

    private static boolean costlyCar(Map<String, String> car) {
        return is(car, "state", "NORMAL")
                && car.get("vehicleType").endsWith("PASSENGER")
                && !is(car, "usage", "DISABLED_MOBILITY")
                && number(car, "value") > 30_000;
    }

    private static boolean company(Map<String, String> share) {
        return is(share, "state", "ACTIVE")
                && Set.of("SHAREHOLDER", "LEGAL_REPRESENTATIVE").contains(share.get("role"))
                && !Set.of("INDIVIDUAL_BUSINESS", "COOPERATIVE").contains(share.get("entityType"));
    }

    private boolean helped(String p) {
        return records.any(p, "MZ01", RuleTruth::helps)
                || records.any(p, "MZ02", RuleTruth::running)
                || records.any(p, "MZ03", one -> is(one, "status", "VALID") && records.holds(one))
                || records.any(p, "MZ04", records::holds)
                || records.any(
                        p, "MZ05", one -> !day(one, "grantedAt").isBefore(today.minusMonths(12)));
    }

    private boolean severe(Map<String, String> card) {
        return valid(card)
                && (Set.of("GRADE_1", "GRADE_2").contains(card.get("grade"))
                        || is(card, "grade", "GRADE_3")
                                && Set.of("MENTAL", "INTELLECTUAL").contains(card.get("type")));
    }

    private boolean valid(Map<String, String> card) {
        return is(card, "state", "VALID") && records.holds(card);
    }

    private boolean nursed(String p, String code) {
        return records.any(p, code, row -> is(row, "kind", "NURSING") && running(row));
    }

    private static boolean running(Map<String, String> row) {
        return Set.of("ACTIVE", "PAYING").contains(row.getOrDefault("status", row.get("state")));
    }

    private static boolean helps(Map<String, String> aid) {
        return Set.of("ACTIVE", "GRADUAL_EXIT").contains(aid.get("status"));
    }

    private boolean alive(String p) {
        return !records.any(p, "WJ01", _ -> true)
                && !records.any(p, "MZ11", _ -> true)
                && !records.any(p, "GA02", gone -> is(gone, "reason", "DEATH"));
    }

    private List<String> family(String p, Predicate<String> test) {
        return records.members(p).stream().filter(test).toList();
    }

    /** {@return how old the person is by their number} */
    public int age(String p) {
        LocalDate born =
                LocalDate.parse(
                        p.substring(6, 14), java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
        return Period.between(born, today).getYears();
    }

    private void find(String rule, String p, boolean so) {
        if (so) {
            found.computeIfAbsent(rule, _ -> new TreeSet<>()).add(p);
        }
    }
}
