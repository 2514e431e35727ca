package org.lianji.bench.city;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Leaves some households unseen that two departments know to be at risk and nobody helps. */
final class Unseen implements Source {

    private static final double LEFT_UNSEEN = 0.3;

    private final ReliefRows relief;

    Unseen(Today today) {
        relief = new ReliefRows(today);
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        kin.households().forEach(no -> unseen(kin, kin.household(no), rows, dice));
        if (!kin.people().getFirst().registered()) {
            kin.people().forEach(person -> seen(kin, List.of(person), rows, dice));
        }
    }

    private void unseen(Kin kin, List<Person> household, Rows rows, Dice dice) {
        Map<String, String> risks = risks(household, rows);
        boolean helped = household.stream().anyMatch(rows::helped);
        if (risks.size() < 2 || helped) {
            return;
        }
        if (!dice.chance(LEFT_UNSEEN)) {
            seen(kin, household, rows, dice);
            return;
        }
        Person person =
                household.stream()
                        .filter(member -> !rows.risks(member).isEmpty())
                        .findFirst()
                        .orElseThrow();
        String records =
                risks.values().stream()
                        .map(risk -> risk.substring(0, risk.indexOf(' ')))
                        .collect(Collectors.joining(";"));
        rows.plant(
                Planted.Kind.UNSEEN_FAMILY,
                person,
                person.hukou().no(),
                records,
                "No help, though "
                        + risks.values().stream()
                                .map(risk -> risk.substring(risk.indexOf(' ') + 1))
                                .collect(Collectors.joining(", and ")));
    }

    /** Most whom two departments know to be at risk are helped in time. */
    private void seen(Kin kin, List<Person> people, Rows rows, Dice dice) {
        boolean helped = people.stream().anyMatch(rows::helped);
        if (risks(people, rows).size() >= 2 && !helped) {
            Person person = people.stream().filter(Person::alive).findFirst().orElseThrow();
            relief.relief(kin.familyOf(person), person, rows, dice);
        }
    }

    private static Map<String, String> risks(List<Person> people, Rows rows) {
        var risks = new TreeMap<String, String>();
        people.forEach(person -> rows.risks(person).forEach(risks::putIfAbsent));
        return risks;
    }
}
