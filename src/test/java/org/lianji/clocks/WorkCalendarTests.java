package org.lianji.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.platform.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** Against the State Council's notices of the years, as anybody can look them up. */
class WorkCalendarTests {

    private final WorkCalendar calendar = new WorkCalendar(new CalendarSettings(null, null));

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-30, 2025-10-09, National Day 2025 is eight days long",
        "2025-10-10, 2025-10-11, and its make-up Saturday is the next working day",
        "2025-09-26, 2025-09-28, the make-up Sunday before it",
        "2025-01-24, 2025-01-26, Spring Festival 2025: a make-up Sunday before",
        "2025-01-27, 2025-02-05, eight days off",
        "2025-02-07, 2025-02-08, a make-up Saturday after",
        "2026-02-13, 2026-02-14, Spring Festival 2026: a make-up Saturday before",
        "2026-02-14, 2026-02-24, nine days off",
        "2026-02-27, 2026-02-28, a make-up Saturday after",
        "2026-11-20, 2026-11-23, a weekend like any other",
        "2018-12-28, 2018-12-29, the notice of 2019 made this Saturday a working day",
        "2018-12-29, 2019-01-02, and this Monday a day off"
    })
    void knowsTheNextWorkingDay(String start, String next, String why) {
        assertThat(calendar.add(day(start), 1)).as(why).isEqualTo(next);
    }

    @Test
    void countsFromTheDayAfterTheStart() {
        assertThat(calendar.add(day("2026-11-23"), 1)).isEqualTo("2026-11-24");
        assertThat(calendar.add(day("2026-11-25"), 10)).isEqualTo("2026-12-09");
        assertThat(calendar.add(day("2026-11-25"), 20)).isEqualTo("2026-12-23");
    }

    @Test
    void countsTheSameFromADayOffAsFromTheWorkingDayBefore() {
        assertThat(calendar.add(day("2025-10-04"), 10))
                .isEqualTo(calendar.add(day("2025-09-30"), 10))
                .isEqualTo("2025-10-21");
    }

    @Test
    void countsWhatItAdds() {
        LocalDate due = calendar.add(day("2025-09-22"), 10);

        assertThat(calendar.count(day("2025-09-23"), due)).isEqualTo(10);
        assertThat(calendar.count(day("2025-10-01"), day("2025-10-08"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-20, 10, 2027, into a year without a notice",
        "2026-12-28, 1, 2027, the last days of December are settled by the next year's notice",
        "2027-03-01, 1, 2027, within a year without a notice",
        "2003-12-30, 1, 2003, before the first year"
    })
    void refusesToGuessAYearThatIsNotLoaded(String start, int days, int year, String why) {
        assertThatThrownBy(() -> calendar.add(day(start), days))
                .as(why)
                .asInstanceOf(type(Problem.class))
                .satisfies(
                        problem -> {
                            assertThat(problem.code())
                                    .isEqualTo(CalendarCode.CALENDAR_YEAR_MISSING);
                            assertThat(problem.details())
                                    .isEqualTo(
                                            Map.of(
                                                    "year",
                                                    year,
                                                    "setting",
                                                    "lianji.calendar.file"));
                        });
    }

    @Test
    void reachesAsFarAsTheLastNoticeDoes() {
        assertThat(calendar.lastDay()).isEqualTo("2026-12-28");
        assertThat(calendar.add(day("2026-12-11"), 11)).isEqualTo("2026-12-28");
    }

    @Test
    void takesFurtherYearsFromAFile(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("2027.json"),
                        """
                        {"holidays": {"2026-12-31": "made up,虚构,1", "2027-01-01": "New Year's Day,元旦,1", "2027-10-01": "National Day,国庆节,3"},
                         "workdays": {"2027-01-02": "made up,虚构,1"}, "inLieuDays": {}}
                        """);
        WorkCalendar longer = new WorkCalendar(new CalendarSettings(file, null));

        assertThat(longer.add(day("2026-12-30"), 1)).isEqualTo("2027-01-02");
        assertThat(longer.add(day("2026-12-20"), 10)).isEqualTo("2027-01-04");
        assertThat(longer.add(day("2025-09-30"), 1)).isEqualTo("2025-10-09");
        assertThat(longer.lastDay()).isEqualTo("2027-12-28");
    }

    @Test
    void letsALaterNoticeGoBeforeAnEarlierOne(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("changed.json"),
                        """
                        {"holidays": {"2026-10-10": "changed,改,1"}, "workdays": {"2026-10-01": "changed,改,1"}}
                        """);
        WorkCalendar changed = new WorkCalendar(new CalendarSettings(file, null));

        assertThat(changed.add(day("2026-10-09"), 1)).isEqualTo("2026-10-12");
        assertThat(changed.working(day("2026-10-10"))).isFalse();
        assertThat(changed.working(day("2026-10-01"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"nothing", "[]", "{}", "{\"holidays\": {\"2027\": \"\"}%2c \"workdays\": {}}"})
    void saysWhatIsWrongWithAFile(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.json"), text.replace("%2c", ","));

        assertThatThrownBy(() -> new WorkCalendar(new CalendarSettings(file, null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wrong.json")
                .hasMessageContaining("holidays");
    }

    @Test
    void appliesEachClockOfTheRegulation() {
        Deadlines deadlines = new Deadlines(calendar, new CalendarSettings(null, null));
        LocalDate start = day("2026-09-23");

        assertThat(deadlines.due("SHARE_ANSWER_UNCOND", start)).isEqualTo("2026-09-24");
        assertThat(deadlines.due("SHARE_ANSWER_COND", start)).isEqualTo("2026-10-14");
        assertThat(deadlines.due("SHARE_DELIVER", start)).isEqualTo("2026-10-28");
        assertThat(deadlines.due("CORRECT", start)).isEqualTo("2026-10-14");
        assertThat(deadlines.due("CATALOG_UPDATE", start)).isEqualTo("2026-10-14");
        assertThat(deadlines.due("CATALOG_PUBLISH", start)).isEqualTo("2026-09-28");
        assertThatThrownBy(() -> deadlines.due("OTHER", start))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
