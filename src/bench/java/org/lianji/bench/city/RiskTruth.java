package org.lianji.bench.city;

import static org.lianji.bench.city.CityFacts.exceeded;
import static org.lianji.bench.city.CityFacts.left;
import static org.lianji.bench.city.CityFacts.lost;
import static org.lianji.bench.city.CityFacts.stopped;
import static org.lianji.bench.city.CityFacts.unemployed;
import static org.lianji.bench.city.CityRecords.day;
import static org.lianji.bench.city.CityRecords.is;
import static org.lianji.bench.city.CityRecords.number;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Who should be helped and is not: the rules R101 to R116. */
final class RiskTruth {

    private static final Set<String> SERIOUS =
            Set.of(
                    "MALIGNANT_TUMOUR",
                    "LEUKAEMIA_LYMPHOMA",
                    "END_STAGE_RENAL",
                    "ORGAN_TRANSPLANT",
                    "MYOCARDIAL_INFARCTION",
                    "STROKE");
    private static final Set<String> UNABLE =
            Set.of(
                    "IMPRISONED",
                    "COMPULSORY_REHABILITATION",
                    "LOST_CONTACT",
                    "DECLARED_MISSING",
                    "DEAD");

    private final CityFacts facts;

    RiskTruth(CityFacts facts) {
        this.facts = facts;
    }

    Map<String, Predicate<String>> rules() {
        return Map.ofEntries(
                Map.entry(
                        "R101",
                        p -> facts.unhelped(p) && facts.any(p, "YB03", c -> facts.heavy(p, c))),
                Map.entry("R102", this::disabled),
                Map.entry(
                        "R103",
                        p ->
                                facts.any(p, "WJ02", ill -> SERIOUS.contains(group(ill)))
                                        && facts.unhelped(p)
                                        && !facts.earners(p)),
                Map.entry("R104", this::withoutWork),
                Map.entry("R105", this::student),
                Map.entry("R106", this::homeless),
                Map.entry("R107", this::outOfSchool),
                Map.entry("R108", this::withoutAdults),
                Map.entry("R109", this::oldAlone),
                Map.entry("R110", this::hitAgain),
                Map.entry("R111", this::resident),
                Map.entry(
                        "R112",
                        p ->
                                facts.any(p, "NM01", one -> is(one, "riskCleared", "false"))
                                        && facts.unhelped(p)),
                Map.entry("R113", this::breadwinner),
                Map.entry("R114", this::returned),
                Map.entry("R115", this::changed),
                Map.entry("R116", this::unattended));
    }

    private static String group(Map<String, String> ill) {
        return ill.get("diseaseGroup");
    }

    private boolean disabled(String p) {
        return facts.any(p, "CL01", facts::severe)
                && facts.alive(p)
                && !facts.any(p, "MZ08", CityFacts::running)
                && !facts.any(p, "MZ02", CityFacts::running);
    }

    private boolean withoutWork(String p) {
        YearMonth month = YearMonth.from(facts.today());
        return facts.any(
                        p,
                        "RS01",
                        job -> unemployed(job) && !day(job, "registeredOn").isAfter(facts.ago(6)))
                && facts.age(p) < 60
                && !facts.any(
                        p,
                        "RS04",
                        benefit ->
                                benefit.get("to").isEmpty()
                                        || !YearMonth.parse(benefit.get("to")).isBefore(month))
                && facts.unhelped(p)
                && !facts.earners(p);
    }

    private boolean student(String p) {
        return facts.any(
                        p,
                        "JY02",
                        one -> is(one, "level", "SEVERE") && facts.within(14, one, "recognisedOn"))
                && facts.unhelped(p);
    }

    private boolean homeless(String p) {
        return facts.any(p, "YJ02", home -> lost(home) && home.get("subsidy").isEmpty())
                && facts.alive(p)
                && !facts.inFamily(p, facts::relief)
                && !facts.inFamily(
                        p, q -> facts.any(q, "YJ01", given -> facts.within(12, given, "from")));
    }

