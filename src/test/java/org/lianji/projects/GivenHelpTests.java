package org.lianji.projects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.charity.HelpKind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** However often a project is disclosed: what is new in a disclosure belongs to ten families. */
class GivenHelpTests {

    private static GivenHelp.Delivery delivery(int number, int family, int quantity) {
        return new GivenHelp.Delivery("D" + number, HelpKind.FOOD, quantity, "H" + family);
    }

    @Test
    void nineFamiliesAreNotToldHoweverMuchTheyGot() {
        List<GivenHelp.Delivery> some = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            some.add(delivery(i, i % 9, 5));
        }
        assertThat(GivenHelp.of(HelpKind.FOOD, some, UnaryOperator.identity()))
                .isEqualTo(new GivenHelp(HelpKind.FOOD, 0, 0, List.of()));
    }

    @Test
    void eachPartIsOfTenFamiliesAndIsToldOnce() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<GivenHelp.Delivery> all = new ArrayList<>();
            Set<String> told = new HashSet<>();
            for (int day = 0; day < 8; day++) {
                int more = random.nextInt(12);
                for (int i = 0; i < more; i++) {
                    all.add(delivery(all.size(), random.nextInt(25), 1 + random.nextInt(9)));
                }
                List<GivenHelp.Delivery> open =
                        all.stream().filter(one -> !told.contains(one.pairing())).toList();
                GivenHelp given = GivenHelp.of(HelpKind.FOOD, open, UnaryOperator.identity());
                List<GivenHelp.Delivery> behind =
                        open.stream()
                                .filter(one -> given.pairings().contains(one.pairing()))
                                .toList();
                assertThat(behind.stream().mapToLong(GivenHelp.Delivery::quantity).sum())
                        .isEqualTo(given.quantity());
                assertThat(given.families() % 10).isZero();
                Set<String> families =
                        behind.stream().map(GivenHelp.Delivery::person).collect(Collectors.toSet());
                assertThat(families.size()).isGreaterThanOrEqualTo(given.families() > 0 ? 10 : 0);
                told.addAll(given.pairings());
            }
        }
    }
}
