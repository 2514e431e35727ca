package org.lianji.merges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.merges.DoubleRegistration.LI;
import static org.lianji.merges.DoubleRegistration.NEIGHBOUR;
import static org.lianji.merges.DoubleRegistration.TWICE;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianji.EmptyDatabase;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Merged and split is never merged: over small graphs drawn at random, made by contributions and
 * bases, some before the merge and some between. {@code -Dmerges.seeds} says how many.
 */
@HubTest
class MergeThenSplitIT {

    private static final int SEEDS = Integer.getInteger("merges.seeds", 4);
    private static final String CHILD = "152627201605053518";
    private static final List<String> ALL = List.of(LI, TWICE, NEIGHBOUR);

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired Neo4jClient graph;
    @Autowired ApplicationContext context;

    static Stream<Integer> seeds() {
        Integer only = Integer.getInteger("merges.seed");
        return only == null ? IntStream.rangeClosed(1, SEEDS).boxed() : Stream.of(only);
    }

    /** Something that happens, told in words. */
    private record Event(String told, Runnable what) {}

    @ParameterizedTest
    @MethodSource("seeds")
    void isAsIfItHadNeverBeen(int seed) {
        WholeGraph all = new WholeGraph(graph);
        DoubleRegistration li = begun();
        List<Event> before = before(li, new Random(seed));
        List<Event> between = between(li, new Random(-seed));
        String told =
                "%s, merged, %s"
                        .formatted(
                                before.stream().map(Event::told).toList(),
                                between.stream().map(Event::told).toList());

        before.forEach(one -> one.what().run());
        List<String> whole = all.toTheByte();
        JsonNode merge = li.merged();
        assertThat(all.toTheByte()).as(told).isNotEqualTo(whole);
        li.split(merge);
        assertThat(all.toTheByte()).as(told).containsExactlyElementsOf(whole);
        between.forEach(one -> one.what().run());
        List<String> never = all.hanging();

        EmptyDatabase.empty(context);
        DoubleRegistration again = begun();
        before(again, new Random(seed)).forEach(one -> one.what().run());
        merge = again.merged();
        between(again, new Random(-seed)).forEach(one -> one.what().run());
        assertThat(all.hanging())
                .as(told)
                .noneMatch(one -> one.contains(TWICE) && !one.contains("MERGED_INTO"));
        again.split(merge);
        assertThat(all.hanging()).as(told).containsExactlyElementsOf(never);
    }

    private DoubleRegistration begun() {
        DoubleRegistration li = new DoubleRegistration(hub, catalogue, graph);
        li.begin();
        return li;
    }

    /** Nothing that would make them two. */
    private List<Event> before(DoubleRegistration li, Random random) {
        String guardian = ALL.get(random.nextInt(3));
        List<Event> some = new ArrayList<>();
        for (int i = 10; i < 16; i++) {
            some.add(
                    switch (random.nextInt(4)) {
                        case 0 -> guardian(li, random, i, guardian);
                        case 1 -> moved(li, random, i);
                        case 2 -> basis(random);
                        default -> relief(li, random, i);
                    });
        }
        return some;
    }

    private List<Event> between(DoubleRegistration li, Random random) {
        List<Event> some = new ArrayList<>();
        for (int i = 16; i < 24; i++) {
            some.add(
                    switch (random.nextInt(6)) {
                        case 0, 1 -> guardian(li, random, i, ALL.get(random.nextInt(3)));
                        case 2 -> moved(li, random, i);
                        case 3 -> cancelled(li, random, i);
                        case 4 -> basis(random);
                        default -> relief(li, random, i);
                    });
        }
        return some;
    }

    private static String name(String number) {
        return number.equals(NEIGHBOUR) ? "王强" : "李建国";
    }

    /** No two of a script are the same: what is said anew of a day is refused. */
    private static String day(Random random, int number) {
        return "2026-0%d-%d".formatted(4 + random.nextInt(5), number);
    }

    private Event relief(DoubleRegistration li, Random random, int at) {
        String number = ALL.get(random.nextInt(3));
        String recordNo = "R" + random.nextInt(5);
        String day = day(random, at);
        return new Event(
                "relief %s of %s, %s".formatted(recordNo, number, day),
                () -> li.relief(recordNo, number, name(number), day));
    }

    private Event moved(DoubleRegistration li, Random random, int at) {
        int who = random.nextInt(3);
        String household = "H" + who + random.nextInt(3);
        String day = day(random, at);
        return new Event(
                "%s registered in %s, %s".formatted(ALL.get(who), household, day),
                () ->
                        li.register(
                                String.valueOf(who + 1),
                                ALL.get(who),
                                name(ALL.get(who)),
                                household,
                                day));
    }

    private Event cancelled(DoubleRegistration li, Random random, int at) {
        String number = ALL.get(random.nextInt(3));
        String recordNo = "C" + random.nextInt(3);
        String reason = List.of("DEATH", "MISSING", "DUPLICATE").get(random.nextInt(3));
        String day = day(random, at);
        return new Event(
                "%s cancelled %s of %s, %s".formatted(recordNo, reason, number, day),
                () -> li.cancelled(recordNo, number, reason, day));
    }

    private Event guardian(DoubleRegistration li, Random random, int at, String guardian) {
        String recordNo = "G" + random.nextInt(3);
        String day = day(random, at);
        String state = random.nextInt(3) == 0 ? "DECLARED_MISSING" : "FULFILLING";
        Map<String, Object> row = new HashMap<>();
        row.put("recordNo", recordNo);
        row.put("observedAt", day + "T08:00:00+08:00");
        row.put("idNumber", CHILD);
        row.put("childType", "OTHER");
        row.put("guardianIdNo", guardian);
        row.put("guardianState", state);
        return new Event(
                "%s guardian %s %s, %s".formatted(recordNo, guardian, state, day),
                () -> li.contribute("MZ07", row));
    }

    private Event basis(Random random) {
        String number = ALL.get(random.nextInt(3));
        return new Event("basis of " + number, () -> hub.matter("MZ-COUNTY", number));
    }
}
