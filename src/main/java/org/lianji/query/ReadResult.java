package org.lianji.query;

import org.jspecify.annotations.Nullable;
import org.lianji.paging.PageRequest;
import org.lianji.platform.Problem;
import org.lianji.selection.Withheld;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What one request reads of the graph, for all fields that the graph answers, or why it can't. */
public final class ReadResult {

    private static final Comparator<Withheld> IN_ORDER =
            Comparator.comparing((Withheld one) -> String.join(".", one.path()))
                    .thenComparing(Withheld::item)
                    .thenComparing(Withheld::code);

    private final String document;
    private RecordQueries.@Nullable Answer answer;
    private @Nullable RuntimeException fault;

    /** Of the answers below objects of other modules, which come when they come. */
    private final Set<Withheld> below = ConcurrentHashMap.newKeySet();

    public ReadResult(String document) {
        this.document = document;
    }

    public String document() {
        return document;
    }

    public void fill(Supplier<RecordQueries.Answer> read) {
        try {
            answer = read.get();
        } catch (RuntimeException e) {
            fault = e;
        }
    }

    /** {@return whether every field is answered} */
    boolean whole() {
        return answer != null && answer.refused().isEmpty();
    }

    /**
     * {@return the answer to the root field of that key}
     *
     * @throws RuntimeException what went wrong
     */
    @Nullable Object at(String key) {
        if (fault != null) {
            throw fault;
        }
        Problem refused = answer == null ? null : answer.refused().get(key);
        if (refused != null) {
            throw refused;
        }
        return answer == null ? null : answer.read().data().get(key);
    }

    /** Notes what is withheld below an object of another module. */
    void withheldBelow(List<String> object, List<Withheld> some) {
        some.forEach(one -> below.add(one.below(object)));
    }

    /**
     * Notes what is withheld of the answer to a root field of another module that asks for more
     * than it is asked.
     *
     * @param key of the field
     */
    public void withheldAt(String key, List<Withheld> some) {
        some.stream()
                .map(one -> new Withheld(List.of(key), one.code(), one.item(), one.next()))
                .forEach(below::add);
    }

    List<PageRequest> pages() {
        return answer == null ? List.of() : answer.compiled().pages();
    }

    /** {@return what is withheld of what is answered} */
    List<Withheld> withheld() {
        RecordQueries.Answer whole = answer;
        Stream<Withheld> own =
                whole == null
                        ? Stream.empty()
                        : whole.compiled().withheld().stream()
                                .filter(one -> !whole.refused().containsKey(one.path().getFirst()));
        return Stream.concat(own, below.stream().sorted(IN_ORDER)).toList();
    }
}
