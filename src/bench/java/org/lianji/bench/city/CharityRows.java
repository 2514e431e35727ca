package org.lianji.bench.city;

import java.time.LocalDate;

/** Help by charities and by services that the government buys. */
final class CharityRows implements Source {

    private static final Odds SERVICES = Odds.of("""
            VISITS 34, DAILY_CARE 14, CLEANING 12, MEALS 12, COMFORT 10, BATHING 6, NURSING 6,
            COUNSELLING 4, HOSPITAL_CARE 2""");
    private static final Odds PROJECTS = Odds.of(
            "暖冬行动 30, 爱心午餐 14, 孝老敬亲 20, 圆梦助学 14, 情暖草原 12, 邻里守望 10");

    private final Today today;

    CharityRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            double share = family.aid().kind().now() ? 0.16 : family.aid().watched() ? 0.1 : 0.004;
            if (family.inCity() && !family.living().isEmpty() && dice.chance(share)) {
                help(family, dice.pick(family.living()), rows, dice);
            }
        }
    }

    private void help(Family family, Person person, Rows rows, Dice dice) {
        boolean money = dice.chance(0.25);
        boolean service = !money && dice.chance(0.6);
        int units = service ? dice.between(1, 30) : 1;
        LocalDate delivered = today.lately(600, dice);
        String provider = UnifiedCodes.of(
                service ? UnifiedCodes.SOCIAL_SERVICE : UnifiedCodes.FOUNDATION,
                service ? family.county().code() : "150900",
                700 + dice.below(service ? 4 : 3));
        rows.add(
                "MZ14",
                person,
                today.recorded(delivered, dice),
                delivered,
                provider,
                PROJECTS.draw(dice),
                money ? "MONEY" : service ? "SERVICE" : "GOODS",
                service ? SERVICES.draw(dice) : "",
                units,
                Text.yuan(money ? 100 * dice.between(5, 50) : service ? 40 * units : 10 * dice.between(8, 60)),
                delivered,
                dice.chance(0.4) ? "XQ" + String.valueOf(10_000_000 + dice.below(10_000_000)).substring(1) : "",
                dice.chance(0.7) ? dice.between(3, 5) : "");
    }
}
