package org.lianji.query;

import org.jspecify.annotations.Nullable;
import org.lianji.paging.PageRequest;
import org.lianji.platform.Problem;
import org.lianji.selection.Withheld;

import java.util.List;
import java.util.function.Supplier;

/** What one request reads of the graph, for all fields that the graph answers, or why it can't. */
public final class ReadResult {

    private final String document;
    private RecordQueries.@Nullable Answer answer;
    private @Nullable RuntimeException fault;

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

    List<PageRequest> pages() {
        return answer == null ? List.of() : answer.compiled().pages();
    }

    /** {@return what is withheld of what is answered} */
    List<Withheld> withheld() {
        RecordQueries.Answer whole = answer;
        return whole == null
                ? List.of()
                : whole.compiled().withheld().stream()
                        .filter(one -> !whole.refused().containsKey(one.path().getFirst()))
                        .toList();
    }
}
