package org.lianji.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Regions that give another time than the law does everywhere. */
class RegionalClocksTests {

    private static final List<String> PLACES =
            List.of("150924106001", "150924106000", "150924000000", "150900000000");
    private static final String PAPERS = "RELIEF_PAPERS";
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-02");

    @TempDir Path folder;

    private Deadlines with(String... rows) throws IOException {
        Path file = folder.resolve("clocks.csv");
        Files.writeString(file, "code,region,from,days,unit,basis\n" + String.join("\n", rows));
        CalendarSettings settings = new CalendarSettings(null, file);
        return new Deadlines(KnownCalendar.DAYS, settings);
    }

    private static Deadline started(Deadlines clocks, LocalDate day) {
        return clocks.start(PAPERS, "MZ", PLACES, day);
    }

    @Test
    void goBeforeTheRuleOfEverywhereFromTheirDayOn() throws IOException {
        Deadlines clocks =
                with(
                        PAPERS + ",150924000000,2026-11-02,20,WORKING_DAY,旗县规定",
                        PAPERS + ",150924000000,2027-01-01,5,DAY,旗县规定",
                        PAPERS + ",150922000000,2020-01-01,1,DAY,别处的规定");

        Deadline before = started(clocks, MONDAY.minusDays(3));
        assertThat(before.region()).isNull();
        assertThat(before.due()).as("ten working days").isEqualTo("2026-11-13");
        Deadline since = started(clocks, MONDAY);
        assertThat(since.region()).isEqualTo("150924000000");
        assertThat(since.due()).as("twenty").isEqualTo("2026-11-30");
        Deadline later = started(clocks, LocalDate.parse("2027-01-04"));
        assertThat(later.due()).isEqualTo("2027-01-09");
        DeadlineRule told = clocks.rule(PAPERS, since.region(), since.startedOn());
        assertThat(told.days()).isEqualTo(20);
        assertThat(told.basis()).isEqualTo("旗县规定");
        assertThat(told.nameZh()).isEqualTo(clocks.rule(PAPERS).nameZh());
    }

    @Test
    void areThoseOfTheSmallestRegionThatHasOne() throws IOException {
        Deadlines clocks =
                with(
                        PAPERS + ",150924000000,2026-01-01,20,DAY,旗县规定",
                        PAPERS + ",150924106000,2026-01-01,4,DAY,乡镇规定");

        assertThat(started(clocks, MONDAY).due()).isEqualTo("2026-11-06");
        assertThat(clocks.start(PAPERS, "MZ", List.of(), MONDAY).due())
                .as("a matter of no place")
                .isEqualTo("2026-11-16");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RELIEF_PAPER,150924000000,2026-01-01,20,DAY,x | there is no clock RELIEF_PAPER",
                "RELIEF_PAPERS,1509,2026-01-01,20,DAY,x | a region has 12 digits",
                "RELIEF_PAPERS,150924000000,2026-13-01,20,DAY,x | 2026-13-01",
                "RELIEF_PAPERS,150924000000,2026-01-01,0,DAY,x | days are 1 or more",
                "RELIEF_PAPERS,150924000000,2026-01-01,20,YEAR,x | YEAR",
                "RELIEF_PAPERS,150924000000,2026-01-01,20,DAY, | it rests on nothing"
            })
    void areRefusedWithFileAndLine(String row, String why) {
        assertThatThrownBy(() -> with("RELIEF_PAPERS,150924000000,2025-01-01,20,DAY,x", row))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("clocks.csv:3: ")
                .hasMessageContaining(why);
    }

    @Test
    void standOnceInAFile() {
        String row = "RELIEF_PAPERS,150924000000,2026-01-01,20,DAY,x";
        assertThatThrownBy(() -> with(row, row))
                .hasMessageContaining("clocks.csv:3: that clock, region and day stand here twice");
    }
}
