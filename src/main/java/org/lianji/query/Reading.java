package org.lianji.query;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What one request reads: filled by its first field, shared by the others. */
final class Reading {

    private final String document;
    private Reads.@Nullable Answer answer;

    Reading(String document) {
        this.document = document;
    }

    String document() {
        return document;
    }

    boolean done() {
        return answer != null;
    }

    void answered(Reads.Answer answer) {
        this.answer = answer;
    }

    @Nullable Object at(String key) {
        return answer == null ? null : answer.read().data().get(key);
    }

    List<Page> pages() {
        return answer == null ? List.of() : answer.compiled().pages();
    }

    List<Withheld> withheld() {
        return answer == null ? List.of() : answer.compiled().withheld();
    }
}
