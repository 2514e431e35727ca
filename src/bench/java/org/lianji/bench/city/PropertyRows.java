package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.List;

/** Homes and vehicles. Families on the allowance own at most what the rules let them own. */
final class PropertyRows implements Source {

    private static final String PLATE = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final Odds TYPES =
            Odds.of("SMALL_PASSENGER 82, LIGHT_TRUCK 9, HEAVY_TRUCK 2, MINI_PASSENGER 3, MINI_TRUCK 4");
    private static final Odds STATES =
            Odds.of("NORMAL 90, INSPECTION_OVERDUE 5, TRANSFERRED_OUT 2, CANCELLED 3");

    private final Today today;

    PropertyRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            List<Person> adults = family.living().stream()
                    .filter(person -> today.age(person.birth()) >= 20)
                    .toList();
            if (!adults.isEmpty()) {
                homes(family, adults, rows, dice);
                vehicles(family, dice.pick(adults), rows, dice);
            }
        }
    }

    private void homes(Family family, List<Person> adults, Rows rows, Dice dice) {
        boolean poor = family.aid().kind().now();
        boolean town = family.inCity() ? family.village().urban() : !family.rural();
        double share = !family.inCity() ? 0.28 : town ? (poor ? 0.4 : 0.72) : 0.36;
        if (!dice.chance(share)) {
            return;
        }
        Person owner = adults.getFirst();
        home(owner, family.village(), 1, rows, dice);
        if (!poor && town && dice.chance(0.1)) {
            home(owner, family.village(), 1, rows, dice);
        }
    }

    private void home(Person owner, Village village, double share, Rows rows, Dice dice) {
        boolean town = village.urban();
        LocalDate registered = today.ago(dice.between(50, 6500));
        String unit = village.code()
                + (town ? "GB" : "JC")
                + (10_000 + dice.below(90_000))
                + "F"
                + (10_000_000 + dice.below(90_000_000));
        rows.add(
                "ZR01",
                owner,
                today.recorded(registered, dice),
                registered,
                unit,
                town || dice.chance(0.4) ? "HOUSE_OWNERSHIP" : "HOMESTEAD",
                share,
                Text.tenths(town ? dice.uniform(48, 135) : dice.uniform(60, 260)),
                "RESIDENTIAL",
                village.address() + (town ? dice.between(1, 30) + "号楼" : dice.between(1, 180) + "号"),
                registered,
                town && dice.chance(0.16),
                registered);
    }

    private void vehicles(Family family, Person owner, Rows rows, Dice dice) {
        if (family.aid().kind() == AidKind.DIBAO || family.aid().kind() == AidKind.EXTREME) {
            harmless(family, owner, rows, dice);
            return;
        }
        double a = family.incomeAHead();
        double share = a < 900 ? 0.08 : a < 1800 ? 0.2 : a < 3500 ? 0.3 : 0.42;
        if (dice.chance(family.inCity() ? share : share * 0.35)) {
            car(owner, TYPES.draw(dice), "NON_COMMERCIAL", 1000 * dice.bell(12, 210), STATES.draw(dice), rows, dice);
        }
    }

    /** What looks like a car in a poor family and is none: for disabled people, worn out, or a motorcycle. */
    private void harmless(Family family, Person owner, Rows rows, Dice dice) {
        if (family.anyone(person -> person.health().severelyDisabled()) && dice.chance(0.04)) {
            car(owner, "MINI_PASSENGER", "DISABLED_MOBILITY", 18_000, "NORMAL", rows, dice);
        } else if (dice.chance(0.03)) {
            String type = family.rural() && dice.chance(0.5) ? "THREE_WHEELER" : "MOTORCYCLE";
            car(owner, type, "NON_COMMERCIAL", 100 * dice.between(15, 60), "NORMAL", rows, dice);
        } else if (dice.chance(0.01)) {
            car(owner, "SMALL_PASSENGER", "NON_COMMERCIAL", 30_000, "CANCELLED", rows, dice);
        }
    }

    Row car(Person owner, String type, String usage, double value, String state, Rows rows, Dice dice) {
        LocalDate registered = today.ago(dice.between(40, 3600));
        String tail = "" + PLATE.charAt(dice.below(34)) + dice.below(10) + PLATE.charAt(dice.below(34));
        return rows.add("GA03", owner, today.recorded(registered, dice), registered,
                tail, type, usage, registered, Text.yuan(value), state);
    }
}
