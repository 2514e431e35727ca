package org.lianji.linkage;

import org.lianji.bench.city.GenerateCity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Names that come with a number, in a city of a seed that nobody has looked at: how many rows of
 * the person would go to review, and how many of somebody else's would be linked.
 */
final class CityNames {

    private static final String SEED = "20261129";
    private static final String MONGOL = "MONGOL";
    private static final String REGISTER = "GA01";

    private final Map<String, String> nations = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<List<String>> families = new ArrayList<>();
    private final Map<String, Set<String>> known = new HashMap<>();
    private final Map<String, long[]> counts =
            new HashMap<>(Map.of(MONGOL, new long[2], "", new long[2]));

    private CityNames() {}

    /** {@return a line of the page for that share of errors} */
    static String line(String errors) throws IOException {
        Path folder = Files.createTempDirectory("city-names");
        GenerateCity.main(
                new String[] {
                    "--seed",
                    SEED,
                    "--people",
                    "20000",
                    "--errors",
                    errors,
                    "--out",
                    folder.toString()
                });
        CityNames city = new CityNames();
        city.people(folder.resolve("truth"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".csv.gz")).sorted().toList()) {
                city.rows(file);
            }
        }
        return city.line(errors, new Random(7));
    }

    private void people(Path truth) throws IOException {
        Table people = Table.read(truth.resolve("people.csv"));
        for (Table.Row row : people.rows()) {
            String number = row.cells().get(people.column("idNumber"));
            names.put(number, row.cells().get(people.column("name")));
            nations.put(number, row.cells().get(people.column("nation")));
        }
        Table households = Table.read(truth.resolve("households.csv"));
        for (String members : households.values(households.column("members"))) {
            families.add(Arrays.stream(members.split(";")).filter(names::containsKey).toList());
        }
    }

    private void rows(Path file) throws IOException {
        try (var stream = new GZIPInputStream(Files.newInputStream(file))) {
            Table table =
                    Table.parsed(
                            new String(stream.readAllBytes(), StandardCharsets.UTF_8),
                            file.toString());
            int number = table.column("idNumber");
            int name = table.column("personName");
            boolean register = file.getFileName().toString().startsWith(REGISTER);
            if (number >= 0 && name >= 0) {
                table.rows()
                        .forEach(
                                row ->
                                        row(
                                                row.cells().get(number),
                                                row.cells().get(name),
                                                register));
            }
        }
    }

    private void row(String number, String name, boolean register) {
        if (name.isEmpty() || !names.containsKey(number)) {
            return;
        }
        Set<String> before = known.computeIfAbsent(number, _ -> new HashSet<>());
        boolean differs = !register && NameAgreement.contradicted(name, before);
        for (String group : List.of("", nations.get(number))) {
            if (counts.get(group) instanceof long[] count) {
                count[0]++;
                count[1] += differs ? 1 : 0;
            }
        }
        if (!differs) {
            before.add(name);
        }
    }

    private String line(String errors, Random dice) {
        List<String> all = List.copyOf(names.values());
        long linked = 0;
        int tried = 1_000_000;
        for (int n = 0; n < tried; n++) {
            String one = all.get(dice.nextInt(all.size()));
            linked +=
                    NameAgreement.contradicted(one, List.of(all.get(dice.nextInt(all.size()))))
                            ? 0
                            : 1;
        }
        long pairs = 0;
        long family = 0;
        for (List<String> members : families) {
            for (String one : members) {
                for (String other : members) {
                    if (one.compareTo(other) < 0) {
                        pairs++;
                        family +=
                                NameAgreement.contradicted(
                                                names.get(one), List.of(names.get(other)))
                                        ? 0
                                        : 1;
                    }
                }
            }
        }
        return "| %s | %s | %s | %,d of %,d | %,d of %,d |%n"
                .formatted(
                        errors,
                        share(counts.get("")),
                        share(counts.get(MONGOL)),
                        linked,
                        tried,
                        family,
                        pairs);
    }

    private static String share(long[] count) {
        return "%,d of %,d".formatted(count[1], count[0]);
    }
}
