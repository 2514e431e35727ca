package org.lianji.linkage;

import org.lianji.bench.city.ListedRow;
import org.lianji.bench.city.PersonLists.Citizen;
import org.lianji.identity.PersonKeys;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is compared of a row of a list, or of somebody in the register. */
record CitySide(String name, String birth, String sex, String place, Set<String> phones) {

    /** Which items of a row there are to be compared. */
    enum Items {
        NAME_AND_PLACE("name, place"),
        ALL("name, place, sex, birth date, telephone");

        private final String words;

        Items(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static CitySide of(ListedRow row, Items items) {
        return items == Items.ALL
                ? new CitySide(
                        row.name(),
                        row.birthDate(),
                        row.sex(),
                        row.place(),
                        row.phone().isEmpty() ? Set.of() : Set.of(row.phone()))
                : new CitySide(row.name(), "", "", row.place(), Set.of());
    }

    static CitySide of(Citizen one, Set<String> phones) {
        return new CitySide(
                one.name(), one.born().toString(), one.sex(), one.home(), Set.copyOf(phones));
    }

    Set<String> keys() {
        return new PersonKeys(some(name), some(place), some(birth), some(sex), phones).all();
    }

    private static Set<String> some(String value) {
        return value.isEmpty() ? Set.of() : Set.of(value);
    }

    double bits(CitySide other, PairScore model) {
        Set<String> common = new TreeSet<>(phones);
        common.retainAll(other.phones);
        return model.of(cells(common), other.cells(common)).bits();
    }

    private Map<String, String> cells(Set<String> common) {
        Set<String> which = common.isEmpty() ? new TreeSet<>(phones) : common;
        return Map.of(
                "name",
                name,
                "birthDate",
                birth,
                "sex",
                sex,
                "place",
                place,
                "phone",
                which.isEmpty() ? "" : which.iterator().next());
    }
}
