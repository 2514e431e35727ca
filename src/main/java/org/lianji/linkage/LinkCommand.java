package org.lianji.linkage;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The linker at the command line, over any CSV files; what it is told are system properties. */
public final class LinkCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NOT_TRIED = 2;

    private static final String USAGE =
            """
            -Dlink.left=a.csv       the rows; alone: duplicates among them
            -Dlink.right=b.csv      pairs with rows of these
            -Dlink.model=m.yaml     the model; without one, or where the file is missing, it is made from the columns
            -Dlink.train=…          learns without labels: the rows to learn from (a CSV file; the model goes to link.model),
                                    or the file that the learnt model goes to (YAML; learns from the rows above)
            -Dlink.out=pairs.csv    the pairs that are one person's
            -Dlink.possible=p.csv   the pairs at which a person should look
            -Dlink.groups=g.csv     the group of each row
            -Dlink.ignore=x,y       columns that are not compared
            -Dlink.id=x             the column by which rows are named
            Exit: 0 done, 1 a file could not be read or written, 2 wrong arguments.\
            """;

    private final String left = setting("left");
    private final String right = setting("right");
    private final String train = setting("train");
    private final Set<String> ignored =
            new TreeSet<>(Arrays.asList(setting("ignore").split("\\s*,\\s*")));

    private LinkCommand() {}

    private static String setting(String name) {
        String value = System.getProperty("link." + name, "").strip();
        return value.startsWith("${") ? "" : value;
    }

    public static void main(String[] arguments) {
        System.exit(run());
    }

    /** {@return the exit code} */
    static int run() {
        LinkCommand command = new LinkCommand();
        if (command.left.isEmpty() && !command.train.endsWith(".csv")) {
            return say(NOT_TRIED, USAGE);
        }
        try {
            command.work();
            return DONE;
        } catch (NoSuchFileException e) {
            return say(FAILED, "There is no file " + e.getFile());
        } catch (IllegalArgumentException e) {
            return say(NOT_TRIED, e.getMessage());
        } catch (IOException e) {
            return say(FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static int say(int code, @Nullable String text) {
        System.out.println(text);
        return code;
    }

    private void work() throws IOException {
        Model model = model();
        if (left.isEmpty()) {
            return;
        }
        Linkage linkage = new Linkage(rows(), fitting(model, rows()));
        Linkage.Result result = linkage.link();
        List<Partition.Pair> linked = result.linked(linkage);
        say(
                DONE,
                "%d pairs compared, %d linked, %d possible"
                        .formatted(
                                result.compared(), linked.size(), possible(result, linked).size()));
        if (result.leftOut() > 0) {
            say(DONE, result.leftOut() + " blocks were larger than largestBlock and left out");
        }
        write("out", result, linked);
        write("possible", result, possible(result, linked));
        writeGroups(result);
    }

    private Table rows() throws IOException {
        Table rows = Table.read(Path.of(left));
        return right.isEmpty() ? rows : Table.of(rows, Table.read(Path.of(right)));
    }

    private Model model() throws IOException {
        boolean fromFile = train.endsWith(".csv");
        Path file = Path.of(setting("model"));
        boolean known = !setting("model").isEmpty() && Files.exists(file);
        if (known && train.isEmpty()) {
            return ModelFile.read(file);
        }
        Table rows = fromFile ? Table.read(Path.of(train)) : rows();
        Model first = known ? fitting(ModelFile.read(file), rows) : made(rows);
        Model learnt = Linkage.trained(first, rows);
        say(DONE, "Learnt from " + learnt.trained());
        String to = train.toLowerCase(Locale.ROOT).matches(".*\\.ya?ml") ? train : setting("model");
        if (!to.isEmpty()) {
            ModelFile.write(learnt, Path.of(to));
            say(DONE, "The model is in " + to);
        }
        return learnt;
    }

    private Model made(Table rows) {
        Set<String> apart = new TreeSet<>(ignored);
        apart.add(setting("id"));
        Profile profile = new Profile(rows, apart);
        Model made =
                profile.model(title(train.endsWith(".csv") ? train : left)).named(setting("id"));
        profile.notes().forEach(note -> say(DONE, note));
        made.features().forEach(one -> say(DONE, one.column() + ": " + one.comparator().name()));
        return made;
    }

    private static String title(String file) {
        return Path.of(file).getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private static Model fitting(Model model, Table rows) {
        for (String column : model.columns()) {
            if (rows.column(column) < 0) {
                throw new IllegalArgumentException(
                        "The model compares the column %s, and the rows have %s"
                                .formatted(column, rows.columns()));
            }
        }
        return model;
    }

    private static List<Partition.Pair> possible(
            Linkage.Result result, List<Partition.Pair> linked) {
        Set<Long> certain = new TreeSet<>();
        linked.forEach(pair -> certain.add(key(pair)));
        return result.pairs().stream().filter(pair -> !certain.contains(key(pair))).toList();
    }

    private static long key(Partition.Pair pair) {
        return (long) pair.one() << Integer.SIZE | pair.other();
    }

    private static void write(String setting, Linkage.Result result, List<Partition.Pair> pairs)
            throws IOException {
        if (setting(setting).isEmpty()) {
            return;
        }
        try (CsvWriter csv = CsvWriter.builder().build(Path.of(setting(setting)))) {
            csv.writeRecord("left", "right", "left_row", "right_row", "bits", "probability");
            for (Partition.Pair pair : pairs) {
                Table.Row one = result.table().rows().get(pair.one());
                Table.Row other = result.table().rows().get(pair.other());
                csv.writeRecord(
                        result.id(one),
                        result.id(other),
                        Integer.toString(one.number()),
                        Integer.toString(other.number()),
                        "%.2f".formatted(pair.bits()),
                        "%.6f".formatted(1 / (1 + Math.pow(2, -pair.bits()))));
            }
        }
    }

    private static void writeGroups(Linkage.Result result) throws IOException {
        if (setting("groups").isEmpty()) {
            return;
        }
        List<String[]> lines = new ArrayList<>();
        for (int at = 0; at < result.groups().length; at++) {
            Table.Row row = result.table().rows().get(at);
            String group = result.id(result.table().rows().get(result.groups()[at]));
            lines.add(
                    new String[] {
                        Integer.toString(row.file() + 1),
                        Integer.toString(row.number()),
                        result.id(row),
                        group
                    });
        }
        try (CsvWriter csv = CsvWriter.builder().build(Path.of(setting("groups")))) {
            csv.writeRecord("file", "row", "id", "group");
            lines.forEach(csv::writeRecord);
        }
    }
}
