package org.lianji.query;

import org.lianji.catalogue.Category;
import org.lianji.catalogue.Item;
import org.lianji.catalogue.Purpose;
import org.lianji.catalogue.Share;
import org.lianji.sharing.Grant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that was asked for and is not granted, or not in full; it depends on the question and
 * the agreements alone, never on the data.
 *
 * @param path result keys from the root, without list positions
 * @param code why
 * @param item {@code GA01.name}, or {@code GA01} for a whole category
 * @param next the next lawful step
 */
record Withheld(List<String> path, Code code, String item, Map<String, Object> next) {

    /** Why something is withheld. */
    enum Code {
        NO_AGREEMENT,
        NOT_SHARED,
        PURPOSE,
        MASKED,
        MINORS
    }

    static Withheld category(List<String> path, Category category, Grant.Refusal why) {
        return new Withheld(path, Code.valueOf(why.name()), category.code(), next(category, why));
    }

    static Withheld item(List<String> path, Category category, String name, Grant grant) {
        Grant.Refusal why =
                switch (grant) {
                    case Grant.None none -> none.why();
                    case Grant.Some _, Grant.All _ ->
                            category.item(name).map(Item::share).orElse(Share.CONDITIONAL)
                                            == Share.NOT_SHARED
                                    ? Grant.Refusal.NOT_SHARED
                                    : Grant.Refusal.NO_AGREEMENT;
                };
        Map<String, Object> next =
                why == Grant.Refusal.NOT_SHARED ? basis(category, name) : next(category, why);
        return new Withheld(path, Code.valueOf(why.name()), category.code() + "." + name, next);
    }

    static Withheld masked(List<String> path, Category category, String name) {
        return new Withheld(
                path,
                Code.MASKED,
                category.code() + "." + name,
                agreement(category, category.item(name).orElseThrow().level().name()));
    }

    static Withheld minors(List<String> path, Category category) {
        return new Withheld(path, Code.MINORS, category.code(), agreement(category, "S4"));
    }

    private static Map<String, Object> next(Category category, Grant.Refusal why) {
        return switch (why) {
            case NO_AGREEMENT ->
                    Map.of("step", "REQUEST_AGREEMENT", "provider", category.owner().code());
            case PURPOSE ->
                    Map.of(
                            "step",
                            "STATE_ANOTHER_PURPOSE",
                            "purposes",
                            category.purposes().stream().map(Purpose::name).sorted().toList());
            case NOT_SHARED ->
                    category.legalBasis() == null
                            ? Map.of("step", "NONE")
                            : Map.of("step", "NONE", "legalBasis", category.legalBasis());
        };
    }

    private static Map<String, Object> basis(Category category, String name) {
        String basis = category.item(name).map(Item::legalBasis).orElse(null);
        return basis == null
                ? next(category, Grant.Refusal.NOT_SHARED)
                : Map.of("step", "NONE", "legalBasis", basis);
    }

    private static Map<String, Object> agreement(Category category, String level) {
        return Map.of(
                "step", "REQUEST_AGREEMENT", "provider", category.owner().code(), "level", level);
    }

    Map<String, Object> toExtension() {
        Map<String, Object> extension = new LinkedHashMap<>();
        extension.put("path", path);
        extension.put("code", code.name());
        extension.put("item", item);
        extension.put("next", new TreeMap<>(next));
        return extension;
    }
}
