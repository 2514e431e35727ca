package org.lianji.bench.city;

import java.util.Map;
import java.util.TreeMap;

/** Counts what the recipe is measured by. */
final class Tally {

    private final Today today;
    private final Map<String, Integer> counts = new TreeMap<>();
    private int households;
    private int registered;
    private int resident;
    private int newcomers;
    private int deaths;

    Tally(Today today) {
        this.today = today;
    }

    int registered() {
        return registered;
    }

    void add(Kin kin) {
        for (Person person : kin.people()) {
            person(person);
        }
        households +=
                (int)
                        kin.households().stream()
                                .filter(no -> kin.household(no).stream().anyMatch(Person::alive))
                                .count();
        for (Family family : kin.families()) {
            int living = (int) family.living().stream().filter(Person::registered).count();
            counts.merge("aid " + family.aid().kind(), living, Integer::sum);
            counts.merge("watched", family.aid().watched() ? living : 0, Integer::sum);
        }
    }

    private void person(Person person) {
        if (!person.alive()) {
            deaths += person.registered() && person.being().died().isAfter(today.ago(365)) ? 1 : 0;
            return;
        }
        resident += person.inCity() ? 1 : 0;
        if (!person.registered()) {
            newcomers++;
            return;
        }
        registered++;
        int age = today.age(person.birth());
        counts.merge(person.identity().nation().name(), 1, Integer::sum);
        counts.merge(age < 15 ? "age 0-14" : age < 60 ? "age 15-59" : "age 60+", 1, Integer::sum);
        counts.merge("rural", person.rural() ? 1 : 0, Integer::sum);
        counts.merge("disabled", person.health().disability().isPresent() ? 1 : 0, Integer::sum);
        counts.merge("away", person.inCity() ? 0 : 1, Integer::sum);
    }

    String report() {
        var text = new StringBuilder();
        text.append("registered ")
                .append(registered)
                .append(", resident ")
                .append(resident)
                .append(" (newcomers ")
                .append(newcomers)
                .append(")")
                .append(", registered households ")
                .append(households)
                .append(" of ")
                .append(Text.hundredths((double) registered / households))
                .append(", deaths a year per 1000 ")
                .append(Text.hundredths(1000.0 * deaths / registered))
                .append('\n');
        counts.forEach(
                (what, count) ->
                        text.append(what)
                                .append(' ')
                                .append(Text.hundredths(100.0 * count / registered))
                                .append(" %\n"));
        return text.toString();
    }
}
