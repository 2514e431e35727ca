package org.lianji.query;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Paging;
import org.lianji.platform.Problem;

import java.util.List;
import java.util.function.Supplier;

/** What one request reads of the graph, for all fields that the graph answers, or why it can't. */
final class Reading {

    private final String document;
    private Reads.@Nullable Answer answer;
    private @Nullable RuntimeException fault;

    Reading(String document) {
        this.document = document;
    }

    String document() {
        return document;
    }

    void fill(Supplier<Reads.Answer> read) {
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

    List<Paging> pages() {
        return answer == null ? List.of() : answer.compiled().pages();
    }

    /** {@return what is withheld of what is answered} */
    List<Withheld> withheld() {
        Reads.Answer whole = answer;
        return whole == null
                ? List.of()
                : whole.compiled().withheld().stream()
                        .filter(one -> !whole.refused().containsKey(one.path().getFirst()))
                        .toList();
    }
}
