package org.lianji.monitoring;

import org.lianji.bench.city.RuleTruth;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a rule found beside what it should find.
 *
 * @param should how many should be found
 * @param found how many of them were
 * @param wrong how many others were
 */
record RuleScore(int should, int found, int wrong) {

    static final RuleScore NONE = new RuleScore(0, 0, 0);

    /** Where it is not known why. */
    static final String OTHER = "other";

    private static final String CHILD = "the only sign is a record of a child under 14";
    private static final String NOBODY = "somebody who does not exist but for a wrong number";
    private static final int AGE_OF_CHILDREN = 14;

    RuleScore plus(RuleScore other) {
        return new RuleScore(should + other.should, found + other.found, wrong + other.wrong);
    }

    double recall() {
        return should == 0 ? Double.NaN : (double) found / should;
    }

    double precision() {
        return found + wrong == 0 ? Double.NaN : (double) found / (found + wrong);
    }

    /** {@return whom a rule is about: the family, by the name that the truth has for it} */
    private static String subject(String rule, RuleTruth truth, String person) {
        return RuleTruth.ofFamilies().contains(rule) ? truth.family(person) : person;
    }

    /**
     * {@return the score}
     *
     * @param persons about whom warnings are open
     * @param reads categories that the rule reads
     * @param causes receives for each that was missed or wrongly found why
     */
    static RuleScore of(
            String rule,
            RuleTruth truth,
            Set<String> persons,
            Set<String> reads,
            SpoiltRows spoilt,
            Causes causes) {
        Map<String, Set<String>> should = subjects(rule, truth, truth.found().get(rule));
        Map<String, Set<String>> found = subjects(rule, truth, persons);
        Set<String> right = new HashSet<>(found.keySet());
        right.retainAll(should.keySet());
        should.forEach(
                (subject, people) -> {
                    if (!right.contains(subject)) {
                        causes.missed(
                                rule,
                                subject,
                                people.stream().allMatch(one -> truth.age(one) < AGE_OF_CHILDREN)
                                        ? CHILD
                                        : cause(truth, people, reads, spoilt));
                    }
                });
        found.forEach(
                (subject, people) -> {
                    if (!right.contains(subject)) {
                        causes.wrong(
                                rule,
                                subject,
                                people.stream().noneMatch(truth::knows)
                                        ? NOBODY
                                        : cause(truth, people, reads, spoilt));
                    }
                });
        return new RuleScore(should.size(), right.size(), found.size() - right.size());
    }

    private static Map<String, Set<String>> subjects(
            String rule, RuleTruth truth, Set<String> persons) {
        return persons.stream()
                .collect(
                        Collectors.groupingBy(
                                person -> subject(rule, truth, person),
                                TreeMap::new,
                                Collectors.toSet()));
    }

    private static String cause(
            RuleTruth truth, Set<String> people, Set<String> reads, SpoiltRows spoilt) {
        Set<String> family = new TreeSet<>(people);
        people.forEach(one -> family.addAll(truth.members(one)));
        String cause = spoilt.cause(family, reads);
        return cause.isEmpty() ? OTHER : cause;
    }
}
