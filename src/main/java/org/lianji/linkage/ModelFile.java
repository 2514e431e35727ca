package org.lianji.linkage;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model as a file in YAML, that people read and keep in versions. */
final class ModelFile {

    private static final String HEAD =
            """
            # A model of linkage. m: share of a level among pairs of one person; u: among pairs of two. A level speaks for one
            # person by log2(m/u) bits. A pair is linked from `same` bits on, with those of the prior; from `possible` on a
            # person should look. A key of blocking: a column, or "column begins 3", "ends 4", "sounds", "words", "year".
            """;

    private static final int LARGEST = 1_000;

    private ModelFile() {}

    static Model read(Path file) throws IOException {
        return parsed(Files.readString(file), file.toString());
    }

    static void write(Model model, Path file) throws IOException {
        Files.writeString(file, text(model));
    }

    /** {@return the model as a file} */
    static String text(Model model) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", model.name());
        all.put("version", model.version());
        all.put("trained", model.trained());
        all.put("id", model.id());
        all.put("prior", model.prior());
        all.put("same", model.same());
        all.put("possible", model.possible());
        all.put("oneToOne", model.oneToOne());
        all.put("largestBlock", model.largestBlock());
        all.put("blocking", model.blocking().stream().map(ModelFile::keys).toList());
        all.put("columns", model.features().stream().map(ModelFile::column).toList());
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
        options.setAllowUnicode(true);
        options.setWidth(110);
        return HEAD + new Yaml(options).dump(all);
    }

    private static List<String> keys(BlockingRule rule) {
        return rule.keys().stream().map(BlockingRule.Key::text).toList();
    }

    private static Map<String, Object> column(Feature feature) {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("column", feature.column());
        column.put("comparator", feature.comparator().name());
        if (feature.crossed() != null) {
            column.put("crossed", feature.crossed());
        }
        column.put("frequencies", feature.frequencies());
        List<Map<String, Object>> levels = new ArrayList<>();
        for (int level = 0; level < feature.levels().size(); level++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("level", feature.levels().get(level));
            one.put("m", feature.m().get(level));
            one.put("u", feature.u().get(level));
            levels.add(one);
        }
        column.put("levels", levels);
        return column;
    }

    /**
     * {@return the model in that text}
     *
     * @throws IllegalArgumentException when it is none, saying where and what is expected
     */
    static Model parsed(String text, String name) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object all = new Yaml(new SafeConstructor(options)).load(text);
            return model(new Part(name, mapping(all, name)));
        } catch (YAMLException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static Model model(Part all) {
        List<Feature> features = all.list("columns").stream().map(ModelFile::feature).toList();
        if (features.size() > Records.MOST) {
            throw all.fault("columns", "at most " + Records.MOST + " columns are compared");
        }
        return new Model(
                all.text("name"),
                (int) all.number("version", 0),
                all.optional("trained", "by hand"),
                all.optional("id", ""),
                features,
                all.share("prior"),
                all.number("same", 0),
                all.number("possible", -4),
                blocking(all),
                (int) all.number("largestBlock", LARGEST),
                Boolean.parseBoolean(all.optional("oneToOne", "false")));
    }

    private static List<BlockingRule> blocking(Part all) {
        Object blocking = all.values.get("blocking");
        if (blocking == null) {
            return List.of();
        }
        if (!(blocking instanceof List<?> rules)) {
            throw all.fault("blocking", "a list of lists of keys is expected");
        }
        List<BlockingRule> read = new ArrayList<>();
        for (Object rule : rules) {
            List<?> keys = rule instanceof List<?> several ? several : List.of(rule);
            read.add(
                    new BlockingRule(
                            keys.stream()
                                    .map(key -> BlockingRule.Key.parsed(key.toString()))
                                    .toList()));
        }
        return read;
    }

    private static Feature feature(Part column) {
        FieldComparator<?> comparator = FieldComparator.named(column.text("comparator"));
        if (comparator == null) {
            throw column.fault("comparator", "one of " + FieldComparator.names() + " is expected");
        }
        String crossed = column.optional("crossed", "");
        Feature plain =
                Feature.untrained(
                        column.text("column"),
                        comparator,
                        crossed.isEmpty() ? null : crossed,
                        Boolean.parseBoolean(column.optional("frequencies", "false")));
        return column.values.containsKey("levels") ? learnt(plain, column) : plain;
    }

    private static Feature learnt(Feature plain, Part column) {
        Double[] m = new Double[plain.levels().size()];
        Double[] u = new Double[m.length];
        for (Part level : column.list("levels")) {
            int at = plain.levels().indexOf(level.text("level"));
            if (at < 0) {
                throw level.fault("level", "one of " + plain.levels() + " is expected");
            }
            m[at] = level.share("m");
            u[at] = level.share("u");
        }
        if (Arrays.asList(m).contains(null)) {
            throw column.fault("levels", "each of " + plain.levels() + " is expected once");
        }
        return plain.with(List.of(m), List.of(u));
    }

    private static Map<?, ?> mapping(@Nullable Object value, String where) {
        if (value instanceof Map<?, ?> mapping) {
            return mapping;
        }
        throw new IllegalArgumentException(where + ": names with values are expected here");
    }

    /** A mapping, and where it stands. */
    private record Part(String where, Map<?, ?> values) {

        String text(String name) {
            Object value = values.get(name);
            if (value == null) {
                throw fault(name, "it is missing");
            }
            return value.toString();
        }

        String optional(String name, String otherwise) {
            return values.get(name) == null ? otherwise : text(name);
        }

        double number(String name, double otherwise) {
            String text = optional(name, Double.toString(otherwise));
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw fault(name, "a number is expected");
            }
        }

        double share(String name) {
            text(name);
            double share = number(name, 0);
            if (!(share > 0 && share < 1)) {
                throw fault(name, "a share between 0 and 1 is expected");
            }
            return share;
        }

        List<Part> list(String name) {
            if (!(values.get(name) instanceof List<?> list)) {
                throw fault(name, "a list is expected");
            }
            return list.stream()
                    .map(one -> new Part(where + ", " + name, mapping(one, where + ", " + name)))
                    .toList();
        }

        IllegalArgumentException fault(String name, String message) {
            return new IllegalArgumentException(where + ": " + name + ": " + message);
        }
    }
}
