package org.lianji.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that was asked for and is not granted; it depends on the question alone, never on the
 * data.
 *
 * @param path result keys from the root, without list positions
 * @param item {@code GA01.name}, or {@code GA01} for a whole category
 */
record Withheld(List<String> path, String item) {

    Map<String, Object> toExtension() {
        Map<String, Object> extension = new LinkedHashMap<>();
        extension.put("path", path);
        extension.put("code", "NO_AGREEMENT");
        extension.put("item", item);
        return extension;
    }
}
