package org.lianji.linkage;

import org.lianji.bench.MeasuredPage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The linker beside Duke on public files; writes the tables of docs/linkage.md. */
final class LinkageMeasure {

    private static final Path PAGE = Path.of("docs/linkage.md");

    private final StringBuilder pairs = new StringBuilder();
    private final StringBuilder groups = new StringBuilder();
    private final StringBuilder speed = new StringBuilder();

    private LinkageMeasure() {}

    public static void main(String[] arguments) throws IOException {
        LinkageMeasure measure = new LinkageMeasure();
        Function<String, String> febrl = id -> id.split("-")[1];
        measure.measure("FEBRL 3", "febrl3.csv", "febrl", "rec_id", febrl);
        measure.measure("FEBRL 1", "febrl1.csv", "febrl", "rec_id", febrl);
        measure.measure("fake_1000", "fake_1000.csv", "fake", "cluster", Function.identity());
        measure.write(CityNames.line("0.02") + CityNames.line("0.06"));
    }

    private void measure(
            String title, String file, String kind, String answer, Function<String, String> person)
            throws IOException {
        Table table = table(file).ordered();
        Truth truth =
                new Truth(
                        table.rows().stream()
                                .map(row -> person.apply(row.cells().get(table.column(answer))))
                                .toArray(String[]::new));
        long begin = System.nanoTime();
        Model first = new Profile(table, Set.of(answer)).model(title);
        Model model = Linkage.trained(first, table);
        double learnt = (System.nanoTime() - begin) / 1e9;
        Linkage linkage = new Linkage(table, model);
        Linkage.Result result = linkage.link();
        Candidates candidates = Candidates.of(table, model);
        ours(title, truth, linkage, result);
        duke(title, truth, Duke.scored(kind, table, candidates), table, model);
        speed(title, table, model, truth.reached(candidates), learnt);
    }

    private static Table table(String file) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(
                        LinkageMeasure.class.getResourceAsStream("/linkage/" + file))) {
            return Table.parsed(new String(stream.readAllBytes(), StandardCharsets.UTF_8), file);
        }
    }

    private void ours(String title, Truth truth, Linkage linkage, Linkage.Result result) {
        List<Partition.Pair> alone =
                result.pairs().stream()
                        .filter(pair -> pair.bits() >= result.model().same())
                        .toList();
        row(pairs, title, "Lianji, own threshold", truth.of(alone));
        row(pairs, title, "Lianji, groups", truth.of(result.linked(linkage)));
        row(groups, title, "Lianji", truth.cubed(result.groups()));
    }

    private void duke(
            String title,
            Truth truth,
            List<List<Partition.Pair>> scored,
            Table table,
            Model model) {
        Truth.Figures best = new Truth.Figures(0, 0);
        Truth.Figures cubed = new Truth.Figures(0, 0);
        for (List<Partition.Pair> one : scored) {
            Truth.Figures here = truth.best(one);
            best = here.f1() > best.f1() ? here : best;
            for (int step = 1; step < 100; step++) {
                Truth.Figures closed = truth.cubed(closed(one, table.rows().size(), step / 100.0));
                cubed = closed.f1() > cubed.f1() ? closed : cubed;
            }
        }
        row(pairs, title, "Duke 1.2, best threshold", best);
        row(groups, title, "Duke 1.2, best threshold, transitive", cubed);
    }

    /** Duke leaves groups to a transitive closure. */
    private static int[] closed(List<Partition.Pair> scored, int rows, double threshold) {
        int[] group = new int[rows];
        for (int row = 0; row < rows; row++) {
            group[row] = row;
        }
        for (Partition.Pair pair : scored) {
            if (pair.bits() >= threshold) {
                int one = root(group, pair.one());
                int other = root(group, pair.other());
                group[Math.max(one, other)] = Math.min(one, other);
            }
        }
        for (int row = 0; row < rows; row++) {
            group[row] = root(group, row);
        }
        return group;
    }

    private static int root(int[] group, int row) {
        int at = row;
        while (group[at] != at) {
            at = group[at];
        }
        return at;
    }

    private void speed(String title, Table table, Model model, double reached, double learnt) {
        Records records = new Records(table, model.features());
        List<int[]> wanted = new ArrayList<>();
        Candidates all = Candidates.of(table, model);
        all.forEach(
                () ->
                        (one, other) -> {
                            synchronized (wanted) {
                                wanted.add(new int[] {one, other});
                            }
                        });
        Linkage linkage = new Linkage(table, model);
        double sum = 0;
        long begin = 0;
        for (int round = 0; round < 2; round++) {
            begin = System.nanoTime();
            for (int[] pair : wanted) {
                sum += linkage.bits(pair[0], pair[1]);
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("a pair has no weight");
        }
        speed.append(
                "| %s | %,d | %,d of %,.0f | %.4f | %.1f | %,.0f |%n"
                        .formatted(
                                title,
                                records.size(),
                                wanted.size(),
                                table.pairs(),
                                reached,
                                learnt,
                                wanted.size() / seconds));
    }

    private static void row(StringBuilder table, String title, String who, Truth.Figures figures) {
        table.append("| %s | %s | %s |%n".formatted(title, who, figures));
    }

    private void write(String names) throws IOException {
        String measured =
                """
                Pairs:

                | file | linker | precision | recall | F1 |
                |---|---|---|---|---|
                %s
                Groups (B³):

                | file | linker | precision | recall | F1 |
                |---|---|---|---|---|
                %s
                What it took. Reached: share of the true pairs that the rules of blocking let through. Comparisons a second: one thread, all
                pairs in the second round.

                | file | rows | pairs compared | reached | seconds to learn | comparisons a second and core |
                |---|---|---|---|---|---|
                %s
                Names that come with a number (`NAME_DIFFERS`), in a synthetic city of 20,000 people whose seed was not used before. Of the
                person's own rows, how many would go to review; of two people's names, how many would pass for one.

                | errors | own rows to review | of Mongols | two people at random pass | two of one household pass |
                |---|---|---|---|---|
                %s\
                """
                        .formatted(pairs, groups, speed, names);
        MeasuredPage.write(PAGE, "measured", measured);
        MeasuredPage.write(PAGE, "city", CityTables.section());
    }
}
