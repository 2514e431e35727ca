package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.List;

/** Reports about the means of those who asked for help, and of those who get it year by year. */
final class MeansCheckRows implements Source {

    private static final List<String> SOURCES =
            List.of("BANK", "SECURITIES", "INSURANCE", "PAYMENT_INSTITUTION", "TAX");

    private final Today today;

    MeansCheckRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            if (family.aid().kind() == AidKind.NONE) {
                continue;
            }
            boolean refused = family.aid().kind() == AidKind.REFUSED;
            List<Person> adults = family.members().stream()
                    .filter(person -> today.age(person.birth()) >= 18)
                    .limit(2)
                    .toList();
            for (Person adult : adults) {
                LocalDate first = Today.earlier(family.aid().since().minusDays(12), today.ago(20));
                check(adult, Today.later(first, today.ago(1400)), refused, rows, dice);
                if (family.aid().dibao() && adult.alive() && first.isBefore(today.ago(420))) {
                    check(adult, today.lately(330, dice), false, rows, dice);
                }
            }
        }
    }

    private void check(Person person, LocalDate issued, boolean over, Rows rows, Dice dice) {
        String number = person.county().code() + issued.getYear() + String.valueOf(
                10_000_000 + dice.below(10_000_000)).substring(1);
        double deposits = over ? dice.uniform(90_000, 600_000) : Math.max(0, dice.uniform(-3000, 18_000));
        boolean unclear = !over && dice.chance(0.05);
        rows.add(
                "MZ12",
                person,
                issued,
                issued,
                "WT" + number,
                "SQ" + number,
                "SQS" + number,
                dice.chance(0.9) ? SOURCES : SOURCES.subList(0, 3),
                Text.yuan(deposits),
                Text.yuan(over && dice.chance(0.3) ? dice.uniform(5000, 90_000) : 0),
                Text.yuan(dice.chance(0.1) ? dice.uniform(500, 6000) : 0),
                Text.yuan(person.job().formal() ? person.work().income() * 12 : 0),
                over,
                over ? "OVER_LIMITS" : unclear ? "TO_VERIFY" : "WITHIN_LIMITS",
                issued,
                issued.plusMonths(6));
    }
}
