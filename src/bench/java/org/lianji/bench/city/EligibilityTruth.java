package org.lianji.bench.city;

import static org.lianji.bench.city.CityFacts.helps;
import static org.lianji.bench.city.CityFacts.unemployed;
import static org.lianji.bench.city.CityFacts.waged;
import static org.lianji.bench.city.CityRecords.day;
import static org.lianji.bench.city.CityRecords.is;
import static org.lianji.bench.city.CityRecords.number;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Who is still helped and should not be: the rules R201 to R213. */
final class EligibilityTruth {

    private static final List<String> BENEFITS = List.of("MZ02", "MZ08", "MZ09", "RS03");

    private final CityFacts facts;

    EligibilityTruth(CityFacts facts) {
        this.facts = facts;
    }

    Map<String, Predicate<String>> rules() {
        return Map.ofEntries(
                Map.entry("R201", p -> facts.any(p, "WJ01") && paid(p)),
                Map.entry("R202", p -> facts.any(p, "MZ11") && paid(p)),
                Map.entry(
                        "R203",
                        p ->
                                facts.any(
                                                p,
                                                "GA02",
                                                gone ->
                                                        is(gone, "reason", "DEATH")
                                                                || is(
                                                                        gone,
                                                                        "reason",
                                                                        "SETTLED_ABROAD"))
                                        && paid(p)),
                Map.entry("R204", p -> owns(p, "GA03", this::costlyCar) && !walksBadly(p)),
                Map.entry("R205", p -> owns(p, "ZR01", EligibilityTruth::home) && homes(p) >= 2),
                Map.entry("R206", p -> owns(p, "SJ01", EligibilityTruth::company)),
                Map.entry(
                        "R207",
                        p ->
                                owns(
                                        p,
                                        "RS02",
                                        wage ->
                                                waged(wage)
                                                        && number(wage, "base")
                                                                > 2
                                                                        * facts.standard(p)
                                                                        * facts.heads(p))),
                Map.entry(
                        "R208",
                        p ->
                                owns(
                                        p,
                                        "RS03",
                                        pension ->
                                                is(pension, "state", "PAYING")
                                                        && number(pension, "monthlyPension")
                                                                > 815 * facts.heads(p))),
                Map.entry(
                        "R209",
                        p ->
                                owns(
                                        p,
                                        "MZ12",
                                        check ->
                                                number(check, "deposits") > 60_000
                                                        && facts.within(12, check, "issuedOn"))),
                Map.entry(
                        "R210",
                        p ->
                                owns(
                                        p,
                                        "ZJ03",
                                        fund ->
                                                is(fund, "state", "NORMAL")
                                                        && number(fund, "balance") > 30_000)),
                Map.entry(
                        "R211",
                        p ->
                                facts.age(p) >= 18
                                        && facts.any(
                                                p,
                                                "MZ07",
                                                child -> number(child, "monthlyAmount") > 0)
                                        && !facts.any(
                                                p,
                                                "JY01",
                                                school -> is(school, "state", "ENROLLED"))),
                Map.entry(
                        "R212",
                        p ->
                                facts.age(p) < 60
                                        && owns(
                                                p,
                                                "RS01",
                                                job ->
                                                        unemployed(job)
                                                                && number(job, "jobOffersRefused")
                                                                        >= 3)),
                Map.entry(
                        "R213",
                        p ->
                                facts.any(
                                        p,
                                        "MZ03",
                                        one ->
                                                is(one, "status", "VALID")
                                                        && !one.get("validUntil").isEmpty()
                                                        && day(one, "validUntil")
                                                                .isBefore(facts.today()))));
    }

    private boolean paid(String p) {
        return BENEFITS.stream().anyMatch(code -> facts.any(p, code, CityFacts::running))
                || facts.any(p, "MZ01", aid -> helps(aid) && is(aid, "memberCount", "1"));
    }

    /** {@return whether the person lives, has such a record, and the family is on the allowance} */
    private boolean owns(String p, String code, Predicate<Map<String, String>> test) {
        return facts.any(p, code, test) && facts.alive(p) && facts.allowance(p);
    }

    private boolean costlyCar(Map<String, String> car) {
        return is(car, "state", "NORMAL")
                && car.get("vehicleType").endsWith("PASSENGER")
                && !is(car, "usage", "DISABLED_MOBILITY")
                && number(car, "value") > 30_000;
    }

    private boolean walksBadly(String p) {
        return facts.any(
                p, "CL01", card -> is(card, "state", "VALID") && is(card, "type", "PHYSICAL"));
    }

    private static boolean company(Map<String, String> share) {
        return is(share, "state", "ACTIVE")
                && Set.of("SHAREHOLDER", "LEGAL_REPRESENTATIVE").contains(share.get("role"))
                && !Set.of("INDIVIDUAL_BUSINESS", "COOPERATIVE").contains(share.get("entityType"));
    }

    /** A smaller share than a half is somebody else's home. */
    private static boolean home(Map<String, String> right) {
        return is(right, "right", "HOUSE_OWNERSHIP")
                && is(right, "usage", "RESIDENTIAL")
                && (right.get("share").isEmpty() || number(right, "share") >= 0.5);
    }

    private long homes(String p) {
        return facts.records().members(p).stream()
                .flatMap(q -> facts.records().of(q, "ZR01").stream())
                .filter(EligibilityTruth::home)
                .map(right -> right.get("unitNo"))
                .distinct()
                .count();
    }
}
