package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Farming and herding: families watched, land, subsidies. */
final class FarmRows implements Source {

    private static final Odds OTHER_RISKS = Odds.of(
            "EMPLOYMENT 30, INDUSTRY 18, LABOUR_SHORTAGE 26, ACCIDENT 10, DISASTER 10, OTHER 6");
    private static final Odds CROPS = Odds.of(
            "CORN_PRODUCER 50, SOYBEAN_PRODUCER 6, CROP_ROTATION 14, INSURANCE_PREMIUM 14, FARMLAND_TO_FOREST 16");
    private static final List<String> HELPERS =
            List.of("张建军", "王海燕", "刘永强", "高晓明", "李文英", "巴雅尔", "孙丽娜", "郝志刚");

    private final Today today;

    FarmRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            if (family.aid().watched()) {
                watched(family, rows, dice);
            }
        }
        for (String household : kin.households()) {
            List<Person> people = kin.household(household);
            Person head = people.getFirst();
            if (head.rural() && head.alive() && dice.chance(0.9)) {
                land(head, people.size(), rows, dice);
            }
        }
    }

    private void watched(Family family, Rows rows, Dice dice) {
        LocalDate identified = today.lately(1300, dice);
        boolean cleared = identified.isBefore(today.ago(300)) && dice.chance(0.4);
        LocalDate day = Today.earlier(identified.plusDays(dice.between(180, 500)), today.yesterday());
        String kind = Odds.of("UNSTABLE 32, MARGINAL 43, SUDDEN_HARDSHIP 25").draw(dice);
        String helper = dice.pick(HELPERS);
        List<String> risks = risks(family, dice);
        for (Person person : family.living()) {
            rows.add("NM01", person, today.recorded(cleared ? day : identified, dice), identified,
                    kind, risks, identified, cleared, cleared ? day : "", helper);
        }
    }

    private static List<String> risks(Family family, Dice dice) {
        var risks = new ArrayList<String>();
        if (family.anyone(person -> person.health().seriouslyIll())) {
            risks.add("ILLNESS");
        }
        if (family.anyone(person -> person.health().severelyDisabled())) {
            risks.add("DISABILITY");
        }
        if (family.anyone(person -> person.school().filter(School::higher).isPresent())) {
            risks.add("EDUCATION");
        }
        if (risks.isEmpty() || dice.chance(0.3)) {
            risks.add(OTHER_RISKS.draw(dice));
        }
        return risks;
    }

    private void land(Person head, int people, Rows rows, Dice dice) {
        boolean herder = head.hukou().village().pastoral();
        double land = herder ? dice.uniform(0, 12) : people * dice.uniform(4, 14);
        double pasture = herder ? people * dice.uniform(250, 900) : dice.chance(0.2) ? dice.uniform(5, 60) : 0;
        boolean leased = dice.chance(head.place().isHome() ? 0.25 : 0.8);
        LocalDate contract = LocalDate.of(1998, 1, 1).plusDays(dice.between(0, 400));
        rows.add(
                "NM02",
                head,
                today.recorded(contract, dice),
                contract,
                head.hukou().village().code() + "J" + String.valueOf(10_000 + dice.below(10_000)).substring(1),
                Text.tenths(land),
                Text.tenths(pasture),
                leased,
                Text.yuan(leased ? land * 180 + pasture * 12 : 0));
        String card = String.valueOf(10_000 + dice.below(10_000)).substring(1);
        for (int year = today.date().getYear() - 2; year <= today.date().getYear(); year++) {
            if (herder) {
                paid(head, "GRAZING_BAN", year, pasture * 7.5, card, rows, dice);
                paid(head, "GRASS_BALANCE", year, pasture * 1.5, card, rows, dice);
            } else {
                paid(head, "FARMLAND_FERTILITY", year, land * 68, card, rows, dice);
                if (dice.chance(0.45)) {
                    paid(head, CROPS.draw(dice), year, land * dice.uniform(20, 90), card, rows, dice);
                }
            }
        }
    }

    private void paid(
            Person head, String item, int year, double amount, String card, Rows rows, Dice dice) {
        LocalDate day = LocalDate.of(year, dice.between(5, 9), dice.between(1, 28));
        if (day.isBefore(today.date())) {
            rows.add("NM03", head, today.recorded(day, dice), day, item, year, Text.yuan(amount), day, card);
        }
    }
}
