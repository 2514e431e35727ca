package org.lianji.terms;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.items.Level;
import org.lianji.items.Share;
import org.lianji.platform.Problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The items that a request comes to, each one that an agreement of its level can open. */
final class RequestedItems {

    /** What is not a name is not repeated: it may be anything. */
    private static final Predicate<String> NAME =
            Pattern.compile("[A-Za-z][A-Za-z0-9]{0,60}").asMatchPredicate();

    private record RequestedItem(Category category, Item item, boolean masked) {

        String name() {
            return category.code() + "." + item.name();
        }
    }

    private final List<RequestedItem> asked;

    /**
     * @param categories of the request, by their code
     * @throws Problem naming what no agreement of the level can open
     */
    RequestedItems(AgreementRequest request, SortedMap<String, Category> categories) {
        asked = request.scope().stream().flatMap(part -> asked(part, categories, request)).toList();
        if (asked.isEmpty()) {
            throw new Problem(AgreementCode.SCOPE_MISSING);
        }
        check(request.level());
    }

    /** {@return those to be shown as they are} */
    SortedMap<String, SortedSet<String>> clear() {
        List<String> veiled = names(having(RequestedItem::masked));
        return Terms.items(
                having(one -> !one.masked()).stream()
                        .map(RequestedItem::name)
                        .filter(name -> !veiled.contains(name))
                        .toList());
    }

    /** {@return those to be shown masked, also where they were asked for as they are, too} */
    SortedMap<String, SortedSet<String>> masked() {
        return Terms.items(names(having(RequestedItem::masked)));
    }

    /**
     * @throws Problem naming those of the categories that nobody shares
     */
    static void closed(Collection<Category> categories) {
        List<Category> closed =
                categories.stream().filter(one -> one.share() == Share.NOT_SHARED).toList();
        refuse(
                AgreementCode.NOT_SHARED,
                closed.stream().map(Category::code).toList(),
                "legalBasis",
                () -> bases(closed.stream().map(Category::legalBasis)));
    }

    private static Stream<RequestedItem> asked(
            AgreementRequest.Part part,
            SortedMap<String, Category> categories,
            AgreementRequest request) {
        Category category = Objects.requireNonNull(categories.get(part.category()));
        return part.items() == null
                ? all(category, request)
                : part.items().stream()
                        .sorted(Comparator.comparing(AgreementRequest.WantedItem::name))
                        .map(wanted -> named(category, wanted));
    }

    private static RequestedItem named(Category category, AgreementRequest.WantedItem wanted) {
        String name = wanted.name();
        return category.item(name)
                .map(item -> new RequestedItem(category, item, wanted.masked()))
                .orElseThrow(() -> unknown(category.code() + (NAME.test(name) ? "." + name : "")));
    }

    static Problem unknown(String name) {
        return new Problem(AgreementCode.UNKNOWN_ITEM, Map.of("items", List.of(name)));
    }

    /**
     * All that an agreement of the level can open, which of S4 is also what is shared without
     * conditions, since that covers nobody under 14; where there is nothing, all of the category,
     * so that the refusal says why.
     */
    private static Stream<RequestedItem> all(Category category, AgreementRequest request) {
        boolean children = request.level() == Level.S4;
        List<Item> conditional =
                category.items().stream()
                        .filter(
                                item ->
                                        item.share() == Share.CONDITIONAL
                                                || (children
                                                        && item.share() == Share.UNCONDITIONAL))
                        .toList();
        List<Item> within =
                conditional.stream()
                        .filter(item -> item.level().compareTo(request.level()) <= 0)
                        .toList();
        List<Item> nearest =
                Stream.of(within, conditional, category.items())
                        .filter(items -> !items.isEmpty())
                        .findFirst()
                        .orElse(List.of());
        return nearest.stream().map(item -> new RequestedItem(category, item, false));
    }

    private void check(Level level) {
        List<RequestedItem> closed = having(one -> one.item().share() == Share.NOT_SHARED);
        refuse(
                AgreementCode.NOT_SHARED,
                names(closed),
                "legalBasis",
                () -> bases(closed.stream().map(one -> one.item().legalBasis())));
        if (level != Level.S4) {
            refuse(
                    AgreementCode.UNCONDITIONAL,
                    names(having(one -> one.item().share() == Share.UNCONDITIONAL)),
                    "basis",
                    () -> "政务数据共享条例第十四条");
        }
        Predicate<RequestedItem> bare = one -> one.item().mask() == null;
        refuse(AgreementCode.ITEM_NOT_MASKABLE, names(having(bare.and(RequestedItem::masked))));
        above(one -> !one.masked() && one.item().level().compareTo(level) > 0, level);
    }

    private void above(Predicate<RequestedItem> above, Level level) {
        List<String> items = names(having(above));
        if (!items.isEmpty()) {
            List<String> maskable = names(having(above.and(one -> one.item().mask() != null)));
            throw new Problem(
                    AgreementCode.ITEM_ABOVE_LEVEL,
                    Map.of("items", items, "level", level.name(), "maskable", maskable));
        }
    }

    private List<RequestedItem> having(Predicate<RequestedItem> what) {
        return asked.stream().filter(what).toList();
    }

    private static List<String> names(List<RequestedItem> asked) {
        return asked.stream().map(RequestedItem::name).toList();
    }

    private static List<String> bases(Stream<? extends @Nullable String> stated) {
        return stated.flatMap(Stream::ofNullable).distinct().toList();
    }

    private static void refuse(AgreementCode code, List<String> items) {
        if (!items.isEmpty()) {
            throw new Problem(code, Map.of("items", items));
        }
    }

    private static void refuse(
            AgreementCode code, List<String> items, String also, Supplier<Object> value) {
        if (!items.isEmpty()) {
            throw new Problem(code, Map.of("items", items, also, value.get()));
        }
    }
}
