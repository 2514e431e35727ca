package org.lianji.linkage;

import org.lianji.bench.city.ListedRow;
import org.lianji.bench.city.PersonLists;
import org.lianji.bench.city.PersonLists.Citizen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes the hub's own model: learns without labels from rows of a city's lists that have no usable
 * number, beside its register. The city is of another seed than the one that is reported.
 */
final class CityModel {

    private static final Path FILE = Path.of("src/main/resources/identity/persons-2.yaml");

    /** Of development: also what the thresholds were chosen on. */
    private static final long SEED = 7;

    private static final int SIZE = 40_000;
    private static final double NEARLY = 1e-9;

    /** Of a row and a person of a city of 1.6 million. */
    private static final double PRIOR = 1 / 1_600_000.0;

    private static final double SAME = 8;
    private static final double POSSIBLE = -4;
    private static final List<String> COLUMNS =
            List.of("name", "birthDate", "sex", "place", "phone");

    /**
     * Levels in the order of the comparator. The lists know no place near the right one, and a
     * telephone says whose household it is: two of one household are two, and share it.
     */
    private static final Map<String, Feature> BY_HAND =
            Map.of(
                    "place",
                    Feature.untrained("place", new FieldComparator.Place(), null, false)
                            .with(
                                    List.of(0.4, 0.1, 0.3, 0.14, 0.04, 0.01, 0.01),
                                    List.of(0.0003, 0.002, 0.008, 0.0857, 0.87, 0.017, 0.017)),
                    "phone",
                    Feature.untrained("phone", new CodeComparator(true), null, false)
                            .with(
                                    List.of(0.55, 0.01, 0.005, 0.005, 0.005, 0.425),
                                    List.of(0.0001, 0.0001, 0.0001, 0.001, 0.01, 0.9887)));

    private CityModel() {}

    public static void main(String[] arguments) throws IOException {
        Model learnt = Linkage.trained(start(), rows());
        List<Feature> features = new ArrayList<>();
        for (Feature feature : learnt.features()) {
            features.add(
                    BY_HAND.containsKey(feature.column())
                            ? byHand(feature.column())
                            : completed(feature, byHand(feature.column())));
        }
        features.add(byHand("household"));
        ModelFile.write(
                new Model(
                        "persons",
                        2,
                        "name, birthDate, sex from lists of the synthetic city, seed %d, field: %s;"
                                        .formatted(SEED, learnt.trained())
                                + " the rest by hand",
                        "",
                        features,
                        PRIOR,
                        SAME,
                        POSSIBLE,
                        List.of(),
                        learnt.largestBlock(),
                        false),
                FILE);
    }

    private static Feature byHand(String column) {
        Feature own = BY_HAND.get(column);
        return own != null
                ? own
                : CityTables.model("/identity/persons-1.yaml").features().stream()
                        .filter(one -> one.column().equals(column))
                        .findFirst()
                        .orElseThrow();
    }

    /** Levels that no pair of one person shows have the same small share: they stay by hand. */
    private static Feature completed(Feature learnt, Feature hand) {
        double least = learnt.m().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        List<Integer> unseen =
                IntStream.range(0, learnt.m().size())
                        .filter(level -> learnt.m().get(level) < least * (1 + NEARLY))
                        .boxed()
                        .toList();
        return unseen.size() < 2
                ? learnt
                : learnt.with(
                        completed(learnt.m(), hand.m(), unseen),
                        completed(learnt.u(), hand.u(), unseen));
    }

    /** The shares go on to be all of the pairs. */
    private static List<Double> completed(
            List<Double> learnt, List<Double> hand, List<Integer> unseen) {
        double before = unseen.stream().mapToDouble(learnt::get).sum();
        double after = unseen.stream().mapToDouble(hand::get).sum();
        return IntStream.range(0, learnt.size())
                .mapToObj(
                        level ->
                                unseen.contains(level)
                                        ? hand.get(level)
                                        : learnt.get(level) * (1 - after) / (1 - before))
                .toList();
    }

    private static Model start() {
        List<Feature> features = COLUMNS.stream().map(CityModel::byHand).toList();
        List<BlockingRule> blocking =
                List.of(
                        rule("name sounds", "place begins 6"),
                        rule("name sounds", "birthDate year"),
                        rule("birthDate", "sex"),
                        rule("phone"));
        return new Model(
                "persons",
                1,
                "nothing yet",
                "",
                features,
                1.0 / SIZE,
                SAME,
                POSSIBLE,
                blocking,
                1_000,
                false);
    }

    private static BlockingRule rule(String... keys) {
        return new BlockingRule(List.of(keys).stream().map(BlockingRule.Key::parsed).toList());
    }

    private static Table rows() throws IOException {
        List<Citizen> people = CityLists.city(SEED, SIZE);
        CityLists lists = new CityLists(people, PersonLists.Level.FIELD, SEED);
        List<Table.Row> rows = new ArrayList<>();
        for (ListedRow row : lists.numberless) {
            rows.add(
                    new Table.Row(
                            0,
                            rows.size(),
                            List.of(
                                    row.name(),
                                    row.birthDate(),
                                    row.sex(),
                                    row.place(),
                                    row.phone())));
        }
        people.stream()
                .filter(Citizen::registered)
                .forEach(one -> rows.add(person(one, lists.phones("", one), rows.size())));
        return new Table(COLUMNS, rows, 2);
    }

    private static Table.Row person(Citizen one, Set<String> phones, int number) {
        return new Table.Row(
                1,
                number,
                List.of(
                        one.name(),
                        one.born().toString(),
                        one.sex(),
                        one.home(),
                        phones.stream().sorted().findFirst().orElse("")));
    }
}
