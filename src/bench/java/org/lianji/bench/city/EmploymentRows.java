package org.lianji.bench.city;

import java.time.LocalDate;
import java.time.YearMonth;

/** Human resources: who works, who looks for work, who is helped to it. */
final class EmploymentRows implements Source {

    private static final Odds REASONS = Odds.of("""
            CONTRACT_EXPIRED 24, DISMISSED 18, RESIGNED 22, EMPLOYER_CLOSED 10, BUSINESS_CLOSED 10,
            NEW_ENTRANT 8, LAND_LOST 3, OTHER 5""");
    private static final Odds POSTS = Odds.of("护林员 28, 保洁员 34, 护路员 12, 草管员 14, 护边员 4, 治安协管员 8");
    private static final Odds MEASURES =
            Odds.of("TRAINING 42, JOB_MATCHING 28, CAREER_GUIDANCE 20, LABOUR_EXPORT 10");

    private final Today today;

    EmploymentRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            for (Person person : family.living()) {
                if (person.inCity() && today.age(person.birth()) < 60) {
                    adult(family, person, rows, dice);
                }
            }
        }
    }

    private void adult(Family family, Person person, Rows rows, Dice dice) {
        boolean poor = family.aid().dibao() || family.aid().watched();
        boolean post = poor && today.age(person.birth()) >= 18
                && (person.job() == Job.FARMER || person.job() == Job.FLEXIBLE)
                && dice.chance(0.2);
        if (post) {
            registered(family, person, "PUBLIC_WELFARE_POST", rows, dice);
            publicPost(person, rows, dice);
            return;
        }
        switch (person.job()) {
            case EMPLOYED -> registered(family, person, "EMPLOYED", 0.5, rows, dice);
            case SELF_EMPLOYED -> registered(family, person, "SELF_EMPLOYED", 0.3, rows, dice);
            case FLEXIBLE -> registered(family, person, "FLEXIBLE", 0.25, rows, dice);
            case UNEMPLOYED -> unemployed(family, person, rows, dice);
            default -> {}
        }
    }

    private void unemployed(Family family, Person person, Rows rows, Dice dice) {
        Row row = registered(family, person, "UNEMPLOYED", rows, dice);
        rows.risk(person, row, "registered unemployed");
        if (!person.rural() && dice.chance(0.3)) {
            benefit(person, rows, dice);
        }
        if (dice.chance(0.2)) {
            LocalDate from = today.lately(400, dice);
            rows.add("RS05", person, today.recorded(from, dice), from,
                    MEASURES.draw(dice), "", "", "", from,
                    Today.earlier(from.plusDays(dice.between(5, 60)), today.yesterday()));
        }
    }

    private void registered(
            Family family, Person person, String state, double share, Rows rows, Dice dice) {
        if (dice.chance(share)) {
            registered(family, person, state, rows, dice);
        }
    }

    private Row registered(Family family, Person person, String state, Rows rows, Dice dice) {
        boolean out = state.equals("UNEMPLOYED");
        LocalDate since = out
                ? today.lately(540, dice)
                : Today.later(person.work().since(), today.date().minusYears(8));
        boolean nobody = !family.anyone(member -> member.job().working());
        return rows.add(
                "RS01",
                person,
                today.recorded(since, dice),
                since,
                state,
                since,
                out ? REASONS.draw(dice) : "",
                state.equals("EMPLOYED") ? person.work().employer() : "",
                out ? Integer.parseInt(Odds.of("0 80, 1 12, 2 5, 3 3").draw(dice)) : 0,
                out && nobody);
    }

    private void benefit(Person person, Rows rows, Dice dice) {
        YearMonth from = YearMonth.from(today.ago(dice.between(20, 500)));
        int months = dice.between(3, 18);
        rows.add(
                "RS04",
                person,
                today.recorded(from.atEndOfMonth().isBefore(today.date()) ? from.atEndOfMonth()
                        : today.yesterday(), dice),
                from.atDay(1),
                Text.yuan(1584),
                months,
                from,
                from.plusMonths(months - 1));
    }

    private void publicPost(Person person, Rows rows, Dice dice) {
        LocalDate from = today.lately(700, dice);
        rows.add(
                "RS05",
                person,
                today.recorded(from, dice),
                from,
                "PUBLIC_WELFARE_POST",
                POSTS.draw(dice),
                person.place().village().code(),
                Text.yuan(person.rural() ? 833 : 1980),
                from,
                from.plusYears(3).minusDays(1));
    }
}
