package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.Optional;

/** The federation of disabled people: certificates, rehabilitation, accessible homes. */
final class DisabilityRows implements Source {

    private static final Odds KINDS = Odds.of(
            "HOME_ACCESSIBILITY 50, DAY_CARE 14, HOME_CARE 26, RESIDENTIAL_CARE 10");

    private final Today today;

    DisabilityRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Person person : kin.people()) {
            if (person.registered()) {
                person.health().disability().ifPresent(card -> holder(kin, person, card, rows, dice));
            }
        }
    }

    private void holder(Kin kin, Person person, Disability card, Rows rows, Dice dice) {
        LocalDate until = card.issued().plusYears(10);
        Optional<LocalDate> end = kin.paidUntil(person, today);
        boolean frozen = dice.chance(0.01);
        Row row = rows.addUntil(
                "CL01",
                person,
                today.recorded(end.orElse(card.issued()), dice),
                card.issued(),
                end,
                card.certificate(person.id()),
                card.type(),
                "GRADE_" + card.grade(),
                card.issued(),
                until,
                end.isPresent() ? "CANCELLED" : frozen ? "FROZEN" : until.isBefore(today.date()) ? "EXPIRED" : "VALID");
        boolean valid = person.alive() && !frozen && !until.isBefore(today.date());
        if (valid && card.severe()) {
            rows.risk(person, row, "severely disabled: " + card.type() + " grade " + card.grade());
        }
        if (valid && person.inCity()) {
            services(person, card, rows, dice);
        }
    }

    private void services(Person person, Disability card, Rows rows, Dice dice) {
        boolean child = today.age(person.birth()) < 16;
        if (dice.chance(child ? 0.5 : 0.16)) {
            LocalDate day = after(card, dice);
            boolean training = child && !card.type().equals("HEARING");
            double amount = training ? 1000 * dice.between(8, 20) : 100 * dice.between(3, 60);
            rows.add("CL02", person, today.recorded(day, dice), day,
                    training ? "CHILD_TRAINING" : device(card, dice),
                    Text.yuan(amount), Text.yuan(dice.chance(0.4) ? amount * 0.1 : 0), day,
                    HardshipRows.careHome(person.county(), dice));
        }
        if (card.severe() && dice.chance(0.12)) {
            LocalDate day = after(card, dice);
            rows.add("CL03", person, today.recorded(day, dice), day,
                    KINDS.draw(dice), Text.yuan(100 * dice.between(10, 50)), day,
                    HardshipRows.careHome(person.county(), dice));
        }
    }

    private LocalDate after(Disability card, Dice dice) {
        return dice.day(Today.later(card.issued(), today.ago(1300)), today.yesterday());
    }

    private static String device(Disability card, Dice dice) {
        return switch (card.type()) {
            case "VISUAL" -> "VISION_AID";
            case "HEARING", "SPEECH" -> "HEARING_AID";
            case "PHYSICAL", "MULTIPLE" -> dice.pick("WHEELCHAIR", "WALKING_AID", "PROSTHESIS", "NURSING_DEVICE");
            default -> "COMMUNITY_REHABILITATION";
        };
    }
}
