package org.lianji.bench.city;

import java.util.Map;
import java.util.TreeMap;

/** Counts the records of each category. */
final class RecordNumbers {

    private final Map<String, int[]> counts = new TreeMap<>();

    String next(String category) {
        int number = ++counts.computeIfAbsent(category, code -> new int[1])[0];
        return category + "-" + String.valueOf(10_000_000 + number).substring(1);
    }

    int count(String category) {
        return counts.getOrDefault(category, new int[1])[0];
    }
}
