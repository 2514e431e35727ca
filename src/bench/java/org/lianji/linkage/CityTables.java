package org.lianji.linkage;

import org.lianji.bench.city.ListedRow;
import org.lianji.bench.city.PersonLists;
import org.lianji.bench.city.PersonLists.Citizen;
import org.lianji.linkage.CityLists.Judged;
import org.lianji.linkage.CityLists.Numbered;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** The city's lists by the hub's own model, as tables of the page. */
final class CityTables {

    /** Of a city that nobody has looked at. */
    private static final long SEED = 20261201;

    private static final int SIZE = 60_000;
    private static final int YEAR = 2026;
    private static final double[] THRESHOLDS = {-6, -4, -2, 0, 2, 4, 6, 8, 10, 12};

    /** The same model as the hub's, by its resource. */
    private static final String MODEL = "/identity/persons-2.yaml";

    private static final List<String> MODELS = List.of("/identity/persons-1.yaml", MODEL);

    private final Model model = model(MODEL);
    private final PairScore score = PairScore.of(text(MODEL), MODEL);
    private final StringBuilder models = new StringBuilder();
    private final StringBuilder numbered = new StringBuilder();
    private final StringBuilder numberless = new StringBuilder();
    private final StringBuilder all = new StringBuilder();
    private final StringBuilder cubed = new StringBuilder();
    private final StringBuilder curve = new StringBuilder();
    private final StringBuilder flaws = new StringBuilder();
    private final StringBuilder groups = new StringBuilder();

    private CityTables() {}

