package org.lianji.query;

import org.lianji.audit.Chain;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.sharing.Because;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Writes down who looked at whom before an answer leaves, and who was refused. */
@Component
class Ledger {

    private final Chain chain;

    Ledger(Chain chain) {
        this.chain = chain;
    }

    /**
     * @param caller who asks
     * @param reason why
     * @param document the question's text
     * @param export whether the answer leaves as a file
     */
    record Asked(Caller caller, Because reason, String document, boolean export) {

        Asked(Caller caller, Because reason, String document) {
            this(caller, reason, document, false);
        }

        private Kind kind() {
            if (export) {
                return Kind.EXPORT;
            }
            return reason.emergency() ? Kind.EMERGENCY : Kind.READ;
        }
    }

    /**
     * Returns once the look is durable.
     *
     * @throws Problem where it can't be written: no entry, no data
     */
    void looked(Asked asked, Compiled compiled, Reader.Read read) {
        Set<String> seen = new LinkedHashSet<>();
        collect(read.data(), seen);
        Set<String> denied = new LinkedHashSet<>();
        read.asked().stream()
                .filter(Objects::nonNull)
                .filter(token -> !seen.contains(token))
                .forEach(denied::add);
        List<String> items = compiled.items().stream().sorted().toList();
        List<String> agreements = compiled.agreements().stream().sorted().toList();
        List<Entry> entries = new ArrayList<>();
        if (!seen.isEmpty() || denied.isEmpty()) {
            entries.add(entry(asked, asked.kind(), agreements, items, seen, read));
        }
        if (!denied.isEmpty()) {
            entries.add(entry(asked, Kind.DENIAL, List.of(), items, denied, read));
        }
        chain.append(entries);
    }

    /**
     * Returns once it is durable that items were used in a statistic, which is about nobody.
     *
     * @throws Problem where it can't be written: no entry, no data
     */
    void counted(Asked asked, Compiled compiled) {
        chain.append(
                List.of(
                        entry(
                                asked,
                                Kind.STATISTICS,
                                compiled.agreements().stream().sorted().toList(),
                                compiled.items().stream().sorted().toList(),
                                Set.of(),
                                Reader.Read.NOTHING)));
    }

    /** Writes down a question that was refused before any data was touched. */
    void refused(Asked asked, Problem why) {
        refused(asked, List.of(why));
    }

    /** Writes down the fields of a question that were so refused. */
    void refused(Asked asked, List<Problem> why) {
        List<String> items =
                why.stream()
                        .flatMap(problem -> Stream.ofNullable(problem.details().get("item")))
                        .map(Object::toString)
                        .distinct()
                        .sorted()
                        .toList();
        chain.append(
                List.of(
                        entry(
                                asked,
                                Kind.DENIAL,
                                List.of(),
                                items,
                                Set.of(),
                                Reader.Read.NOTHING)));
    }

    private static Entry entry(
            Asked asked,
            Kind kind,
            List<String> agreements,
            List<String> items,
            Set<String> subjects,
            Reader.Read read) {
        Because reason = asked.reason();
        return new Entry(
                kind,
                asked.caller().department(),
                asked.caller().client(),
                reason.purpose() == null ? null : reason.purpose().name(),
                reason.basis(),
                agreements,
                items,
                List.copyOf(subjects),
                Digests.hex(asked.document()),
                read.shownFrom());
    }

    /** The statement puts whose data it holds beside the data. */
    private static void collect(Object part, Set<String> tokens) {
        switch (part) {
            case Map<?, ?> map ->
                    map.forEach(
                            (key, value) -> {
                                if (Statement.PERSON.equals(key) && value instanceof String token) {
                                    tokens.add(token);
                                } else if (Statement.PERSONS.equals(key)
                                        && value instanceof Collection<?> members) {
                                    members.stream()
                                            .filter(Objects::nonNull)
                                            .forEach(member -> tokens.add((String) member));
                                } else if (value != null) {
                                    collect(value, tokens);
                                }
                            });
            case Collection<?> list ->
                    list.stream()
                            .filter(Objects::nonNull)
                            .forEach(element -> collect(element, tokens));
            default -> {} // a value
        }
    }
}
