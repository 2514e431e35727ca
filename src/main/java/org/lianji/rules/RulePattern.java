package org.lianji.rules;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Cypher of a rule, in which {@code (cost:YB03)} is a record of a category. What it reads is
 * read out of it, so that nothing is read that nobody asked for leave to read.
 *
 * @param text with the terms written out
 * @param items names of items, by code of category
 * @param parameters names of values that it takes
 */
record RulePattern(String text, Map<String, Set<String>> items, Set<String> parameters) {

    private static final Pattern RECORD = Pattern.compile("\\((\\w*):([A-Z]{2}\\d{2})\\)");
    private static final Pattern REACHED = Pattern.compile("\\((\\w+)\\)<-\\[:ABOUT]-$");
    private static final Pattern PROPERTY =
            Pattern.compile("(?<!\\$)\\b([A-Za-z_]\\w*)\\.([A-Za-z_]\\w*+)(?!\\()");
    private static final Pattern PARAMETER = Pattern.compile("\\$([A-Za-z_]\\w*)");
    private static final Pattern LABEL = Pattern.compile("[(\\s](\\w*):([A-Z]\\w*)");

    private static final Pattern RELATION =
            Pattern.compile(
                    "\\b(MEMBER_OF|SUPPORTS|SUPPORT_ENDED|LIVES_IN|RESIDES_IN|REGISTERED_IN)\\b");

    /** What every record has and tells nothing that its being there does not. */
    private static final Set<String> COMMON =
            Set.of("id", "key", "category", "recordNo", "observedAt", "validFrom", "validTo");

    /** Of relations: since when and until when, and what made it. */
    private static final Set<String> DATES = Set.of("from", "to", "kind", "relation", "category");

    private static final Set<String> GIVEN = Set.of("today", "child", "persons");
    private static final int DEEPEST = 6;

    /**
     * A named part of patterns.
     *
     * @param name how it is called
     * @param of its variable
     * @param cypher what it stands for
     * @param reads the item that it tells, where the pattern does not say so
     */
    record Term(String name, String of, String cypher, @Nullable String reads) {}

    /** Where and what is wrong with it. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int offset;

        Unreadable(int offset, String message) {
            super(message);
            this.offset = offset;
        }

        int offset() {
            return offset;
        }
    }

    /**
     * @param cypher as the file has it
     * @throws Unreadable where it asks for what the catalogue has not
     */
    static RulePattern of(String cypher, Map<String, Term> terms, Catalogue catalogue) {
        judge(cypher, terms, catalogue);
        String text = written(cypher, terms);
        Map<String, String> variables = new LinkedHashMap<>();
        Map<String, Set<String>> items = new TreeMap<>();
        Matcher record = RECORD.matcher(text);
        while (record.find()) {
            variables.put(record.group(1), record.group(2));
            items.computeIfAbsent(record.group(2), _ -> new TreeSet<>());
        }
        Matcher property = PROPERTY.matcher(text);
        while (property.find()) {
            String category = variables.get(property.group(1));
            if (category != null && !COMMON.contains(property.group(2))) {
                items.computeIfAbsent(category, _ -> new TreeSet<>()).add(property.group(2));
            }
        }
        terms.values().stream()
                .filter(term -> use(term).matcher(cypher).find())
                .map(Term::reads)
                .filter(Objects::nonNull)
                .forEach(
                        read ->
                                items.computeIfAbsent(read.substring(0, 4), _ -> new TreeSet<>())
                                        .add(read.substring(5)));
        Set<String> parameters = new TreeSet<>();
        PARAMETER
                .matcher(text)
                .results()
                .map(one -> one.group(1))
                .filter(one -> !GIVEN.contains(one))
                .forEach(parameters::add);
        return new RulePattern(text, items, parameters);
    }

    /** {@return whether it follows relations of people by itself, beyond the family it is given} */
    boolean relates() {
        return RELATION.matcher(text).find();
    }

    /** Judged as it is written, so that a fault has its place. */
    private static void judge(String cypher, Map<String, Term> terms, Catalogue catalogue) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (MatchResult record : RECORD.matcher(cypher).results().toList()) {
            if (catalogue.category(record.group(2)).isEmpty()) {
                throw new Unreadable(
                        record.start(), "the catalogue has no category " + record.group(2));
            }
            String other = variables.put(record.group(1), record.group(2));
            if (other != null && !other.equals(record.group(2)) && !record.group(1).isEmpty()) {
                throw new Unreadable(
                        record.start(),
                        "%s is a record of %s already: give this one a name of its own"
                                .formatted(record.group(1), other));
            }
        }
        for (MatchResult label : LABEL.matcher(cypher).results().toList()) {
            if (catalogue.categoryOfType(label.group(2)).isPresent()
                    || label.group(2).equals("Record")) {
                throw new Unreadable(
                        label.start(),
                        "records are named by the code of their category, alone in their"
                                + " parentheses: (cost:YB03)");
            }
        }
        for (MatchResult property : PROPERTY.matcher(cypher).results().toList()) {
            judge(property, variables, catalogue);
        }
    }

    private static void judge(
            MatchResult property, Map<String, String> variables, Catalogue catalogue) {
        String name = property.group(2);
        if (variables.get(property.group(1)) instanceof String code) {
            Category category = catalogue.category(code).orElseThrow();
            if (!COMMON.contains(name) && category.item(name).isEmpty()) {
                throw new Unreadable(property.start(), code + " has no item " + name);
            }
        } else if (!DATES.contains(name)) {
            throw new Unreadable(
                    property.start(),
                    "%s.%s is no item of a record: of people only what their records say is read"
                            .formatted(property.group(1), name));
        }
    }

    private static Pattern use(Term term) {
        return Pattern.compile("\\b" + term.name() + "\\((\\w+)\\)");
    }

    private static String written(String cypher, Map<String, Term> terms) {
        String text = cypher;
        for (int depth = 0; depth < DEEPEST; depth++) {
            for (Term term : terms.values()) {
                text =
                        use(term)
                                .matcher(text)
                                .replaceAll(
                                        use ->
                                                Matcher.quoteReplacement(
                                                        "("
                                                                + term.cypher()
                                                                        .strip()
                                                                        .replaceAll(
                                                                                "\\b" + term.of()
                                                                                        + "\\b",
                                                                                use.group(1))
                                                                + ")"));
            }
        }
        return text;
    }

    /**
     * {@return the text with each record by its label, and what must hold for it to be read}
     *
     * @param scope about whom it may be
     */
    String guarded(Catalogue catalogue, RuleScope scope) {
        int[] number = {0};
        return RECORD.matcher(text)
                .replaceAll(
                        record -> {
                            String variable =
                                    record.group(1).isEmpty()
                                            ? "_r" + number[0]++
                                            : record.group(1);
                            String guard = guard(scope, record, variable);
                            return Matcher.quoteReplacement(
                                    "(%s:`%s`%s)"
                                            .formatted(
                                                    variable,
                                                    catalogue
                                                            .category(record.group(2))
                                                            .orElseThrow()
                                                            .type(),
                                                    guard.isEmpty() ? "" : " WHERE " + guard));
                        });
    }

    /** Who is there already need not be looked for again: the planner looks at each subquery. */
    private String guard(RuleScope scope, MatchResult record, String variable) {
        Matcher reached = REACHED.matcher(text.substring(0, record.start()));
        return reached.find() && !text.contains("(" + reached.group(1) + ":Household")
                ? scope.guardOf(reached.group(1), record.group(2))
                : scope.guard(variable, record.group(2));
    }
}
