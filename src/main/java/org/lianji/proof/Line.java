package org.lianji.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line of an exported chain: a block, then its entries, and a day behind its last block. */
public sealed interface Line {

    String text();

    /**
     * @param block header
     * @param hash of the header
     * @param entries digests of the entries that follow
     */
    record OfBlock(Block block, String hash, List<String> entries) implements Line {

        @Override
        public String text() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("block", block.text());
            fields.put("hash", hash);
            fields.put("entries", entries);
            return Canonical.json(fields);
        }
    }

    /**
     * @param entry as it was sealed
     */
    record OfEntry(String entry) implements Line {

        @Override
        public String text() {
            return Canonical.json(Map.of("entry", entry));
        }
    }

    /**
     * @param day that is closed
     * @param hash its head
     */
    record OfDay(Day day, String hash) implements Line {

        @Override
        public String text() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("day", day.text());
            fields.put("hash", hash);
            return Canonical.json(fields);
        }
    }
}
