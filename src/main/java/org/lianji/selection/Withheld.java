package org.lianji.selection;

import org.lianji.access.Grant;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.items.Share;
import org.lianji.platform.Caller;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Something that was asked for and is not granted, or not in full; it depends on the question and
 * the agreements alone, never on the data.
 *
 * @param path result keys from the root, without list positions
 * @param code why
 * @param item {@code GA01.name}, or {@code GA01} for a whole category
 * @param next the next lawful step
 */
public record Withheld(List<String> path, Code code, String item, Map<String, Object> next) {

    /** Why something is withheld. */
    public enum Code {
        NO_AGREEMENT,
        NOT_SHARED,
        PURPOSE,
        ROLE,
        NOT_NAMED,
        MASKED,
        MINORS
    }

    private static final Set<String> OWNERS = Set.of("personName", "receivedAt", "batch");

    public static Withheld category(
            List<String> path, Caller caller, Category category, Grant.Refusal why) {
        return new Withheld(
                path,
                Code.valueOf(why.name()),
                category.code(),
                NextStep.category(caller, category, why));
    }

    public static Withheld item(
            List<String> path, Caller caller, Category category, Item item, Grant grant) {
        Grant.Refusal why =
                switch (grant) {
                    case Grant.None none -> none.why();
                    case Grant.Some some
                            when some.named() instanceof Set<String> named
                                    && !named.contains(item.name()) ->
                            Grant.Refusal.NOT_NAMED;
                    case Grant.Some _, Grant.All _ ->
                            item.share() == Share.NOT_SHARED
                                    ? Grant.Refusal.NOT_SHARED
                                    : caller.atTheDoor()
                                            ? Grant.Refusal.ROLE
                                            : Grant.Refusal.NO_AGREEMENT;
                };
        return new Withheld(
                path,
                Code.valueOf(why.name()),
                category.code() + "." + item.name(),
                NextStep.item(caller, category, item, why));
    }

    /** Of what all records have, some is its owner's alone. */
    public static Withheld common(
            List<String> path, Caller caller, Category category, String name, Grant grant) {
        boolean closed = grant instanceof Grant.None;
        Grant.Refusal why =
                grant instanceof Grant.None none ? none.why() : Grant.Refusal.NO_AGREEMENT;
        return new Withheld(
                path,
                Code.valueOf(why.name()),
                category.code() + "." + name,
                closed && !OWNERS.contains(name)
                        ? NextStep.category(caller, category, why)
                        : NextStep.NONE);
    }

    public static Withheld masked(List<String> path, Caller caller, Category category, Item item) {
        return new Withheld(
                path,
                Code.MASKED,
                category.code() + "." + item.name(),
                NextStep.unmasked(caller, category, item));
    }

    public static Withheld minors(List<String> path, Caller caller, Category category) {
        return new Withheld(
                path, Code.MINORS, category.code(), NextStep.children(caller, category));
    }

    /** {@return the same, asked for below an object} */
    public Withheld below(List<String> object) {
        return new Withheld(
                Stream.concat(object.stream(), path.stream()).toList(), code, item, next);
    }

    public Map<String, Object> toExtension() {
        Map<String, Object> extension = new LinkedHashMap<>();
        extension.put("path", path);
        extension.put("code", code.name());
        extension.put("item", item);
        extension.put("next", new TreeMap<>(next));
        return extension;
    }
}
