package org.lianji.bench.city;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Plants more of what rules of monitoring look for than chance brings, and what only resembles it.
 * A city has it where it is asked for, and writes down where.
 */
final class Cases implements Source, AutoCloseable {

    private final Today today;
    private final IdNumbers numbers;
    private final List<Case> all;
    private final List<Case> ofAllowance;
    private final CsvFile truth;
    private final int most;
    private final Map<Case, Integer> planted = new HashMap<>();

    /**
     * @param most cases of a kind
     */
    Cases(Today today, IdNumbers numbers, int most, Path folder) {
        this.today = today;
        this.most = most;
        this.numbers = numbers;
        PropertyRows property = new PropertyRows(today);
        ofAllowance = AidCases.ofAllowance(property, new BusinessRows(today));
        List<Case> kinds = new ArrayList<>(ofAllowance);
        kinds.addAll(NeedCases.all());
        kinds.addAll(AidCases.ofOthers(property));
        all = List.copyOf(kinds);
        this.truth = new CsvFile(folder.resolve("cases.csv"), "rule,fires,idNumber,what");
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            if (rows.allowance(family).isPresent()) {
                List<Person> living = family.living();
                plant(ofAllowance, kin, living, rows, dice.split());
                return;
            }
        }
        if (!kin.people().getFirst().registered()) {
            newcomers(kin, rows, dice);
            return;
        }
        kin.households().stream()
                .map(kin::household)
                .filter(people -> people.stream().allMatch(alone(kin, rows)))
                .findFirst()
                .ifPresent(people -> plant(all, kin, people, rows, dice.split()));
    }

    /** Nobody helps them, and they stand in the register together. */
    private static Predicate<Person> alone(Kin kin, Rows rows) {
        return person ->
                person.alive()
                        && person.inCity()
                        && !rows.helped(person)
                        && !kin.familyOf(person).aid().kind().now();
    }

    /**
     * The kind of which there are fewest comes first, if the household fits. One that is about a
     * family on the allowance is given it where it has none.
     */
    private void plant(List<Case> cases, Kin kin, List<Person> people, Rows rows, Dice dice) {
        if (people.isEmpty()) {
            return;
        }
        CaseStage stage = new CaseStage(today, rows, dice, kin, people, numbers);
        List<Case> fewest = new ArrayList<>(cases);
        fewest.removeIf(one -> planted.getOrDefault(one, 0) >= most);
        fewest.sort(Comparator.comparingInt(one -> planted.getOrDefault(one, 0)));
        for (Case one : fewest) {
            boolean given = cases == all && ofAllowance.contains(one);
            if (given && people.stream().anyMatch(person -> wealthy(person, rows))) {
                continue;
            }
            Optional<Person> subject = one.writer().apply(stage);
            if (subject.isPresent()) {
                if (given) {
                    stage.allowance(people, "ACTIVE", 900, 0);
                    people.forEach(stage::subsidised);
                }
                planted.merge(one, 1, Integer::sum);
                tell(one.rule(), one.fires(), subject.get(), one.what());
                return;
            }
        }
    }

    private static boolean wealthy(Person person, Rows rows) {
        return person.job().formal()
                || List.of("GA03", "ZR01", "SJ01").stream()
                        .anyMatch(category -> rows.has(person, category));
    }

    private void newcomers(Kin kin, Rows rows, Dice dice) {
        CaseStage stage = new CaseStage(today, rows, dice, kin, kin.people(), numbers);
        stage.anyone(person -> stage.age(person) >= 20 && !rows.has(person, "YB03"))
                .filter(_ -> dice.chance(0.4))
                .ifPresent(
                        person -> {
                            boolean fires = dice.chance(0.5);
                            stage.cost(person, 60, fires ? 26_000 : 3_000);
                            tell(
                                    "R111",
                                    fires,
                                    person,
                                    fires ? "a costly illness" : "an illness that costs little");
                        });
    }

    private void tell(String rule, boolean fires, Person person, String what) {
        truth.line(rule, String.valueOf(fires), person.id(), what);
    }

    @Override
    public void close() {
        truth.close();
    }
}
