package org.lianji.bench.load;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an answer holds, however it is shaped.
 *
 * @param records record numbers, or codes of the catalogue
 * @param households numbers of households
 * @param members how many members of households
 * @param counts people by region
 */
record Answer(
        List<String> records, List<String> households, int members, Map<String, Integer> counts) {

    /** A figure of the hub is blurred by so much at most, and none is under ten. */
    private static final int BLUR = 7;

    private static final int LEAST = 10;

    static Answer of(JsonNode answer) {
        List<String> records = texts(answer, "recordNo");
        records.addAll(texts(answer, "code"));
        List<String> households = texts(answer, "number");
        Map<String, Integer> counts = new TreeMap<>();
        answer.findParents("region")
                .forEach(
                        cell ->
                                counts.put(
                                        cell.get("region").asString(), cell.get("count").asInt()));
        Collections.sort(records);
        Collections.sort(households);
        int members =
                Stream.of("members", "membersConnection")
                        .flatMap(field -> answer.findValues(field).stream())
                        .mapToInt(
                                found ->
                                        found.path("edges").isArray()
                                                ? found.get("edges").size()
                                                : found.size())
                        .sum();
        return new Answer(records, households, members, counts);
    }

    private static List<String> texts(JsonNode answer, String field) {
        List<String> texts = new ArrayList<>();
        answer.findValues(field).forEach(text -> texts.add(text.asString()));
        return texts;
    }

    /** {@return whether this is the whole of which the other may be a part, guarded and blurred} */
    boolean covers(Answer part) {
        return Collections.indexOfSubList(households, part.households) >= 0
                && members >= part.members
                && without(part.records, records).isEmpty()
                && part.counts.entrySet().stream().allMatch(this::near);
    }

    private boolean near(Map.Entry<String, Integer> cell) {
        int truth = counts.getOrDefault(cell.getKey(), 0);
        return truth >= LEAST && Math.abs(truth - cell.getValue()) <= BLUR;
    }

    private static List<String> without(List<String> all, List<String> some) {
        List<String> left = new ArrayList<>(all);
        some.forEach(left::remove);
        return left;
    }

    /** {@return how many things it tells} */
    int size() {
        return records.size() + households.size() + members + counts.size();
    }
}
