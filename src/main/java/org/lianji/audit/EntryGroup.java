package org.lianji.audit;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Ids;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Entries that are written down together, as one node of the graph, which costs it less than half
 * of what a node for each would. What lists are filtered by stands beside the texts, in their
 * order.
 *
 * @param id made for it; its entries are known by it and their number
 * @param at when, for all of them
 * @param entries what
 * @param texts of the entries, as they are sealed
 */
public record EntryGroup(String id, Instant at, List<Entry> entries, List<String> texts) {

    static final int LARGEST = 100;

    static List<EntryGroup> of(List<Entry> entries, Instant at) {
        List<EntryGroup> sheets = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += LARGEST) {
            int to = Math.min(from + LARGEST, entries.size());
            sheets.add(of(Ids.next('E'), at, List.copyOf(entries.subList(from, to))));
        }
        return sheets;
    }

    private static EntryGroup of(String id, Instant at, List<Entry> entries) {
        List<String> texts =
                IntStream.range(0, entries.size())
                        .mapToObj(n -> entries.get(n).canonical(new EntryId(id, n).toString(), at))
                        .toList();
        return new EntryGroup(id, at, entries, texts);
    }

    /** {@return as the graph takes it} */
    Map<String, Object> row() {
        return Map.of(
                "properties",
                Map.of(
                        "id",
                        id,
                        "at",
                        utc(at),
                        "texts",
                        texts,
                        "kinds",
                        each(entry -> entry.kind().name()),
                        "departments",
                        each(Entry::department),
                        "categories",
                        each(EntryGroup::categories),
                        "shownFrom",
                        each(entry -> utc(orAlways(entry.shownFrom())))),
                "subjects",
                entries.stream()
                        .map(Entry::subjects)
                        .flatMap(Collection::stream)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private <T> List<T> each(Function<Entry, T> property) {
        return entries.stream().map(property).toList();
    }

    private static String categories(Entry entry) {
        return Stream.concat(entry.items().stream(), entry.absent().stream())
                .map(Entry::category)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static Instant orAlways(@Nullable Instant shownFrom) {
        return shownFrom == null ? Instant.EPOCH : shownFrom;
    }

    /** All times of the chain are kept in one zone, so that equal ones are equal to the graph. */
    public static ZonedDateTime utc(Instant time) {
        return time.atZone(ZoneOffset.UTC);
    }
}
