package org.lianji.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.charity.AgeBand;
import org.lianji.charity.Hardship;
import org.lianji.charity.HelpKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whatever is shown, at least ten families share. */
class NeedCoarseningTests {

    private static final NeedCell OLD =
            new NeedCell(
                    HelpKind.DAILY_CARE,
                    QuantityBand.UP_TO_10,
                    "150924000000",
                    Hardship.OLD_AGE,
                    AgeBand.FROM_60,
                    "SOON");

    private int made;

    private List<OpenNeed> needs(int count, NeedCell cell) {
        return IntStream.range(0, count)
                .mapToObj(
                        _ -> {
                            String id = String.valueOf(++made);
                            return new OpenNeed("N" + id, "P" + id, Set.of("H" + id), cell);
                        })
                .toList();
    }

    private static NeedCell in(String region, Hardship hardship, AgeBand age, String urgency) {
        return new NeedCell(OLD.kind(), OLD.quantity(), region, hardship, age, urgency);
    }

    @SafeVarargs
    private static List<OpenNeed> all(List<OpenNeed>... some) {
        return List.of(some).stream().flatMap(List::stream).toList();
    }

    private static Map<NeedCell, Long> cells(List<OpenNeed> open) {
        return NeedCoarsening.published(open).stream()
                .collect(Collectors.groupingBy(OpenNeed::cell, Collectors.counting()));
    }

    @Test
    void nineAreNotShownAndTenAre() {
        assertThat(cells(needs(9, OLD))).isEmpty();
        assertThat(cells(needs(10, OLD))).containsExactly(Map.entry(OLD, 10L));
    }

    @Test
    void urgencyIsHiddenFirstThenAgeThenHardshipThenTheCounty() {
        NeedCell urgent = in("150924000000", Hardship.OLD_AGE, AgeBand.FROM_60, "AT_ONCE");
        assertThat(cells(all(needs(6, OLD), needs(6, urgent))))
                .containsExactly(Map.entry(OLD.withoutUrgency(), 12L));
        NeedCell young = in("150924000000", Hardship.OLD_AGE, AgeBand.FROM_18_TO_59, "SOON");
        assertThat(cells(all(needs(6, OLD), needs(6, young))))
                .containsExactly(Map.entry(OLD.withoutUrgency().withoutAge(), 12L));
        NeedCell ill = in("150924000000", Hardship.ILLNESS, AgeBand.FROM_18_TO_59, "SOON");
        NeedCell bare = OLD.withoutUrgency().withoutAge().withoutHardship();
        assertThat(cells(all(needs(6, OLD), needs(6, ill)))).containsExactly(Map.entry(bare, 12L));
        NeedCell elsewhere = in("150981000000", Hardship.ILLNESS, AgeBand.FROM_18_TO_59, "SOON");
        assertThat(cells(all(needs(6, OLD), needs(6, elsewhere))))
                .containsExactly(Map.entry(bare.ofCity(), 12L));
    }

    /** Those who are left are not shown beside the ten as the one who is otherwise. */
    @Test
    void whoIsLeftWaitsThoughTenOthersAreShownFiner() {
        NeedCell urgent = in("150924000000", Hardship.OLD_AGE, AgeBand.FROM_60, "AT_ONCE");
        assertThat(cells(all(needs(10, OLD), needs(9, urgent))))
                .containsExactly(Map.entry(OLD, 10L));
    }

    @Test
    void oneFamilyCountsOnceHoweverManyNeedsAndHouseholdsItHas() {
        List<OpenNeed> nine = needs(9, OLD);
        OpenNeed other = new OpenNeed("N0", "P0", Set.of("H0", "H9"), OLD);
        OpenNeed grandchild = new OpenNeed("N00", "P00", Set.of("H0"), OLD);
        OpenNeed again = new OpenNeed("N000", "P1", Set.of("H1"), OLD);
        assertThat(cells(all(nine, List.of(other, grandchild, again)))).isEmpty();
        OpenNeed alone = new OpenNeed("N1000", "P1000", Set.of(), OLD);
        assertThat(cells(all(nine, List.of(other, grandchild, again, alone))))
                .containsExactly(Map.entry(OLD, 13L));
    }

    /** Against a plain count of households, over cities drawn at random. */
    @Test
    void everyCellOfEveryCityHasTenFamiliesAndNobodyWaitsWhomTheCoarsestWouldTake() {
        Random random = new Random(18);
        for (int city = 0; city < 200; city++) {
            List<OpenNeed> open = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                NeedCell cell =
                        in(
                                random.nextBoolean() ? "150924000000" : "150981000000",
                                Hardship.values()[random.nextInt(3)],
                                AgeBand.values()[random.nextInt(3)],
                                List.of("AT_ONCE", "SOON", "ORDINARY").get(random.nextInt(3)));
                String household = "H" + random.nextInt(40);
                open.add(new OpenNeed("N" + i, "P" + i, Set.of(household), cell));
            }
            List<OpenNeed> published = NeedCoarsening.published(open);
            Set<String> ids = published.stream().map(OpenNeed::id).collect(Collectors.toSet());
            assertThat(published).hasSize(ids.size());
            assertThat(published.stream().collect(Collectors.groupingBy(OpenNeed::cell)).values())
                    .allSatisfy(cell -> assertThat(households(cell)).isGreaterThanOrEqualTo(10));
            assertThat(households(open.stream().filter(one -> !ids.contains(one.id())).toList()))
                    .as("who waits, all of one kind in one city")
                    .isLessThan(10);
        }
    }

    private static long households(List<OpenNeed> needs) {
        return needs.stream().flatMap(one -> one.households().stream()).distinct().count();
    }
}
