package org.lianji.rules;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.clocks.Deadlines;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the files of the rules against the catalogue, the clocks and the parameters there are. */
final class RuleReader {

    private final Catalogue catalogue;
    private final Deadlines clocks;
    private final Set<String> parameters;
    private final Map<String, RulePattern.Term> terms = new LinkedHashMap<>();

    /**
     * @param terms the file of the terms that rules share
     */
    RuleReader(Catalogue catalogue, Deadlines clocks, Set<String> parameters, RuleFile terms) {
        this.catalogue = catalogue;
        this.clocks = clocks;
        this.parameters = parameters;
        terms.names()
                .forEach(
                        name -> {
                            RuleFile term = terms.mapping(name);
                            anchored(term, Set.of(term.text("of")));
                            this.terms.put(
                                    name,
                                    new RulePattern.Term(
                                            name,
                                            term.text("of"),
                                            term.text("cypher"),
                                            term.optional("reads")));
                        });
    }

    /** {@return the rule; its pattern as read} */
    Read read(RuleFile file) {
        String code = file.text("code");
        if (!file.name().equals(code + ".yaml")) {
            throw file.fault("code", "the file of rule " + code + " is called " + code + ".yaml");
        }
        RulePattern pattern = pattern(file);
        RuleFile title = file.mapping("title");
        RuleFile sentence = file.mapping("sentence");
        Rule rule =
                new Rule(
                        code,
                        file.number("version"),
                        title.text("zh"),
                        title.text("en"),
                        file.text("law"),
                        file.choice("kind", Rule.Kind.class),
                        file.choice("level", Rule.Level.class),
                        file.choice("subject", Rule.Subject.class),
                        purposes(file, pattern),
                        anchor(file, pattern),
                        items(sentence, pattern),
                        subjects(file, pattern),
                        pattern.parameters(),
                        file.choice("assigned", Rule.Assignment.class),
                        clock(file),
                        file.choice("disposal", Rule.Disposal.class),
                        sentence.text("zh"),
                        sentence.text("en"));
        return new Read(rule, pattern, file);
    }

    /** A rule, its pattern, and where it stands. */
    record Read(Rule rule, RulePattern pattern, RuleFile file) {}

    /** Each pattern starts at somebody, so that as little is looked through as there need be. */
    private static void anchored(RuleFile file, Set<String> known) {
        LoosePattern.in(file.text("cypher"), known)
                .ifPresent(
                        loose -> {
                            throw file.fault(
                                    "cypher",
                                    loose.offset(),
                                    "%s starts at nobody known here: begin with one of %s, or what they lead to"
                                            .formatted(loose.text(), new TreeSet<>(known)));
                        });
    }

    private RulePattern pattern(RuleFile file) {
        anchored(file, Set.of("p", "family"));
        RulePattern pattern;
        try {
            pattern = RulePattern.of(file.text("cypher"), terms, catalogue);
        } catch (RulePattern.Unreadable e) {
            throw file.fault("cypher", e.offset(), String.valueOf(e.getMessage()));
        }
        pattern.items()
                .forEach(
                        (code, items) ->
                                items.forEach(
                                        item -> {
                                            if (catalogue
                                                    .category(code)
                                                    .flatMap(one -> one.item(item))
                                                    .isEmpty()) {
                                                throw file.fault(
                                                        "cypher", code + " has no item " + item);
                                            }
                                        }));
        for (String name : pattern.parameters()) {
            if (!parameters.contains(name)) {
                throw file.fault("cypher", "parameters.csv has no " + name);
            }
        }
        return pattern;
    }

    /** A category is read for C, or for B where it does not serve C and the file says so. */
    private Map<String, Purpose> purposes(RuleFile file, RulePattern pattern) {
        Map<String, Purpose> purposes = new TreeMap<>();
        RuleFile stated = file.optionalMapping("purposes");
        if (stated != null) {
            stated.names().forEach(one -> purposes.put(one, stated.choice(one, Purpose.class)));
        }
        for (String code : pattern.items().keySet()) {
            Category category = catalogue.category(code).orElseThrow();
            Purpose purpose = purposes.getOrDefault(code, Purpose.C);
            if (!category.purposes().contains(purpose) && !category.owner().lead()) {
                throw file.fault(
                        "cypher",
                        "%s is not read for %s; name another under purposes: %s"
                                .formatted(code, purpose, category.purposes()));
            }
        }
        return purposes;
    }

    /** All, where the file doesn't say that some are read of others only. */
    private static Set<String> subjects(RuleFile file, RulePattern pattern) {
        String stated = file.optional("subjects");
        Set<String> subjects =
                stated == null ? pattern.items().keySet() : Set.of(stated.split(" +"));
        for (String one : subjects) {
            if (!pattern.items().containsKey(one)) {
                throw file.fault("subjects", "the pattern has no record of " + one);
            }
        }
        return subjects;
    }

    private static String anchor(RuleFile file, RulePattern pattern) {
        String anchor = file.text("anchor");
        if (!pattern.items().containsKey(anchor)) {
            throw file.fault("anchor", "the pattern has no record of " + anchor);
        }
        return anchor;
    }

    private String clock(RuleFile file) {
        try {
            return clocks.rule(file.text("clock")).code();
        } catch (IllegalArgumentException e) {
            throw file.fault("clock", String.valueOf(e.getMessage()));
        }
    }

    /** What a sentence tells is read as what the pattern asks for is. */
    private Map<String, Set<String>> items(RuleFile sentence, RulePattern pattern) {
        Map<String, Set<String>> items = new TreeMap<>();
        pattern.items().forEach((code, some) -> items.put(code, new TreeSet<>(some)));
        for (String language : List.of("zh", "en")) {
            FindingSentence.places(sentence.text(language))
                    .forEach(
                            place -> {
                                if (!items.containsKey(place.category())
                                        || catalogue
                                                .category(place.category())
                                                .flatMap(one -> one.item(place.item()))
                                                .isEmpty()) {
                                    throw sentence.fault(
                                            language,
                                            "the rule's records have no %s.%s"
                                                    .formatted(place.category(), place.item()));
                                }
                                items.get(place.category()).add(place.item());
                            });
        }
        return items;
    }
}
