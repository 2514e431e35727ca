package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Healthcare security: insurance, medical assistance, warnings of high costs, chronic entitlements. */
final class MedicalRows implements Source {

    private static final int YEARS = 3;
    private static final double THRESHOLD = 15_000;
    private static final Map<String, String> CODES = Map.of(
            "HYPERTENSION", "M03900", "DIABETES", "M01600", "CORONARY", "M04600", "COPD", "M05300",
            "STROKE", "M04800", "MALIGNANT_TUMOUR", "M00500", "END_STAGE_RENAL", "M07800",
            "CHRONIC_LIVER", "M06200", "RHEUMATOID_LUPUS", "M06900", "PARKINSON", "M02300");

    private final Today today;

    MedicalRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            for (Person person : family.members()) {
                insurance(family, person, rows, dice);
                if (person.alive() && person.inCity()) {
                    costs(family, person, rows, dice);
                }
            }
        }
    }

    private void insurance(Family family, Person person, Rows rows, Dice dice) {
        boolean employee = person.job().formal() || person.job() == Job.EMPLOYEE_PENSION
                || person.job() == Job.PUBLIC_PENSION;
        if (!dice.chance(person.registered() ? (person.inCity() ? 0.985 : 0.62) : 0.4)) {
            return;
        }
        int last = (person.alive() ? today.yesterday() : person.being().died()).getYear();
        int first = Math.max(today.date().getYear() - YEARS + 1, person.birth().getYear());
        for (int year = first; year <= last; year++) {
            insured(family, person, employee, year, rows, dice);
        }
    }

    private void insured(
            Family family, Person person, boolean employee, int year, Rows rows, Dice dice) {
        boolean current = year == today.date().getYear();
        LocalDate from = Today.later(LocalDate.of(year, 1, 1), person.birth());
        boolean helped = !employee && !family.aid().since().isAfter(LocalDate.of(year, 1, 1));
        String kind = !helped ? "NONE" : switch (family.aid().kind()) {
            case EXTREME -> "FULL";
            case DIBAO, MARGIN -> "FIXED";
            case NONE, RIGID, FORMER, REFUSED -> "NONE";
        };
        double premium = 400 - 10 * (today.date().getYear() - year);
        rows.addUntil(
                "YB01",
                person,
                today.recorded(from, dice),
                from,
                current ? Optional.empty() : Optional.of(LocalDate.of(year, 12, 31)),
                employee ? "EMPLOYEE" : "RESIDENT",
                year,
                employee || dice.chance(0.97),
                kind,
                Text.yuan(kind.equals("FULL") ? premium : kind.equals("FIXED") ? 240 : 0));
        if (!kind.equals("NONE")) {
            rows.help(person, "YB");
        }
    }

    private void costs(Family family, Person person, Rows rows, Dice dice) {
        boolean poor = family.aid().kind().now() || family.aid().watched();
        Optional<Illness> illness = person.health().illness();
        boolean ill = illness.isPresent();
        boolean grave = person.health().seriouslyIll();
        int settlements = poor && ill ? dice.between(0, grave ? 3 : 2)
                : poor ? (dice.chance(0.2) ? 1 : 0) : grave && dice.chance(0.1) ? 1 : 0;
        for (int i = 0; i < settlements; i++) {
            settlement(person, poor, grave, rows, dice);
        }
        if (grave ? dice.chance(0.6) : ill && dice.chance(0.03)) {
            warning(person, illness.get(), rows, dice);
        }
        if (illness.filter(i -> CODES.containsKey(i.group())).isPresent()
                && dice.chance(grave ? 0.8 : 0.5)) {
            entitlement(person, illness.get(), rows, dice);
        }
    }

    private void settlement(Person person, boolean poor, boolean grave, Rows rows, Dice dice) {
        boolean out = !grave && dice.chance(0.5);
        double total = out ? dice.uniform(300, 4000) : dice.uniform(3500, grave ? 90_000 : 18_000);
        double base = total * dice.uniform(0.45, 0.65);
        double serious = total > 30_000 ? (total - base) * 0.4 : 0;
        double aid = (total - base - serious) * (poor ? 0.7 : 0.3);
        LocalDate day = today.lately(700, dice);
        rows.add(
                "YB02",
                person,
                today.recorded(day, dice),
                day,
                "JS" + person.county().code() + (1_000_000_000L + dice.below(1_000_000_000)),
                out ? "OUTPATIENT" : poor ? "INPATIENT" : "EXTRA",
                Text.yuan(total),
                Text.yuan(base),
                Text.yuan(serious),
                Text.yuan(aid),
                Text.yuan(total - base - serious - aid),
                day);
    }

    private void warning(Person person, Illness illness, Rows rows, Dice dice) {
        double paid = dice.uniform(9_000, illness.serious() ? 70_000 : 22_000);
        LocalDate observed = today.lately(200, dice);
        Row row = rows.add("YB03", person, observed, observed.withDayOfMonth(1),
                12, Text.yuan(paid), Text.yuan(THRESHOLD), paid >= THRESHOLD, illness.group());
        if (paid >= THRESHOLD) {
            rows.risk(person, row, "paid " + Text.yuan(paid) + " for treatment in 12 months");
        }
    }

    private void entitlement(Person person, Illness illness, Rows rows, Dice dice) {
        LocalDate approved = Today.earlier(
                illness.since().plusDays(dice.between(10, 200)), today.yesterday());
        rows.add("YB04", person, today.recorded(approved, dice), approved,
                CODES.get(illness.group()), approved, approved.plusYears(approved.isBefore(today.ago(700)) ? 12 : 3),
                Text.yuan(illness.serious() ? 50_000 : 1000 * dice.between(2, 6)));
    }
}
