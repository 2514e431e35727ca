package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.Optional;

/** Housing: public rental homes, dangerous houses, the provident fund. */
final class HousingRows implements Source {

    private final Today today;

    HousingRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            if (family.living().isEmpty() || !family.inCity()) {
                continue;
            }
            Person head = family.applicant(today);
            boolean town = family.village().urban();
            boolean poor = family.aid().kind().now();
            if (town && head.registered() && dice.chance(poor ? 0.2 : family.incomeAHead() < 1500 ? 0.06 : 0.004)) {
                rental(head, rows, dice);
            }
            if (!town && family.rural() && dice.chance(poor ? 0.2 : 0.01)) {
                renovation(head, rows, dice);
            }
            for (Person person : family.living()) {
                boolean pays = person.job() == Job.PUBLIC_SECTOR
                        || person.job() == Job.EMPLOYED && dice.chance(0.45);
                if (pays && person.inCity()) {
                    fund(person, rows, dice);
                }
            }
        }
    }

    private void rental(Person person, Rows rows, Dice dice) {
        boolean home = dice.chance(0.4);
        LocalDate from = today.ago(dice.between(60, 1400));
        boolean ended = dice.chance(0.1);
        LocalDate end = Today.earlier(from.plusDays(dice.between(200, 900)), today.yesterday());
        int area = dice.between(38, 60);
        rows.addUntil(
                "ZJ01",
                person,
                today.recorded(ended ? end : from, dice),
                from,
                ended ? Optional.of(end) : Optional.empty(),
                home ? "IN_KIND" : "SUBSIDY",
                home ? person.place().village().address() + "保障小区" + dice.between(1, 20) + "号楼" : "",
                area,
                home ? Text.yuan(area * 2.4) : "",
                home ? "" : Text.yuan(60 * dice.between(2, 5)),
                from,
                ended ? end : from.plusYears(3).isAfter(today.date()) ? from.plusYears(3) : "",
                ended ? "ENDED" : "RECEIVING");
    }

    private void renovation(Person person, Rows rows, Dice dice) {
        LocalDate done = LocalDate.of(today.date().getYear() - dice.between(1, 8), dice.between(6, 10), dice.between(1, 28));
        boolean whole = dice.chance(0.5);
        rows.add(
                "ZJ02",
                person,
                today.recorded(done, dice),
                done,
                whole ? "D" : "C",
                done.getYear(),
                Text.yuan(1000 * (whole ? dice.between(16, 32) : dice.between(6, 12))),
                done);
    }

    private void fund(Person person, Rows rows, Dice dice) {
        double wage = person.work().income();
        double deposit = Math.round(wage * (person.job() == Job.PUBLIC_SECTOR ? 0.24 : 0.16));
        boolean loan = dice.chance(0.25);
        boolean withdrew = loan || dice.chance(0.2);
        rows.add(
                "ZJ03",
                person,
                today.lately(40, dice),
                person.work().since(),
                Text.yuan(wage),
                Text.yuan(deposit),
                Text.yuan(deposit * dice.between(3, 70)),
                withdrew ? today.lately(700, dice) : "",
                Text.yuan(loan ? dice.uniform(20_000, 380_000) : 0),
                dice.chance(0.95) ? "NORMAL" : "SEALED");
    }
}
