package org.lianji.bench.city;

import java.util.ArrayList;
import java.util.List;

/** Gives the beings of one kin nationality, name and ID number. */
final class Registrar {

    private final IdNumbers numbers;
    private final Regions regions;

    Registrar(IdNumbers numbers, Regions regions) {
        this.numbers = numbers;
        this.regions = regions;
    }

    /**
     * @param home the village of registration, or for newcomers the one they live in
     */
    List<Identity> register(List<Being> beings, Village home, boolean newcomers, Dice dice) {
        var names = new Names(beings, home, dice);
        var identities = new ArrayList<Identity>();
        for (Being being : beings) {
            Names.Named named = names.of(being.index());
            String code =
                    newcomers
                            ? AddressCodes.elsewhere(being.birth(), dice)
                            : addressCode(being, home.county(), dice);
            String number = numbers.next(code, being.birth(), being.sex());
            identities.add(new Identity(number, named.name(), named.nation()));
        }
        return identities;
    }

    private String addressCode(Being being, County county, Dice dice) {
        double elsewhere = being.relation() == Relation.SPOUSE ? 0.08 : 0.012;
        double otherCounty = being.relation() == Relation.SPOUSE ? 0.28 : 0.04;
        if (dice.chance(elsewhere)) {
            return AddressCodes.elsewhere(being.birth(), dice);
        }
        if (dice.chance(otherCounty)) {
            return AddressCodes.local(dice.pick(regions.counties()), being.birth());
        }
        return AddressCodes.local(county, being.birth());
    }
}
