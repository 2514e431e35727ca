package org.lianji.bench.city;

import static org.lianji.bench.city.CityRecords.day;
import static org.lianji.bench.city.CityRecords.is;
import static org.lianji.bench.city.CityRecords.number;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the sentences of many rules say of a person, told from the rows of a city without errors.
 */
final class CityFacts {

    private static final Set<String> AT_WORK =
            Set.of("EMPLOYED", "SELF_EMPLOYED", "FLEXIBLE", "PUBLIC_WELFARE_POST");

    private final LocalDate today;
    private final CityRecords records;

    CityFacts(LocalDate today, CityRecords records) {
        this.today = today;
        this.records = records;
    }

    LocalDate today() {
        return today;
    }

    CityRecords records() {
        return records;
    }

    LocalDate ago(int months) {
        return today.minusMonths(months);
    }

    boolean any(String p, String code) {
        return records.any(p, code, _ -> true);
    }

    boolean any(String p, String code, Predicate<Map<String, String>> test) {
        return records.any(p, code, test);
    }

    /** {@return whether the day that the item names is so many months ago, or less} */
    boolean within(int months, Map<String, String> row, String item) {
        return !day(row, item).isBefore(ago(months));
    }

    boolean inFamily(String p, Predicate<String> test) {
        return records.members(p).stream().anyMatch(test);
    }

    /** {@return how many of the family live} */
    int heads(String p) {
        return (int) records.members(p).stream().filter(this::alive).count();
    }

    int age(String p) {
        LocalDate born = LocalDate.parse(p.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
        return Period.between(born, today).getYears();
    }

    boolean alive(String p) {
        return !any(p, "WJ01")
                && !any(p, "MZ11")
                && !any(p, "GA02", gone -> is(gone, "reason", "DEATH"));
    }

    /** A family where somebody is on the allowance. */
    boolean allowance(String p) {
        return inFamily(p, q -> any(q, "MZ01", aid -> is(aid, "status", "ACTIVE")));
    }

    boolean basicHelp(String p) {
        return any(p, "MZ01", CityFacts::helps) || any(p, "MZ02", CityFacts::running);
    }

    boolean recognised(String p) {
        return any(p, "MZ03", one -> is(one, "status", "VALID") && records.holds(one))
                || any(p, "MZ04", records::holds);
    }

    boolean relief(String p) {
        return any(p, "MZ05", one -> within(12, one, "grantedAt"));
    }

    boolean helped(String p) {
        return basicHelp(p) || recognised(p) || relief(p);
    }

    /** {@return whether the person lives and nobody of the family is helped} */
    boolean unhelped(String p) {
        return alive(p) && !inFamily(p, this::helped);
    }

    /** {@return whether somebody of the family works, or draws a pension from work} */
    boolean earners(String p) {
        return inFamily(
                p,
                q ->
                        any(q, "RS01", job -> AT_WORK.contains(job.get("state")))
                                || any(q, "RS02", CityFacts::waged)
                                || any(q, "RS03", CityFacts::pensionOfWork));
    }

    static boolean waged(Map<String, String> insurance) {
        return is(insurance, "state", "PAYING")
                && Set.of("EMPLOYEE_PENSION", "PUBLIC_SECTOR_PENSION")
                        .contains(insurance.get("scheme"));
    }

    static boolean pensionOfWork(Map<String, String> pension) {
        return is(pension, "state", "PAYING") && !is(pension, "scheme", "RESIDENT");
    }

    static boolean unemployed(Map<String, String> job) {
        return is(job, "state", "UNEMPLOYED");
    }

    static boolean helps(Map<String, String> aid) {
        return Set.of("ACTIVE", "GRADUAL_EXIT").contains(aid.get("status"));
    }

    static boolean running(Map<String, String> row) {
        return Set.of("ACTIVE", "PAYING").contains(row.getOrDefault("status", row.get("state")));
    }

    static boolean exceeded(Map<String, String> cost) {
        return is(cost, "exceeded", "true");
    }

    /** A home that fell or nearly did, and is not rebuilt. */
    static boolean lost(Map<String, String> home) {
        return Set.of("COLLAPSED", "SEVERE").contains(home.get("damage"))
                && home.get("completedOn").isEmpty();
    }

    boolean valid(Map<String, String> card) {
        return is(card, "state", "VALID") && records.holds(card);
    }

    boolean severe(Map<String, String> card) {
        return valid(card)
                && (Set.of("GRADE_1", "GRADE_2").contains(card.get("grade"))
                        || is(card, "grade", "GRADE_3")
                                && Set.of("MENTAL", "INTELLECTUAL").contains(card.get("type")));
    }

    /** {@return the last day of the allowance that a record says has stopped} */
    static LocalDate left(Map<String, String> aid) {
        return List.of("validTo", "validFrom", "observedAt").stream()
                .filter(item -> !aid.get(item).isEmpty())
                .findFirst()
                .map(item -> day(aid, item))
                .orElseThrow();
    }

    static boolean stopped(Map<String, String> aid) {
        return is(aid, "status", "STOPPED");
    }

    /** The month's standard of where they live or, where nobody says so, are registered. */
    int standard(String p) {
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

    boolean heavy(String p, Map<String, String> cost) {
        return (exceeded(cost) || number(cost, "selfPayTotal") >= 12 * standard(p))
                && within(12, cost, "observedAt");
    }
}
