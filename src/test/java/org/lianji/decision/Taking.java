package org.lianji.decision;

import org.lianji.decision.Rule.Reasoned;
import org.lianji.decision.World.Basis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes one thing away from what a caller is allowed: a world and agreements with less in them. */
final class Taking {

    private final Dice dice;
    private final World world;
    private final List<Deal> deals;
    private final Reasoned by;

    Taking(Dice dice, World world, List<Deal> deals, Reasoned by) {
        this.dice = dice;
        this.world = world;
        this.deals = deals;
        this.by = by;
    }

    /**
     * @param what was taken
     * @param world what is left of the world
     * @param deals what is left of the agreements
     */
    record Less(String what, World world, List<Deal> deals) {}

    Less less() {
        Optional<Deal> own =
                dice.some(deals, deals.size(), deals.size()).stream()
                        .filter(deal -> deal.consumer().equals(by.asker().department()))
                        .filter(deal -> deal.inForceOn(world.today()))
                        .filter(deal -> deal.purposes().contains(by.purpose()))
                        .findFirst();
        return own.isEmpty() || dice.chance(0.2)
                ? lessBasis()
                : switch (dice.below(8)) {
                    case 0 -> without(own.get());
                    case 6, 7 -> masked(own.get());
                    case 1, 2 -> fewerItems(own.get());
                    case 3, 4 -> fewerRegions(own.get());
                    default -> lowerLevel(own.get());
                };
    }

    private Less without(Deal deal) {
        return new Less("an agreement", world, deals.stream().filter(one -> one != deal).toList());
    }

    private Less with(String what, Deal deal, Deal other) {
        return new Less(what, world, deals.stream().map(one -> one == deal ? other : one).toList());
    }

    private Less fewerItems(Deal deal) {
        Map<String, Set<String>> items = new LinkedHashMap<>(deal.items());
        if (items.isEmpty()) {
            return without(deal);
        }
        String code = dice.one(List.copyOf(items.keySet()));
        items.put(code, dice.each(items.get(code), 0.6));
        items.values().removeIf(Set::isEmpty);
        return with("items of " + code, deal, items(deal, items, deal.masked()));
    }

    /** What was shown as it is comes masked, or what came masked not at all. */
    private Less masked(Deal deal) {
        if (deal.items().isEmpty()) {
            return with("masked items", deal, items(deal, deal.items(), Map.of()));
        }
        String code = dice.one(List.copyOf(deal.items().keySet()));
        Set<String> veiled = dice.each(List.copyOf(deal.items().get(code)), 0.5);
        Map<String, Set<String>> items = new LinkedHashMap<>(deal.items());
        Map<String, Set<String>> masked = new LinkedHashMap<>(deal.masked());
        items.put(code, new LinkedHashSet<>(deal.items().get(code)));
        items.get(code).removeAll(veiled);
        veiled.addAll(masked.getOrDefault(code, Set.of()));
        masked.put(code, veiled);
        return with("clear items of " + code, deal, items(deal, items, masked));
    }

    private Less fewerRegions(Deal deal) {
        if (deal.regions().size() == 1) {
            return without(deal);
        }
        Set<String> regions =
                deal.regions().isEmpty()
                        ? Set.of(dice.one(Places.ALL))
                        : new LinkedHashSet<>(
                                dice.some(deal.regions(), 1, deal.regions().size() - 1));
        return with("regions", deal, copy(deal, regions, deal.level()));
    }

    private Less lowerLevel(Deal deal) {
        return deal.level() == 1
                ? without(deal)
                : with("a level", deal, copy(deal, deal.regions(), deal.level() - 1));
    }

    private static Deal items(
            Deal deal, Map<String, Set<String>> items, Map<String, Set<String>> masked) {
        return copy(deal, items, masked, deal.regions(), deal.level());
    }

    private static Deal copy(Deal deal, Set<String> regions, int level) {
        return copy(deal, deal.items(), deal.masked(), regions, level);
    }

    private static Deal copy(
            Deal deal,
            Map<String, Set<String>> items,
            Map<String, Set<String>> masked,
            Set<String> regions,
            int level) {
        return new Deal(
                deal.id(),
                deal.provider(),
                deal.consumer(),
                deal.purposes(),
                items,
                masked,
                regions,
                level,
                deal.from(),
                deal.until(),
                deal.state());
    }

    private Less lessBasis() {
        List<Basis> bases = new ArrayList<>(world.bases());
        bases.replaceAll(basis -> basis.id().equals(by.basis()) ? lesser(basis) : basis);
        return new Less(
                "a basis",
                new World(
                        world.now(),
                        world.humans(),
                        world.homes(),
                        world.facts(),
                        world.ties(),
                        bases),
                deals);
    }

    private Basis lesser(Basis basis) {
        boolean close = dice.chance(0.2);
        return basis.closed(close ? world.now().minusMinutes(1) : basis.closed())
                .about(
                        dice.each(basis.concerns(), 0.6),
                        dice.each(basis.homes(), 0.6),
                        new LinkedHashSet<>(dice.some(basis.covers(), 0, 1)));
    }
}
