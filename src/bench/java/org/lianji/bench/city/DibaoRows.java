package org.lianji.bench.city;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Households on the minimum living allowance, now or until lately. */
final class DibaoRows implements Source {

    private final Today today;

    DibaoRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            if (family.aid().dibao()) {
                paid(kin, family, rows, dice);
            } else if (family.aid().kind() == AidKind.FORMER) {
                LocalDate end = family.aid().since();
                row(family, family.members(), end.minusDays(dice.between(300, 1500)), Optional.of(end),
                        "STOPPED", rows, dice);
            }
        }
    }

    private void paid(Kin kin, Family family, Rows rows, Dice dice) {
        List<Person> covered = family.members().stream()
                .filter(person -> person.alive() || kin.stillPaid().contains(person.index()))
                .toList();
        LocalDate since = family.aid().since();
        if (covered.isEmpty()) {
            Optional<LocalDate> end = family.members().stream()
                    .flatMap(person -> kin.paidUntil(person, today).stream())
                    .reduce(Today::later);
            row(family, family.members(), since, end, "STOPPED", rows, dice);
            return;
        }
        String status = dice.chance(0.03) ? "GRADUAL_EXIT" : dice.chance(0.006) ? "SUSPENDED" : "ACTIVE";
        Row row = row(family, covered, since, Optional.empty(), status, rows, dice);
        covered.forEach(person -> rows.paid(person, row));
    }

    private Row row(
            Family family,
            List<Person> covered,
            LocalDate since,
            Optional<LocalDate> end,
            String status,
            Rows rows,
            Dice dice) {
        covered.forEach(person -> rows.help(person, "MZ"));
        Person applicant = covered.contains(family.applicant(today))
                ? family.applicant(today)
                : covered.getFirst();
        LocalDate observed = end.map(day -> today.recorded(day, dice))
                .orElseGet(() -> today.lately(45, dice));
        YearMonth start = YearMonth.from(since).plusMonths(1);
        LocalDate exit = today.date().plusDays(dice.between(10, 170));
        return rows.addUntil(
                "MZ01",
                applicant,
                observed,
                start.atDay(1),
                end,
                family.no(),
                covered.stream().map(Person::id).toList(),
                family.rural() ? "RURAL" : "URBAN",
                covered.size(),
                Text.yuan(amount(family, covered)),
                dice.chance(0.8) ? "TOP_UP" : "TIERED",
                uplifts(covered),
                start,
                covered.size() == 1 && !family.rural() || dice.chance(0.25) ? "MONTHS_6" : "MONTHS_12",
                status,
                status.equals("GRADUAL_EXIT") ? exit : "");
    }

    /** 补差: the standard times the members, less the month's income, rounded up once. */
    private static double amount(Family family, List<Person> covered) {
        double gap = family.standard() * covered.size() - family.income();
        return Math.max(Math.ceil(gap), 50 * covered.size());
    }

    private List<String> uplifts(List<Person> covered) {
        var uplifts = new ArrayList<String>();
        if (covered.stream().anyMatch(person -> today.age(person.birth()) >= 60)) {
            uplifts.add("ELDERLY");
        }
        if (covered.stream().anyMatch(person -> today.age(person.birth()) < 18)) {
            uplifts.add("MINOR");
        }
        if (covered.stream().anyMatch(person -> person.health().severelyDisabled())) {
            uplifts.add("SEVERELY_DISABLED");
        }
        if (covered.stream().anyMatch(person -> person.health().seriouslyIll())) {
            uplifts.add("SERIOUSLY_ILL");
        }
        return uplifts;
    }
}
