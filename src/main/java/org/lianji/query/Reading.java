package org.lianji.query;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What one request reads: filled by its first field, shared by the others. */
final class Reading {

    private @Nullable Compiled compiled;
    private Map<String, Object> data = Map.of();

    boolean done() {
        return compiled != null;
    }

    void answered(Compiled compiled, Map<String, Object> data) {
        this.compiled = compiled;
        this.data = data;
    }

    @Nullable Object at(String key) {
        return data.get(key);
    }

    List<Page> pages() {
        return compiled == null ? List.of() : compiled.pages();
    }

    List<Withheld> withheld() {
        return compiled == null ? List.of() : compiled.withheld();
    }
}
