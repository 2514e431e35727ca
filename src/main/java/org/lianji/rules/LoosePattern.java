package org.lianji.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of a rule that starts at nobody who is known where it stands: it would be looked for
 * among all records there are, however few it should find.
 *
 * @param offset where it begins
 * @param text as it is written
 */
record LoosePattern(int offset, String text) {

    private static final Pattern BEGINS =
            Pattern.compile(
                    "\\bMATCH\\b|\\b(?:EXISTS|COLLECT|COUNT)\\s*\\{(?!\\s*(?:OPTIONAL\\s+)?MATCH\\b)");

    private static final Pattern ENDS =
            Pattern.compile("\\b(?:WHERE|RETURN|WITH|UNWIND|OPTIONAL|MATCH|CALL|UNION)\\b|\\Z");

    private static final Pattern NODE = Pattern.compile("\\((\\w+)");

    /** What a text names beside the nodes of its patterns. */
    private static final Pattern NAMED = Pattern.compile("\\bAS\\s+(\\w+)|\\b(\\w+)\\s+IN\\b");

    /**
     * {@return the first of them}
     *
     * @param known variables that stand for somebody from the start
     */
    static Optional<LoosePattern> in(String cypher, Set<String> known) {
        Set<String> reached = new HashSet<>(known);
        for (MatchResult clause : BEGINS.matcher(cypher).results().toList()) {
            names(cypher.substring(0, clause.end()), reached);
            for (LoosePattern path : paths(cypher, clause.end())) {
                List<String> nodes = nodes(path.text());
                if (nodes.stream().noneMatch(reached::contains)) {
                    return Optional.of(path);
                }
                reached.addAll(nodes);
            }
        }
        return Optional.empty();
    }

    private static void names(String before, Set<String> reached) {
        NAMED.matcher(before)
                .results()
                .forEach(one -> reached.add(one.group(1) == null ? one.group(2) : one.group(1)));
    }

    private static List<String> nodes(String path) {
        return NODE.matcher(path).results().map(one -> one.group(1)).toList();
    }

    /** Paths are told apart by commas outside of all brackets, and end with their clause. */
    private static List<LoosePattern> paths(String cypher, int from) {
        List<LoosePattern> paths = new ArrayList<>();
        int begin = from;
        int depth = 0;
        for (int at = from; at <= cypher.length(); at++) {
            char here = at < cypher.length() ? cypher.charAt(at) : '}';
            if (depth == 0 && (here == ',' || here == '}' || ends(cypher, at))) {
                paths.add(path(cypher, begin, at));
                if (here != ',') {
                    break;
                }
                begin = at + 1;
            }
            depth += "([{".indexOf(here) >= 0 ? 1 : ")]}".indexOf(here) >= 0 ? -1 : 0;
        }
        return paths;
    }

    private static boolean ends(String cypher, int at) {
        Matcher end = ENDS.matcher(cypher);
        return end.region(at, cypher.length()).useTransparentBounds(true).lookingAt();
    }

    private static LoosePattern path(String cypher, int begin, int end) {
        String text = cypher.substring(begin, end);
        int blanks = text.length() - text.stripLeading().length();
        return new LoosePattern(begin + blanks, text.strip());
    }
}