    private static String text(String model) {
        try (InputStream stream =
                Objects.requireNonNull(CityTables.class.getResourceAsStream(model))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the hub's model in that resource} */
    static Model model(String resource) {
        return ModelFile.parsed(text(resource), resource);
    }

    /** {@return the part of the page} */
    static String section() throws IOException {
        return section(SEED, SIZE);
    }

    static String section(long seed, int size) throws IOException {
        CityTables tables = new CityTables();
        List<Citizen> people = CityLists.city(seed, size);
        for (PersonLists.Level level : PersonLists.Level.values()) {
            tables.level(level, new CityLists(people, level, seed));
        }
        return tables.text(size);
    }

    private void level(PersonLists.Level level, CityLists lists) {
        String name = level.name().toLowerCase(java.util.Locale.ROOT);
        numbered(name, lists);
        for (CitySide.Items items : CitySide.Items.values()) {
            List<Judged> judged = lists.judged(items, score);
            numberless(name, items, judged);
            all(name, items, lists, judged);
            cubed.append(
                    "| %s | %s | %s |%n"
                            .formatted(
                                    name, items.words(), lists.cubed(model.same(), items, score)));
            if (level == PersonLists.Level.FIELD) {
                MODELS.forEach(one -> models(one, lists, items));
                curve(items, judged);
                if (items == CitySide.Items.ALL) {
                    flaws(lists, judged);
                    groups(lists, judged);
                }
            }
        }
    }

    private void numbered(String level, CityLists lists) {
        Map<Numbered, Long> count = counts(lists, _ -> true);
        double linked = count.get(Numbered.LINKED);
        double wrong = count.get(Numbered.WRONGLY_LINKED);
        double own = count.get(Numbered.REVIEW_OF_OWN);
        numbered.append(
                "| %s | %,d | %.5f | %.4f | %,.0f | %,d | %,.0f |%n"
                        .formatted(
                                level,
                                lists.numbered.size(),
                                linked / (linked + wrong),
                                linked / (linked + own),
                                wrong,
                                count.get(Numbered.REVIEW_OF_OTHER),
                                own));
    }

    private static Map<Numbered, Long> counts(
            CityLists lists, java.util.function.Predicate<ListedRow> which) {
        Map<Numbered, Long> counts = new TreeMap<>();
        for (Numbered one : Numbered.values()) {
            counts.put(one, 0L);
        }
        lists.numbered.forEach(
                (row, how) -> {
                    if (which.test(row)) {
                        counts.merge(how, 1L, Long::sum);
                    }
                });
        return counts;
    }

    /** Of rows without a usable number. */
    private record Tally(
            long rows, long wanted, long certain, long right, long offered, long offeredRight) {

        static Tally of(List<Judged> judged, double same, double possible) {
            return new Tally(
                    judged.size(),
                    judged.stream().filter(one -> one.of().registered()).count(),
                    judged.stream().filter(one -> one.certain(same)).count(),
                    judged.stream().filter(one -> one.certain(same) && one.right()).count(),
                    judged.stream().filter(one -> one.bits() >= possible).count(),
                    judged.stream().filter(one -> one.bits() >= possible && one.right()).count());
        }

        String precision() {
            return certain == 0 ? "none" : "%.4f".formatted((double) right / certain);
        }

        String recall() {
            return share(right, wanted);
        }
    }

    private static String share(double part, double of) {
        return of == 0 ? "none" : "%.4f".formatted(part / of);
    }

    private void numberless(String level, CitySide.Items items, List<Judged> judged) {
        Tally tally = Tally.of(judged, model.same(), model.possible());
        long reached = judged.stream().filter(Judged::reached).count();
        numberless.append(
                "| %s | %s | %,d | %s | %s | %s | %s | %s |%n"
                        .formatted(
                                level,
                                items.words(),
                                tally.wanted,
                                share(reached, tally.wanted),
                                tally.precision(),
                                tally.recall(),
                                share(tally.offeredRight, tally.offered),
                                share(tally.offeredRight, tally.wanted)));
    }

    /** Of rows of both kinds, as if what is certain were linked. */
    private void all(String level, CitySide.Items items, CityLists lists, List<Judged> judged) {
        Map<Numbered, Long> count = counts(lists, _ -> true);
        Tally tally = Tally.of(judged, model.same(), model.possible());
        double right = count.get(Numbered.LINKED) + tally.right;
        double linked =
                count.get(Numbered.LINKED) + count.get(Numbered.WRONGLY_LINKED) + tally.certain;
        all.append(
                "| %s | %s | %.5f | %.4f |%n"
                        .formatted(
                                level,
                                items.words(),
                                right / linked,
                                right / (lists.numbered.size() + tally.wanted)));
    }

    private void models(String resource, CityLists lists, CitySide.Items items) {
        Model one = model(resource);
        List<Judged> judged = lists.judged(items, PairScore.of(text(resource), resource));
        Tally tally = Tally.of(judged, one.same(), one.possible());
        models.append(
                "| `%s` | %s | %s | %s | %s | %s |%n"
                        .formatted(
                                resource.substring(1),
                                items.words(),
                                tally.precision(),
                                tally.recall(),
                                share(tally.offeredRight, tally.offered),
                                share(tally.offeredRight, tally.wanted)));
    }

    private void curve(CitySide.Items items, List<Judged> judged) {
        for (double threshold : THRESHOLDS) {
            Tally tally = Tally.of(judged, threshold, threshold);
            curve.append(
                    "| %s | %.0f | %s | %s |%n"
                            .formatted(
                                    items.words(), threshold, tally.precision(), tally.recall()));
        }
    }

    private void flaws(CityLists lists, List<Judged> judged) {
        for (ListedRow.Flaw flaw : ListedRow.Flaw.values()) {
            Map<Numbered, Long> count = counts(lists, row -> row.flaws().contains(flaw));
            Tally tally = tally(judged, one -> one.row().flaws().contains(flaw));
            flaws.append(
                    "| %s | %,d | %,d | %,d | %,d | %,d | %s | %s |%n"
                            .formatted(
                                    flaw,
                                    count.values().stream().mapToLong(Long::longValue).sum(),
                                    count.get(Numbered.WRONGLY_LINKED),
                                    count.get(Numbered.REVIEW_OF_OTHER)
                                            + count.get(Numbered.REVIEW_OF_OWN),
                                    tally.wanted,
                                    tally.certain - tally.right,
                                    tally.recall(),
                                    share(tally.offeredRight, tally.wanted)));
        }
    }

    private Tally tally(List<Judged> judged, java.util.function.Predicate<Judged> which) {
        return Tally.of(judged.stream().filter(which).toList(), model.same(), model.possible());
    }

    private void groups(CityLists lists, List<Judged> judged) {
        groups("sex", lists, judged, Citizen::sex);
        groups(
                "nation",
                lists,
                judged,
                one -> List.of("HAN", "MONGOL").contains(one.nation()) ? one.nation() : "other");
        groups("age", lists, judged, CityTables::age);
        groups(
                "county",
                lists,
                judged,
                one -> one.home().isEmpty() ? "not registered" : one.home().substring(0, 6));
    }

    private static String age(Citizen one) {
        int age = YEAR - one.born().getYear();
        return age < 18
                ? "under 18"
                : age < 40 ? "18 to 39" : age < 60 ? "40 to 59" : "60 and over";
    }

    private void groups(
            String by, CityLists lists, List<Judged> judged, Function<Citizen, String> group) {
        lists.people.values().stream()
                .map(group)
                .distinct()
                .sorted()
                .forEach(one -> group(by, one, lists, judged, group));
    }

    private void group(
            String by,
            String name,
            CityLists lists,
            List<Judged> judged,
            Function<Citizen, String> group) {
        Map<Numbered, Long> count =
                counts(lists, row -> group.apply(lists.people.get(row.person())).equals(name));
        Tally tally = tally(judged, one -> group.apply(one.of()).equals(name));
        double linked = count.get(Numbered.LINKED);
        groups.append(
                "| %s | %s | %,.0f | %,d | %s | %,d | %,d | %s | %s | %s |%n"
                        .formatted(
                                by,
                                name,
                                linked,
                                count.get(Numbered.WRONGLY_LINKED),
                                share(
                                        count.get(Numbered.REVIEW_OF_OWN),
                                        linked + count.get(Numbered.REVIEW_OF_OWN)),
                                tally.wanted,
                                tally.certain - tally.right,
                                tally.precision(),
                                tally.recall(),
                                share(tally.offeredRight, tally.wanted)));
    }

    private String text(int size) {
        return """
        Lists of a synthetic city of %,d people, seed %d, by `%s`.

        Rows with a valid number, by the hub's rule (the number, unless the name is another):

        | errors | rows | precision | recall | linked to another | another's number, to review | own number, to review |
        |---|---|---|---|---|---|---|
        %s
        Rows without a usable number (none, a wrong digit, 15 digits, a placeholder) whose people are registered. Reached: a key leads to the
        right one. Certain: one person, and nobody else, from %.0f bits on. Offered: the likeliest from %.0f bits on, for a person to decide.

        | errors | what is compared | rows | reached | certain: precision | certain: recall | offered: right | offered: recall |
        |---|---|---|---|---|---|---|---|
        %s
        Rows of both kinds, if what is certain were linked (the hub asks two people first):

        | errors | what is compared | precision | recall |
        |---|---|---|---|
        %s
        The model that was made by hand, and the one that has learnt, field:

        | model | what is compared | certain: precision | certain: recall | offered: right | offered: recall |
        |---|---|---|---|---|---|
        %s
        Groups of all rows and the register (B³), where what is certain is linked:

        | errors | what is compared | precision | recall | F1 |
        |---|---|---|---|---|
        %s
        Errors as in real lists ("field"), by the bits from which a row would be linked:

        | what is compared | bits | precision | recall |
        |---|---|---|---|
        %s
        By kind of error, field, all items. The first three figures are of rows with a valid number, the others of rows without:

        | error | rows | linked to another | to review | rows | linked to another | certain: recall | offered: recall |
        |---|---|---|---|---|---|---|---|
        %s
        Who is hurt, field, all items. The first three figures are of rows with a valid number, the others of rows without:

        | by | | linked | linked to another | own to review | rows | linked to another | certain: precision | certain: recall | offered: recall |
        |---|---|---|---|---|---|---|---|---|---|
        %s\
        """
                .formatted(
                        size,
                        SEED,
                        MODEL.substring(1),
                        numbered,
                        model.same(),
                        model.possible(),
                        numberless,
                        all,
                        models,
                        cubed,
                        curve,
                        flaws,
                        groups);
    }
}
