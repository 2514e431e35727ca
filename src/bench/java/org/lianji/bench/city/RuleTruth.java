package org.lianji.bench.city;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who should be found by each rule of monitoring, told from the rows of a city without errors in
 * plain Java.
 *
 * <p>It was written from the rules' sentences, but with their Cypher in sight: it is a second
 * writing, not an independent judgement. It notices where a statement of the hub (its family, its
 * scope, its chunks, what contributing made of the rows) finds others than the sentence says over
 * the plain rows, and where one of the two writings slipped. A mistake in what a rule means may
 * stand in both.
 *
 * <p>A rule about families names each member whose own record makes it one.
 */
public final class RuleTruth {

    private static final Set<String> OF_FAMILIES =
            Set.of(
                    "R101", "R103", "R104", "R105", "R106", "R110", "R112", "R114", "R115", "R204",
                    "R205", "R206", "R207", "R208", "R209", "R210", "R212", "R213", "R306", "R401",
                    "R402");

    private final CityFacts facts;
    private final Map<String, Set<String>> found = new TreeMap<>();

    public RuleTruth(Path city, LocalDate today) {
        facts = new CityFacts(today, new CityRecords(city, today));
        Map<String, Predicate<String>> rules = new TreeMap<>(new RiskTruth(facts).rules());
        rules.putAll(new EligibilityTruth(facts).rules());
        rules.putAll(new ContradictionTruth(facts).rules());
        rules.forEach(
                (rule, finds) -> {
                    Set<String> persons = new TreeSet<>();
                    facts.records().people().stream().filter(finds).forEach(persons::add);
                    found.put(rule, persons);
                });
    }

    /** {@return the ID numbers of whom each rule should find, by its code; every rule is there} */
    public Map<String, Set<String>> found() {
        return found;
    }

    /** {@return the codes of those that judge a family} */
    public static Set<String> ofFamilies() {
        return OF_FAMILIES;
    }

    /** {@return a name of the family that the departments know the person in} */
    public String family(String person) {
        return facts.records().family(person);
    }

    /**
     * {@return whether the person is among those whom the rule names, or is of the family of one
     * where it names families}
     */
    public boolean names(String rule, Set<String> persons, String person) {
        return persons.contains(person)
                || OF_FAMILIES.contains(rule)
                        && persons.stream().anyMatch(one -> family(one).equals(family(person)));
    }

    /** {@return the person and those of that family} */
    public Set<String> members(String person) {
        return facts.records().members(person);
    }

    /** {@return whether there is a record of such a person} */
    public boolean knows(String person) {
        return facts.records().people().contains(person);
    }

    /** {@return how old the person is by their number} */
    public int age(String person) {
        return facts.age(person);
    }
}
