package org.lianji.decision;

import org.lianji.decision.Library.Kind;
import org.lianji.decision.Library.Part;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes agreements: broad and narrow ones, some of other days. */
final class PolicyDice {

    private final Dice dice;
    private final LocalDate today;

    PolicyDice(Dice dice, LocalDate today) {
        this.dice = dice;
        this.today = today;
    }

    List<Deal> deals() {
        List<Deal> deals = new ArrayList<>();
        int count = dice.between(8, 24);
        for (int i = 0; i < count; i++) {
            List<String> two = dice.some(WorldDice.DEPARTMENTS, 2, 2);
            if (dice.chance(0.5)) {
                two.set(0, dice.one("MZ", "GA"));
            }
            if (!two.get(0).equals(two.get(1))) {
                deals.add(deal(two.get(0), two.get(1)));
            }
        }
        return deals;
    }

    private Deal deal(String provider, String consumer) {
        LocalDate from =
                dice.chance(0.07)
                        ? today.plusDays(dice.between(1, 30))
                        : today.minusDays(dice.below(90));
        LocalDate until =
                dice.chance(0.07)
                        ? today.minusDays(dice.between(1, 30))
                        : today.plusDays(dice.one(0, dice.between(1, 300)));
        Map<String, Set<String>> items = items(provider);
        return new Deal(
                dice.id('A'),
                provider,
                consumer,
                new LinkedHashSet<>(dice.some(List.of("A", "B", "C", "D", "E"), 1, 5)),
                items,
                masked(items),
                dice.chance(0.5) ? Set.of() : new LinkedHashSet<>(dice.some(Places.ALL, 1, 3)),
                dice.between(1, 4),
                from,
                until,
                dice.chance(0.93) ? "ACTIVE" : dice.one("SUSPENDED", "TERMINATED", "SUBMITTED"));
    }

    private Map<String, Set<String>> items(String provider) {
        double width = dice.one(0.3, 0.7, 1.0);
        Map<String, Set<String>> items = new LinkedHashMap<>();
        for (String code : WorldDice.CATEGORIES) {
            Kind kind = Library.sdl().kind(code);
            if (kind.owner().equals(provider) && dice.chance(0.75)) {
                items.put(code, dice.each(kind.parts().stream().map(Part::name).toList(), width));
            }
        }
        items.values().removeIf(Set::isEmpty);
        return items;
    }

    /** Some of those that have a mask; they are not asked for in clear any more. */
    private Map<String, Set<String>> masked(Map<String, Set<String>> items) {
        double width = dice.one(0.0, 0.0, 0.3, 0.7);
        Map<String, Set<String>> masked = new LinkedHashMap<>();
        items.forEach((code, names) -> masked.put(code, dice.each(maskable(code, names), width)));
        masked.forEach((code, names) -> items.get(code).removeAll(names));
        masked.values().removeIf(Set::isEmpty);
        items.values().removeIf(Set::isEmpty);
        return masked;
    }

    private static List<String> maskable(String code, Set<String> names) {
        Kind kind = Library.sdl().kind(code);
        return names.stream().filter(name -> Masks.has(kind.part(name))).toList();
    }
}
