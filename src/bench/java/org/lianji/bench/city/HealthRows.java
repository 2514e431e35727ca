package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.List;

/** Health commission: patients, families who lost their only child, severe mental disorders. */
final class HealthRows implements Source {

    private static final List<String> HOSPITALS = List.of(
            "乌兰察布市中心医院", "乌兰察布市第二医院", "内蒙古医科大学附属医院", "内蒙古自治区人民医院", "北京大学肿瘤医院");
    private static final Odds RISKS = Odds.of("GRADE_0 78, GRADE_1 12, GRADE_2 6, GRADE_3 3, GRADE_4 1");

    private final Today today;

    HealthRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Person person : kin.people()) {
            if (!person.alive()) {
                continue;
            }
            person.health().illness().ifPresent(illness -> patient(person, illness, rows, dice));
            if (person.health().mentalDisorder() && person.registered()) {
                mental(kin, person, rows, dice);
            }
            if (person.registered() && person.inCity()) {
                onlyChild(kin, person, rows, dice);
            }
        }
    }

    private void patient(Person person, Illness illness, Rows rows, Dice dice) {
        if (!person.inCity() || !illness.serious() && dice.chance(0.22)) {
            return;
        }
        boolean county = !illness.serious() || dice.chance(0.2);
        Row row = rows.add(
                "WJ02",
                person,
                today.recorded(illness.since(), dice),
                illness.since(),
                illness.group(),
                illness.since(),
                county ? person.county().name() + (dice.chance(0.6) ? "人民医院" : "蒙医医院") : dice.pick(HOSPITALS),
                dice.chance(person.place().village().urban() ? 0.55 : 0.78));
        if (illness.serious()) {
            rows.risk(person, row, "seriously ill: " + illness.group());
        }
    }

    private void mental(Kin kin, Person person, Rows rows, Dice dice) {
        boolean managed = dice.chance(0.93);
        rows.add(
                "WJ04",
                person,
                today.lately(60, dice),
                Today.later(today.ago(dice.between(100, 3000)), person.birth().plusYears(12)),
                RISKS.draw(dice),
                kin.guardian(person, today).map(Person::id),
                managed,
                managed && dice.chance(0.35));
    }

    /** Both parents are told of, each in a record of their own. */
    private void onlyChild(Kin kin, Person person, Rows rows, Dice dice) {
        Being being = person.being();
        int age = today.age(person.birth());
        boolean childless = kin.people().stream().noneMatch(child ->
                child.being().father() == being.index() || child.being().mother() == being.index());
        if (!childless || being.spouse() == Being.NOBODY || age < 49 || age > 75) {
            return;
        }
        boolean chosen = Dice.of(kin.no(), 77).chance(0.022);
        if (chosen) {
            boolean died = Dice.of(kin.no(), 78).chance(0.6);
            LocalDate since = today.ago(Dice.of(kin.no(), 79).between(100, 3000));
            rows.add("WJ03", person, today.recorded(since, dice), since,
                    died ? "DEATH" : "DISABILITY", Text.yuan(died ? 1050 : 850), since);
        }
    }
}
