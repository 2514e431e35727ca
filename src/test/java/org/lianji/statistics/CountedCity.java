package org.lianji.statistics;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Regions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * People that are counted the simplest way, and what the hub would publish of them; remembers every
 * figure that was published, and how many questions it took.
 */
final class CountedCity {

    /**
     * @param township where they live
     * @param values of items, among them dates
     * @param amount what they give to a sum
     * @param key their cell key
     */
    record Someone(String township, Map<String, String> values, long amount, long key) {}

    /**
     * @param months the months in a row that are shown; all where there is no {@code byMonth}
     */
    record Asked(
            @Nullable String region,
            StatisticsQuestion.@Nullable Depth byRegion,
            Map<String, String> where,
            @Nullable String byMonth,
            StatisticsQuestion.Period period,
            StatisticsMonths months,
            @Nullable String byItem,
            boolean summed) {}

    private final List<Someone> people;
    private final Map<String, List<Someone>> byRegion = new HashMap<>();
    private final StatisticsNoise noise;
    private final Set<Asked> questions = new LinkedHashSet<>();
    private final Map<StatisticsFigure, Double> counts = new HashMap<>();
    private final Map<StatisticsFigure, Double> sums = new HashMap<>();

    CountedCity(List<Someone> people, StatisticsNoise noise) {
        this.people = people;
        this.noise = noise;
    }

    int questions() {
        return questions.size();
    }

    Map<StatisticsFigure, Double> counts() {
        return counts;
    }

    Map<StatisticsFigure, Double> sums() {
        return sums;
    }

    void ask(Asked asked) {
        questions.add(asked);
        Set<String> traits = new TreeSet<>();
        asked.where().forEach((item, value) -> traits.add(item + "=" + value));
        StatisticsAxes axes =
                new StatisticsAxes(
                        "MZ01",
                        asked.region(),
                        new TreeSet<>(traits),
                        asked.byMonth(),
                        asked.byItem());
        StatisticsQuestion form =
                new StatisticsQuestion(
                        "MZ01",
                        asked.region(),
                        asked.byRegion(),
                        asked.byMonth(),
                        asked.period(),
                        asked.byItem(),
                        null,
                        null);
        List<StatisticsCell> counted = count(asked);
        StatisticsTable table =
                StatisticsTable.of(
                        counted,
                        new StatisticsTable.Form(
                                axes,
                                form.depths(),
                                asked.months(),
                                asked.summed()
                                        ? StatisticsTable.SumAxis.NUMBERS
                                        : StatisticsTable.SumAxis.NOTHING),
                        noise);
        table.totals().forEach(cell -> remember(axes, cell));
        table.cells().forEach(cell -> remember(axes, cell));
    }

    private void remember(StatisticsAxes axes, StatisticsTable.Cell cell) {
        String time =
                cell.month() != null
                        ? cell.month()
                        : cell.year() == null ? "" : String.valueOf(cell.year());
        StatisticsFigure figure =
                axes.figure(
                        new StatisticsCell(
                                List.of(text(cell.region()), time, text(cell.value())),
                                0,
                                0,
                                0,
                                0,
                                0,
                                0));
        if (cell.sum() == null) {
            counts.put(figure, (double) cell.count());
        } else {
            sums.put(figure, cell.sum() / 100.0);
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** {@return how many people there are} */
    long people(StatisticsFigure figure) {
        return people.stream()
                .filter(one -> one.township().startsWith(prefix(figure.region())))
                .filter(
                        one ->
                                figure.traits().stream()
                                        .allMatch(
                                                trait -> {
                                                    String[] is = trait.split("=");
                                                    return one.values()
                                                            .get(is[0])
                                                            .startsWith(is[1]);
                                                }))
                .count();
    }

    private List<StatisticsCell> count(Asked asked) {
        Map<List<String>, List<Someone>> cells = new HashMap<>();
        for (Someone one : of(asked.region())) {
            if (fits(one, asked)) {
                for (String region : regions(one, asked)) {
                    for (String month : months(one, asked)) {
                        for (String value : values(one, asked)) {
                            cells.computeIfAbsent(
                                            List.of(region, month, value), _ -> new ArrayList<>())
                                    .add(one);
                        }
                    }
                }
            }
        }
        List<StatisticsCell> counted = new ArrayList<>();
        cells.forEach((at, whom) -> counted.add(cell(at, whom)));
        return counted;
    }

    private List<Someone> of(@Nullable String region) {
        return byRegion.computeIfAbsent(
                text(region),
                code ->
                        people.stream()
                                .filter(one -> one.township().startsWith(prefix(code)))
                                .toList());
    }

    private static StatisticsCell cell(List<String> at, List<Someone> whom) {
        long sum = whom.stream().mapToLong(Someone::amount).sum();
        long most = whom.stream().mapToLong(Someone::amount).max().orElseThrow();
        long givers = whom.stream().filter(one -> one.amount() != 0).count();
        long key = whom.stream().mapToLong(Someone::key).sum();
        return new StatisticsCell(at, whom.size(), key, sum, sum, most, givers);
    }

    private static boolean fits(Someone one, Asked asked) {
        if (asked.byMonth() != null) {
            int year = Integer.parseInt(one.values().get(asked.byMonth()).substring(0, 4));
            if (year < asked.months().from().getYear() || year > asked.months().to().getYear()) {
                return false;
            }
        }
        return asked.where().entrySet().stream()
                .allMatch(is -> is.getValue().equals(one.values().get(is.getKey())));
    }

    private static List<String> regions(Someone one, Asked asked) {
        String county = one.township().substring(0, 6) + "000000";
        return switch (asked.byRegion()) {
            case null -> List.of("");
            case COUNTY -> List.of(county, "");
            case TOWNSHIP -> List.of(county + "/" + one.township(), county, "");
        };
    }

    private static List<String> months(Someone one, Asked asked) {
        if (asked.byMonth() == null) {
            return List.of("");
        }
        String month = one.values().get(asked.byMonth());
        String year = month.substring(0, 4);
        List<String> months = new ArrayList<>();
        if (asked.period() == StatisticsQuestion.Period.MONTH) {
            months.add(year + "/" + month);
        }
        months.add(year);
        if (!asked.months().limited()) {
            months.add("");
        }
        return months;
    }

    private static List<String> values(Someone one, Asked asked) {
        return asked.byItem() == null ? List.of("") : List.of(one.values().get(asked.byItem()), "");
    }

    private static String prefix(String region) {
        return region.isEmpty() ? "" : Regions.prefix(region);
    }
}