    private boolean outOfSchool(String p) {
        return facts.age(p) >= 6
                && facts.age(p) <= 16
                && facts.any(
                        p,
                        "JY04",
                        one -> is(one, "risk", "DROPPED_OUT") || is(one, "risk", "SUSPECTED"));
    }

    /** Grown-ups who left the register by dying count among those who stood in it. */
    private boolean withoutAdults(String p) {
        Predicate<String> grown = q -> facts.age(q) >= 18;
        return facts.age(p) < 18
                && facts.alive(p)
                && !facts.any(p, "MZ07")
                && facts.records().of(p, "GA01").stream()
                        .flatMap(row -> facts.records().ever(row.get("hukouNo")).stream())
                        .anyMatch(grown.and(q -> !facts.alive(q)))
                && !facts.inFamily(p, grown.and(facts::alive));
    }

    private boolean oldAlone(String p) {
        return facts.any(p, "GA01")
                && facts.unhelped(p)
                && facts.heads(p) == 1
                && (facts.age(p) >= 80
                        || facts.age(p) >= 70
                                && facts.any(p, "CL01", card -> is(card, "state", "VALID")))
                && !facts.any(p, "RS03", CityFacts::pensionOfWork);
    }

    private boolean hitAgain(String p) {
        return facts.any(p, "MZ03", one -> is(one, "status", "VALID") && facts.records().holds(one))
                && !facts.inFamily(p, q -> facts.basicHelp(q) || facts.relief(q))
                && facts.inFamily(
                        p,
                        q ->
                                facts.any(
                                                q,
                                                "YB03",
                                                c ->
                                                        exceeded(c)
                                                                && facts.within(6, c, "observedAt"))
                                        || facts.any(
                                                q, "WJ01", one -> facts.within(6, one, "diedOn"))
                                        || facts.any(q, "YJ02", CityFacts::lost));
    }

    private boolean resident(String p) {
        return facts.any(p, "GA04", facts.records()::holds)
                && facts.unhelped(p)
                && facts.any(
                        p, "YB03", cost -> exceeded(cost) && facts.within(12, cost, "observedAt"));
    }

    /** The dead is named, since it is their record that tells. */
    private boolean breadwinner(String p) {
        return facts.any(p, "WJ01", death -> facts.within(12, death, "diedOn"))
                && facts.age(p) >= 18
                && facts.age(p) < 60
                && facts.records().households(p).stream()
                        .flatMap(no -> facts.records().today(no).stream())
                        .anyMatch(
                                child ->
                                        facts.age(child) < 18
                                                && facts.unhelped(child)
                                                && !facts.any(child, "MZ07"));
    }

    private boolean returned(String p) {
        return facts.unhelped(p)
                && facts.any(
                        p,
                        "MZ01",
                        aid ->
                                stopped(aid)
                                        && !left(aid).isBefore(facts.ago(24))
                                        && facts.inFamily(p, q -> hurt(q, left(aid))));
    }

    private boolean hurt(String q, LocalDate since) {
        return facts.any(
                        q,
                        "YB03",
                        cost ->
                                exceeded(cost)
                                        && facts.within(12, cost, "observedAt")
                                        && !day(cost, "observedAt").isBefore(since))
                || facts.any(
                        q,
                        "RS01",
                        job ->
                                unemployed(job)
                                        && facts.within(12, job, "registeredOn")
                                        && !day(job, "registeredOn").isBefore(since));
    }

    private boolean changed(String p) {
        return facts.unhelped(p)
                && facts.any(
                        p,
                        "MZ12",
                        check ->
                                is(check, "conclusion", "OVER_LIMITS")
                                        && facts.within(24, check, "issuedOn")
                                        && facts.inFamily(
                                                p, q -> costlySince(q, day(check, "issuedOn"))));
    }

    private boolean costlySince(String q, LocalDate day) {
        return facts.any(q, "YB03", cost -> exceeded(cost) && day(cost, "observedAt").isAfter(day));
    }

    private boolean unattended(String p) {
        return facts.age(p) < 18
                && facts.any(p, "MZ07", child -> UNABLE.contains(child.get("guardianState")))
                && !facts.any(p, "MZ07", child -> number(child, "monthlyAmount") > 0);
    }
}
