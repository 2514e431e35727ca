package org.lianji.catalogue;

import graphql.language.Description;
import graphql.language.Node;
import graphql.language.SourceLocation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the SDL, each with file and line, until all of it is told at once. */
final class SdlFaults {

    private final List<String> faults = new ArrayList<>();

    void add(Node<?> node, String what) {
        SourceLocation at = node.getSourceLocation();
        faults.add(at == null ? what : at.getSourceName() + ":" + at.getLine() + ": " + what);
    }

    /**
     * @throws IllegalStateException naming every fault, where there is one
     */
    void complain() {
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "The catalogue has faults:\n  " + String.join("\n  ", faults));
        }
    }

    /** Chinese first, then English: "保障金额（元/月） / Monthly amount". */
    String[] names(Node<?> node, @Nullable Description description) {
        return names(node, description == null ? "" : description.getContent().strip());
    }

    String[] names(Node<?> node, String text) {
        int cut = text.indexOf(" / ");
        if (cut < 0) {
            add(node, "needs a description like \"中文 / English\"");
            return new String[] {text, text};
        }
        return new String[] {text.substring(0, cut).strip(), text.substring(cut + 3).strip()};
    }
}
