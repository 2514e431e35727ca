package org.lianji.rules;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Digests;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a rule finds.
 *
 * @param person token of the person whose facts led to it
 * @param household identifier of the family; null of a person, and of whoever has none
 * @param places codes of the regions it lies in, the smallest first
 * @param facts the records that together make it
 */
public record Finding(
        String person, @Nullable String household, List<String> places, List<Fact> facts) {

    /**
     * A record, by what the rule read of it.
     *
     * @param key of the record, the same for all its versions
     * @param values of the items that the rule reads
     */
    public record Fact(String key, Map<String, Object> values) {

        /** {@return what tells this fact from another, and from the same with other values} */
        String digest() {
            return Digests.hex(key + " " + new TreeMap<>(values));
        }
    }

    public Finding {
        places = List.copyOf(places);
        facts = List.copyOf(facts);
    }

    /** {@return whom it is about} */
    public String subject() {
        return household == null ? person : household;
    }

    public List<String> digests() {
        return facts.stream().map(Fact::digest).distinct().sorted().toList();
    }

    public List<String> records() {
        return facts.stream().map(Fact::key).distinct().sorted().toList();
    }
}
