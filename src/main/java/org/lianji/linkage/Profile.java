package org.lianji.linkage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Makes a first model of a table by what stands in its columns. */
final class Profile {

    private static final Pattern NAMES_ROWS =
            Pattern.compile(
                    "(?i)(.*[_"
                        + " .-])?(id|no|nr|num|number|key|uid|ref|rec|record|index|row)|.*编号|.*序号");
    private static final Pattern TOKEN_WITH_DIGIT =
            Pattern.compile("[\\p{L}\\p{N}_.:/-]*\\p{N}[\\p{L}\\p{N}_.:/-]*");
    private static final Pattern LABEL =
            Pattern.compile("(?i)(true_?|gold_?)?(cluster|entity|label|match)(_?(id|no|nr))?");
    private static final Pattern PHONE_NAME =
            Pattern.compile("(?i).*(phone|tel|mobile|fax|电话|手机).*");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d() /.-]{7,20}");
    private static final Pattern CERTIFICATE = Pattern.compile("\\d{15}|\\d{17}[\\dXx]");
    private static final Pattern REGION = Pattern.compile("\\d{12}");
    private static final Pattern DECIMAL = Pattern.compile("[-+$]?\\d*\\.\\d+");
    private static final Pattern INTEGER = Pattern.compile("[-+]?\\d+");
    private static final Pattern DATE =
            Pattern.compile(
                    "(1[89]|20)\\d\\d[-/.年 ]?\\d{1,2}[-/.月 ]?\\d{1,2}日?([T ].*)?|\\d{1,2}[-/."
                            + " ]\\d{1,2}[-/. ]\\d{4}( .*)?");
    private static final double MOST = 0.85;
    private static final double RARELY_FILLED = 0.02;
    private static final double WORDS = 1.6;
    private static final double EXCHANGED = 0.08;
    private static final double PRIOR_PAIRS = 0.3;
    private static final int COUNTED = 5;
    private static final int SMALL_GROUPS = 50;
    private static final int NAME = 4;

    private final Table table;
    private final Set<String> ignored;
    private final List<String> notes = new ArrayList<>();

    Profile(Table table, Set<String> ignored) {
        this.table = table;
        this.ignored = ignored;
    }

    /** {@return what was decided, in words} */
    List<String> notes() {
        return notes;
    }

    /** {@return a model that has learnt nothing} */
    Model model(String name) {
        String id = id();
        List<Feature> features = new ArrayList<>();
        for (String column : table.columns()) {
            if (column.equals(id) || ignored.contains(column)) {
                continue;
            }
            List<String> values = table.values(table.column(column));
            if (saysNothing(column, values)) {
                continue;
            }
            FieldComparator<?> comparator = comparator(column, values);
            boolean frequencies = !(comparator instanceof FieldComparator.Amount);
            features.add(Feature.untrained(column, comparator, null, frequencies));
        }
        List<Feature> chosen = exchanged(mostTelling(features));
        BlockingChoice blocking = new BlockingChoice(table, chosen);
        double prior = Math.min(0.05, PRIOR_PAIRS * table.rows().size() / table.pairs());
        return new Model(
                name,
                0,
                "nothing yet",
                id,
                chosen,
                prior,
                0,
                -4,
                blocking.rules(),
                blocking.largest(),
                false);
    }

    private String id() {
        for (int at = 0; at < table.columns().size(); at++) {
            String column = table.columns().get(at);
            boolean named = at == 0 || NAMES_ROWS.matcher(column).matches();
            if (named && !ignored.contains(column) && unique(at)) {
                return column;
            }
        }
        return "";
    }

    private boolean unique(int column) {
        Set<String> seen = new HashSet<>();
        for (Table.Row row : table.rows()) {
            String cell = row.cells().get(column);
            if (!TOKEN_WITH_DIGIT.matcher(cell).matches() || !seen.add(row.file() + "/" + cell)) {
                return false;
            }
        }
        return true;
    }

    private boolean saysNothing(String column, List<String> values) {
        boolean rare = values.size() < RARELY_FILLED * table.rows().size();
        boolean constant = values.stream().distinct().limit(2).count() < 2;
        if (rare || constant) {
            notes.add(
                    column
                            + ": left out, "
                            + (constant ? "the same everywhere" : "hardly ever filled"));
            return true;
        }
        if (LABEL.matcher(column).matches()) {
            notes.add(column + ": left out, it is called as an answer is");
            return true;
        }
        if (table.files() == 1 && (counts(values) || inRuns(values))) {
            notes.add(column + ": left out, it numbers the rows or groups of them");
            return true;
        }
        if (repeats(table.column(column))) {
            notes.add(column + ": left out, other columns say the same");
            return true;
        }
        return false;
    }

    /**
     * Whether a code stands in every row, and the rows of each together, as those of a group do.
     */
    private boolean inRuns(List<String> values) {
        if (values.size() < table.rows().size() || !most(values, TOKEN_WITH_DIGIT)) {
            return false;
        }
        long distinct = values.stream().distinct().count();
        long runs = 1;
        for (int i = 1; i < values.size(); i++) {
            runs += values.get(i).equals(values.get(i - 1)) ? 0 : 1;
        }
        return runs == distinct
                && distinct < values.size()
                && distinct > values.size() / SMALL_GROUPS;
    }

    /** Whether it is put together from words of at least two other columns. */
    private boolean repeats(int column) {
        double composed = 0;
        double filled = 0;
        for (Table.Row row : table.rows()) {
            String plain = Words.plain(row.cells().get(column));
            if (plain != null && plain.contains(" ")) {
                filled++;
                composed += composed(plain, row, column) ? 1 : 0;
            }
        }
        return filled > table.rows().size() / 2.0 && composed > MOST * filled;
    }

    private static boolean composed(String plain, Table.Row row, int column) {
        List<String> rest = new ArrayList<>(Words.of(plain));
        int parts = 0;
        for (int at = 0; at < row.cells().size(); at++) {
            String part = at == column ? null : Words.plain(row.cells().get(at));
            if (part != null
                    && part.length() < plain.length()
                    && rest.containsAll(Words.of(part))) {
                Words.of(part).forEach(rest::remove);
                parts++;
            }
        }
        return parts > 1 && rest.isEmpty();
    }

    /** Whether whole numbers only rise with the rows, as a label of groups does. */
    private boolean counts(List<String> values) {
        if (values.size() < table.rows().size()
                || values.stream().distinct().count() < values.size() / COUNTED) {
            return false;
        }
        double last = Double.NEGATIVE_INFINITY;
        for (String value : values) {
            String bare = value.replace("'", "");
            if (!INTEGER.matcher(bare).matches() || Double.parseDouble(bare) < last) {
                return false;
            }
            last = Double.parseDouble(bare);
        }
        return true;
    }

    private static FieldComparator<?> comparator(String column, List<String> values) {
        if (most(values, CERTIFICATE)) {
            return new CertificateComparator();
        }
        if (most(values, DATE)) {
            return new DateComparator();
        }
        if (most(values, REGION)) {
            return new FieldComparator.Place();
        }
        if (most(values, PHONE) && PHONE_NAME.matcher(column).matches()) {
            return new CodeComparator(true);
        }
        if (share(values, DECIMAL) > 0.3 && most(values, Pattern.compile("[-+$]?[\\d.,]+"))) {
            return new FieldComparator.Amount();
        }
        return ofTexts(values);
    }

    private static FieldComparator<?> ofTexts(List<String> values) {
        if (most(values, TOKEN_WITH_DIGIT) && digits(values) > 0.5) {
            return new CodeComparator(false);
        }
        double han = values.stream().filter(one -> one.codePoints().anyMatch(Words::han)).count();
        double length = values.stream().mapToInt(String::length).average().orElse(0);
        if (han > MOST * values.size() && length <= NAME) {
            return new ChineseNameComparator();
        }
        double words =
                values.stream()
                        .map(Words::plain)
                        .mapToInt(one -> one == null ? 0 : Words.of(one).size())
                        .average()
                        .orElse(0);
        return words >= WORDS ? new TokenComparator() : new TextComparator();
    }

    private static double digits(List<String> values) {
        double digits =
                values.stream()
                        .mapToLong(one -> one.chars().filter(Character::isDigit).count())
                        .sum();
        return digits / values.stream().mapToInt(String::length).sum();
    }

    private static boolean most(List<String> values, Pattern pattern) {
        return share(values, pattern) >= MOST;
    }

    private static double share(List<String> values, Pattern pattern) {
        return (double) values.stream().filter(one -> pattern.matcher(one).matches()).count()
                / values.size();
    }

    private List<Feature> mostTelling(List<Feature> features) {
        if (features.size() <= Records.MOST) {
            return features;
        }
        Set<String> kept =
                new TreeSet<>(
                        features.stream()
                                .sorted(Comparator.comparingDouble(this::telling).reversed())
                                .limit(Records.MOST)
                                .map(Feature::column)
                                .toList());
        return features.stream().filter(one -> kept.contains(one.column())).toList();
    }

    private double telling(Feature feature) {
        List<String> values = table.values(table.column(feature.column()));
        return Math.log(values.stream().distinct().count()) * values.size();
    }

    /** Columns of names whose values stand in another column too. */
    private List<Feature> exchanged(List<Feature> features) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (Feature one : features) {
            if (one.comparator() instanceof TextComparator) {
                Map<String, Integer> of = new HashMap<>();
                table.values(table.column(one.column()))
                        .forEach(value -> of.merge(value, 1, Integer::sum));
                counts.put(one.column(), of);
            }
        }
        Set<String> taken = new HashSet<>();
        List<Feature> all = new ArrayList<>();
        for (Feature one : features) {
            String other = taken.contains(one.column()) ? null : exchanged(one, counts, taken);
            if (other != null) {
                taken.add(one.column());
                taken.add(other);
            }
            all.add(crossed(one, other));
        }
        return all;
    }

    private static @Nullable String exchanged(
            Feature one, Map<String, Map<String, Integer>> counts, Set<String> taken) {
        Map<String, Integer> mine = counts.get(one.column());
        if (mine == null) {
            return null;
        }
        String best = null;
        double most = EXCHANGED;
        for (Map.Entry<String, Map<String, Integer>> other : counts.entrySet()) {
            double share = Math.min(share(mine, other.getValue()), share(other.getValue(), mine));
            boolean free = !other.getKey().equals(one.column()) && !taken.contains(other.getKey());
            if (free && share > most) {
                most = share;
                best = other.getKey();
            }
        }
        return best;
    }

    private static Feature crossed(Feature one, @Nullable String other) {
        return Feature.untrained(one.column(), one.comparator(), other, one.frequencies());
    }

    private static double share(Map<String, Integer> of, Map<String, Integer> there) {
        double found = 0;
        double all = 0;
        for (Map.Entry<String, Integer> value : of.entrySet()) {
            all += value.getValue();
            found += there.containsKey(value.getKey()) ? value.getValue() : 0;
        }
        return found / all;
    }
}
