package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.List;

/** Emergency management: relief after disasters, homes rebuilt. */
final class DisasterRows implements Source {

    private static final Odds LOSSES = Odds.of(
            "CROPS 55, LIVESTOCK 14, PASTURE 10, HOUSING 8, PROPERTY 8, WATER_SHORTAGE 5");

    private final Today today;

    DisasterRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            boolean farm = family.rural() && family.inCity() && !family.village().urban();
            if (farm && !family.living().isEmpty()) {
                disaster(family, rows, dice);
            }
        }
    }

    private void disaster(Family family, Rows rows, Dice dice) {
        int winter = today.date().getYear() - 1;
        double share = family.aid().kind().now() ? 0.22 : 0.05;
        if (dice.chance(share)) {
            LocalDate from = LocalDate.of(winter, 12, dice.between(5, 28));
            relief(family, "DC" + winter, "WINTER_SPRING", List.of("FOOD_SHORTAGE", "HEATING"),
                    120 * family.living().size(), from, from.plusDays(100), rows, dice);
        }
        if (dice.chance(0.02)) {
            LocalDate from = LocalDate.of(today.date().getYear(), 1, 1).minusDays(dice.between(90, 220));
            relief(family, "ZH" + from.getYear() + family.county().code() + Text.two(from.getMonthValue()),
                    dice.chance(0.8) ? "EMERGENCY" : "TRANSITION", List.of(LOSSES.draw(dice)),
                    100 * dice.between(3, 20), from, from.plusDays(dice.between(10, 85)), rows, dice);
        }
        if (dice.chance(0.006)) {
            rebuilt(family, rows, dice);
        }
    }

    private void relief(
            Family family,
            String disaster,
            String phase,
            List<String> losses,
            double amount,
            LocalDate from,
            LocalDate to,
            Rows rows,
            Dice dice) {
        rows.add(
                "YJ01",
                family.applicant(today),
                today.recorded(from, dice),
                from,
                disaster,
                phase,
                losses,
                family.living().size(),
                Text.yuan(amount),
                dice.chance(0.3) ? "面粉、棉被" : "",
                from,
                to);
    }

    private void rebuilt(Family family, Rows rows, Dice dice) {
        LocalDate notice = today.ago(dice.between(150, 900));
        LocalDate done = notice.plusDays(dice.between(60, 200));
        String damage = Odds.of("COLLAPSED 15, SEVERE 35, GENERAL 50").draw(dice);
        int rooms = dice.between(1, 4);
        rows.add(
                "YJ02",
                family.applicant(today),
                today.recorded(notice, dice),
                notice,
                "ZH" + notice.getYear() + family.county().code() + Text.two(notice.getMonthValue()),
                damage,
                rooms,
                Text.yuan(rooms * (damage.equals("COLLAPSED") ? 12_000 : damage.equals("SEVERE") ? 8000 : 2000)),
                notice,
                done.isBefore(today.date()) ? done : "");
    }
}
