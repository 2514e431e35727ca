package org.lianji.rules;

import org.lianji.catalogue.Catalogue;
import org.lianji.clocks.Deadlines;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules that there are: one file each under {@code schema/rules}. */
@Component
public final class Rules {

    private static final String TERMS = "rules/terms.yaml";

    private final RuleFile terms;
    private final Map<String, RuleReader.Read> byCode = new LinkedHashMap<>();

    Rules(Catalogue catalogue, Deadlines clocks, RuleParameters parameters) {
        this.terms = RuleFile.matching(TERMS).getFirst();
        RuleReader reader = new RuleReader(catalogue, clocks, parameters.names(), terms);
        RuleFile.matching("rules/R*.yaml").stream()
                .map(reader::read)
                .sorted(Comparator.comparing(read -> read.rule().code()))
                .forEach(read -> byCode.put(read.rule().code(), read));
    }

    /** {@return all rules, by code} */
    public List<Rule> all() {
        return byCode.values().stream().map(RuleReader.Read::rule).toList();
    }

    public Optional<Rule> rule(String code) {
        return Optional.ofNullable(byCode.get(code)).map(RuleReader.Read::rule);
    }

    /** {@return whether the rule follows relations of people by itself: only the hub runs it} */
    public boolean relates(Rule rule) {
        return pattern(rule).relates();
    }

    Collection<RuleReader.Read> reads() {
        return byCode.values();
    }

    /** {@return all that rules are made of, as it is written} */
    List<String> texts() {
        return Stream.concat(Stream.of(terms), reads().stream().map(RuleReader.Read::file))
                .map(RuleFile::whole)
                .toList();
    }

    RulePattern pattern(Rule rule) {
        return Objects.requireNonNull(byCode.get(rule.code())).pattern();
    }
}
