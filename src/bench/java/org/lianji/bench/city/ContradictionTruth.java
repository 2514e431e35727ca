package org.lianji.bench.city;

import static org.lianji.bench.city.CityFacts.running;
import static org.lianji.bench.city.CityRecords.day;
import static org.lianji.bench.city.CityRecords.is;
import static org.lianji.bench.city.CityRecords.number;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What can't be true together, and what people are entitled to and don't get: the rules R301 to
 * R306 and R401 to R404.
 */
final class ContradictionTruth {

    private final CityFacts facts;

    ContradictionTruth(CityFacts facts) {
        this.facts = facts;
    }

    Map<String, Predicate<String>> rules() {
        return Map.of(
                "R301",
                p -> facts.any(p, "MZ02", CityFacts::running) && counted(p) >= 1,
                "R302",
                p -> counted(p) >= 2,
                "R303",
                p ->
                        facts.any(
                                p,
                                "MZ11",
                                fire ->
                                        !day(fire, "diedOn").isAfter(facts.ago(3))
                                                && busy(p, day(fire, "diedOn"))),
                "R304",
                p -> nursed(p, "MZ08") && nursed(p, "MZ09"),
                "R305",
                p ->
                        facts.any(p, "MZ08", CityFacts::running)
                                && facts.any(p, "CL01", this::lapsed)
                                && !facts.any(p, "CL01", facts::valid),
                "R306",
                p ->
                        facts.any(
                                p,
                                "MZ01",
                                aid ->
                                        is(aid, "status", "ACTIVE")
                                                && number(aid, "memberCount") > living(aid)),
                "R401",
                this::silent,
                "R402",
                p ->
                        facts.alive(p)
                                && !facts.inFamily(p, facts::basicHelp)
                                && facts.any(p, "MZ01", this::ending),
                "R403",
                p ->
                        facts.any(p, "CL01", facts::valid)
                                && facts.alive(p)
                                && facts.allowance(p)
                                && !facts.any(
                                        p,
                                        "MZ08",
                                        paid -> is(paid, "kind", "LIVING") && running(paid))
                                && !facts.any(p, "MZ02", CityFacts::running),
                "R404",
                p ->
                        facts.any(p, "YB01", this::unsubsidised)
                                && facts.alive(p)
                                && facts.allowance(p));
    }

    /** {@return in how many households on the allowance the person is counted} */
    private long counted(String p) {
        return facts.records().allowances(p).stream()
                .filter(aid -> is(aid, "status", "ACTIVE"))
                .map(aid -> aid.get("householdNo"))
                .distinct()
                .count();
    }

    private boolean busy(String p, LocalDate died) {
        return facts.any(p, "RS02", CityFacts::running)
                || facts.any(
                        p,
                        "RS01",
                        job ->
                                is(job, "state", "EMPLOYED")
                                        && day(job, "registeredOn").isAfter(died));
    }

    private boolean nursed(String p, String code) {
        return facts.any(p, code, row -> is(row, "kind", "NURSING") && running(row));
    }

    private long living(Map<String, String> aid) {
        return CityRecords.counted(aid).stream().filter(facts::alive).count();
    }

    private boolean silent(String p) {
        return facts.any(p, "CL01", facts::severe)
                && facts.unhelped(p)
                && !facts.inFamily(
                        p,
                        q -> facts.any(q, "MZ01") || facts.any(q, "MZ08") || facts.any(q, "MZ14"))
                && facts.inFamily(
                        p,
                        q ->
                                facts.any(q, "YB03", CityFacts::exceeded)
                                        || facts.any(q, "RS01", CityFacts::unemployed)
                                        || facts.any(
                                                q, "NM01", one -> is(one, "riskCleared", "false"))
                                        || facts.any(q, "JY02", one -> is(one, "level", "SEVERE")));
    }

    /** One that is frozen has not lapsed. */
    private boolean lapsed(Map<String, String> card) {
        return is(card, "state", "CANCELLED")
                || is(card, "state", "EXPIRED")
                || !facts.records().holds(card);
    }

    /** Within the last of the 24 months after the allowance ended. */
    private boolean ending(Map<String, String> aid) {
        return CityFacts.stopped(aid)
                && CityFacts.left(aid).isBefore(facts.ago(23))
                && !CityFacts.left(aid).isBefore(facts.ago(24));
    }

    private boolean unsubsidised(Map<String, String> premium) {
        return number(premium, "year") == facts.today().getYear()
                && is(premium, "scheme", "RESIDENT")
                && (is(premium, "subsidyKind", "NONE") || premium.get("subsidyKind").isEmpty());
    }
}
