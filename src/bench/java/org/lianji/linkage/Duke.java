package org.lianji.linkage;

import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.JaroWinklerTokenized;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.databases.InMemoryDatabase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Duke on the same pairs: its own comparators, cleaned values, probabilities set by hand. */
final class Duke {

    /**
     * What a user of Duke writes for a column: comparator, and the probability where it differs or
     * agrees.
     */
    record Column(String name, Comparator comparator, double low, double high) {}

    private static final Comparator LEVENSHTEIN = new Levenshtein();
    private static final Comparator WINKLER = new JaroWinkler();
    private static final Comparator WORDS = new JaroWinklerTokenized();
    private static final Comparator EXACT = new ExactComparator();

    /** Several configurations; the best is reported. */
    private static final Map<String, List<List<Column>>> CONFIGURATIONS =
            Map.of(
                    "febrl",
                    List.of(febrl(LEVENSHTEIN), febrl(WINKLER)),
                    "fake",
                    List.of(fake(LEVENSHTEIN), fake(WINKLER)));

    private Duke() {}

    private static List<Column> febrl(Comparator names) {
        return List.of(
                new Column("given_name", names, 0.35, 0.85),
                new Column("surname", names, 0.35, 0.88),
                new Column("street_number", EXACT, 0.45, 0.6),
                new Column("address_1", WORDS, 0.4, 0.8),
                new Column("address_2", WORDS, 0.45, 0.75),
                new Column("suburb", names, 0.4, 0.75),
                new Column("postcode", LEVENSHTEIN, 0.35, 0.75),
                new Column("state", names, 0.45, 0.55),
                new Column("date_of_birth", LEVENSHTEIN, 0.25, 0.92),
                new Column("soc_sec_id", LEVENSHTEIN, 0.25, 0.95));
    }

    private static List<Column> fake(Comparator names) {
        return List.of(
                new Column("first_name", names, 0.35, 0.8),
                new Column("surname", names, 0.35, 0.85),
                new Column("dob", LEVENSHTEIN, 0.3, 0.9),
                new Column("city", names, 0.4, 0.65),
                new Column("email", names, 0.35, 0.92));
    }

    /** {@return for each configuration the pairs by the probability that Duke gives them} */
    static List<List<Partition.Pair>> scored(String kind, Table table, Candidates candidates) {
        return CONFIGURATIONS.get(kind).stream()
                .map(columns -> scored(columns, table, candidates))
                .toList();
    }

    private static List<Partition.Pair> scored(
            List<Column> columns, Table table, Candidates candidates) {
        List<Property> properties = new ArrayList<>();
        columns.forEach(
                one ->
                        properties.add(
                                new PropertyImpl(one.name, one.comparator, one.low, one.high)));
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setProperties(properties);
        configuration.setThreshold(0);
        List<RecordImpl> records =
                table.rows().stream().map(row -> record(columns, table, row)).toList();
        List<Scores> parts =
                candidates.forEach(
                        () ->
                                new Scores(
                                        new Processor(configuration, new InMemoryDatabase()),
                                        records));
        List<Partition.Pair> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.pairs));
        return all;
    }

    private static RecordImpl record(List<Column> columns, Table table, Table.Row row) {
        RecordImpl record = new RecordImpl();
        for (Column column : columns) {
            String plain = Words.plain(row.cells().get(table.column(column.name)));
            if (plain != null) {
                record.addValue(column.name, plain);
            }
        }
        return record;
    }

    private record Scores(Processor processor, List<RecordImpl> records, List<Partition.Pair> pairs)
            implements Candidates.Sink {

        private static final double HARDLY = 0.05;

        Scores(Processor processor, List<RecordImpl> records) {
            this(processor, records, new ArrayList<>());
        }

        @Override
        public void pair(int one, int other) {
            double probability = processor.compare(records.get(one), records.get(other));
            if (probability > HARDLY) {
                pairs.add(new Partition.Pair(one, other, probability));
            }
        }
    }
}
