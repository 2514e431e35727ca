package org.lianji.linkage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which pairs are worth comparing: those that agree in all of its keys.
 *
 * @param keys what must agree
 */
record BlockingRule(List<Key> keys) {

    /** How much of a value is the key. */
    enum Form {
        SAME,
        BEGINS,
        ENDS,
        SOUNDS,
        WORDS,
        YEAR
    }

    /**
     * A part of a column.
     *
     * @param length of a beginning or an end
     */
    record Key(String column, Form form, int length) {

        static Key of(String column, Form form) {
            return new Key(column, form, 0);
        }

        /** {@return as in a model file: {@code surname begins 3}} */
        String text() {
            return switch (form) {
                case SAME -> column;
                case BEGINS, ENDS -> column + " " + word() + " " + length;
                case SOUNDS, WORDS, YEAR -> column + " " + word();
            };
        }

        private String word() {
            return form.name().toLowerCase(Locale.ROOT);
        }

        /** {@return the key that a model file calls so} */
        static Key parsed(String text) {
            String[] words = text.split(" ");
            int last = words.length - 1;
            for (Form form : Form.values()) {
                boolean sized = form == Form.BEGINS || form == Form.ENDS;
                int at = sized ? last - 1 : last;
                if (form != Form.SAME && at > 0 && words[at].equalsIgnoreCase(form.name())) {
                    String column = String.join(" ", List.of(words).subList(0, at));
                    return new Key(column, form, sized ? Integer.parseInt(words[last]) : 0);
                }
            }
            return of(text, Form.SAME);
        }

        Set<String> of(String value) {
            String plain = Words.plain(value);
            if (plain == null) {
                return Set.of();
            }
            return switch (form) {
                case SAME -> Set.of(plain.replace(" ", ""));
                case BEGINS -> part(plain.replace(" ", ""), true);
                case ENDS -> part(plain.replace(" ", ""), false);
                case SOUNDS -> Set.of(Characters.soundKey(plain.replace(" ", "")));
                case WORDS -> new TreeSet<>(Words.of(plain));
                case YEAR -> year(value);
            };
        }

        private Set<String> part(String plain, boolean first) {
            if (plain.length() < length) {
                return Set.of();
            }
            return Set.of(
                    first ? plain.substring(0, length) : plain.substring(plain.length() - length));
        }

        private static Set<String> year(String value) {
            DateComparator.@Nullable Day day = new DateComparator().read(value);
            return day == null ? Set.of() : Set.of(Integer.toString(day.year()));
        }
    }

    /** {@return every key of the row; none where one of the columns says nothing} */
    List<String> of(Table table, Table.Row row) {
        return joined(
                keys.stream()
                        .map(key -> key.of(row.cells().get(table.column(key.column()))))
                        .toList());
    }

    /** {@return one text for each choice of a part from each set} */
    static List<String> joined(List<Set<String>> parts) {
        List<String> all = List.of("");
        for (Set<String> several : parts) {
            List<String> longer = new ArrayList<>();
            for (String begun : all) {
                for (String part : several) {
                    longer.add(begun + "\u0000" + part);
                }
            }
            all = longer;
        }
        return all;
    }

    String text() {
        return String.join(" + ", keys.stream().map(Key::text).toList());
    }
}
