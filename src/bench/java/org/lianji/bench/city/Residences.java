package org.lianji.bench.city;

import java.util.Arrays;
import java.util.List;

/** Decides where the people of one kin live, and who lives together with whom. */
final class Residences {

    private final Today today;
    private final Regions regions;
    private final Dice dice;
    private final List<Being> beings;
    private final Village home;
    private final Place[] places;
    private final int[] families;
    private int count;

    Residences(Today today, Regions regions, Dice dice, List<Being> beings, Village home) {
        this.today = today;
        this.regions = regions;
        this.dice = dice;
        this.beings = beings;
        this.home = home;
        this.places = new Place[beings.size()];
        this.families = new int[beings.size()];
    }

    Place place(int being) {
        return places[being];
    }

    int family(int being) {
        return families[being];
    }

    Residences newcomers() {
        Arrays.fill(places, Place.inCity(home));
        return this;
    }

    /**
     * @param households one or two; of two, the first are the elders of the second
     */
    Residences registered(int households) {
        Place[] of = new Place[households];
        for (int h = households - 1; h >= 0; h--) {
            of[h] = draw(h);
        }
        boolean elders = households == 2;
        if (elders && !of[0].isHome()) {
            of[0] = of[1];
        }
        boolean together = elders && of[0].equals(of[1]) && dice.chance(of[0].isHome() ? 0.5 : 0.9);
        boolean leftBehind = elders && of[0].isHome() && of[1].isAway() && dice.chance(0.35);
        count = households;
        for (Being being : beings) {
            int h = being.household();
            boolean stays = leftBehind && h == 1 && today.age(being.birth()) < 15;
            places[being.index()] = of[stays ? 0 : h];
            families[being.index()] = together || stays ? 0 : h;
        }
        beings.forEach(this::leave);
        return this;
    }

    private Place draw(int household) {
        boolean elders =
                beings.stream()
                        .filter(b -> b.household() == household)
                        .noneMatch(b -> today.age(b.birth()) >= 18 && today.age(b.birth()) < 58);
        double point = dice.uniform(0, 1);
        double stay = elders ? (home.urban() ? 0.85 : 0.70) : (home.urban() ? 0.57 : 0.28);
        double town = elders ? 0.1 : home.urban() ? 0.05 : 0.22;
        if (point < stay) {
            return Place.home(home);
        }
        return point < stay + town
                ? Place.inCity(regions.town(home.county(), dice))
                : Place.away(home);
    }

    /** Grown children go their way; some husbands work outside and remain of the family. */
    private void leave(Being being) {
        int age = today.age(being.birth());
        boolean child = being.relation() == Relation.SON || being.relation() == Relation.DAUGHTER;
        Place place = places[being.index()];
        if (child && age >= 23 && dice.chance(0.55)) {
            families[being.index()] = count++;
            places[being.index()] =
                    dice.chance(0.72)
                            ? Place.away(home)
                            : Place.inCity(regions.town(home.county(), dice));
        } else if (place.isHome()
                && being.sex() == Sex.MALE
                && being.spouse() != Being.NOBODY
                && age < 55
                && dice.chance(0.12)) {
            places[being.index()] = Place.away(home);
        }
    }
}
