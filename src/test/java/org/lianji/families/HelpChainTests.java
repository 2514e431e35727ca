package org.lianji.families;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups, layers, gaps and duplicates follow from the records and the day alone. */
class HelpChainTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

    private static HelpRecord record(
            HelpSource source, @Nullable String state, String from, @Nullable String to) {
        return record("Pa", source, null, state, from, to);
    }

    private static HelpRecord record(
            String person,
            HelpSource source,
            @Nullable String kind,
            @Nullable String state,
            String from,
            @Nullable String to) {
        Map<String, Object> answer = new TreeMap<>();
        answer.put("category", source.name());
        answer.put("recordNo", source + from);
        answer.put("observedAt", "2026-06-01T08:00:00+08:00");
        answer.put(source.key("from"), from);
        if (state != null) {
            answer.put(source.key("state"), state);
        }
        if (kind != null) {
            answer.put(source.key("kind"), kind);
        }
        if (to != null) {
            answer.put(source.key("to"), to);
        }
        return HelpRecord.of(person, answer);
    }

    private static HelpChain chain(LocalDate day, HelpRecord... records) {
        return new HelpChain("Pa", null, List.of("Pa"), day, List.of(records), true);
    }

    private static List<String> groups(HelpChain chain) {
        return chain.groups().stream().map(one -> one.group() + " " + one.since()).toList();
    }

    @Test
    void whoLeftTheAllowanceIsWatchedForTwoYears() {
        HelpRecord stopped = record(HelpSource.MZ01, "STOPPED", "2024-01", null);

        assertThat(groups(chain(LocalDate.of(2026, 5, 31), stopped)))
                .containsExactly("DIBAO 2024-01-01");
        assertThat(groups(chain(LocalDate.of(2026, 6, 1), stopped)))
                .containsExactly("EXITED_LT_2Y 2026-06-01");
        assertThat(chain(LocalDate.of(2026, 6, 1), stopped).layer())
                .isEqualTo(AssistanceLayer.AT_RISK);
        assertThat(groups(chain(LocalDate.of(2028, 5, 31), stopped))).hasSize(1);
        assertThat(groups(chain(LocalDate.of(2028, 6, 1), stopped))).isEmpty();
        assertThat(chain(LocalDate.of(2028, 6, 1), stopped).layer()).isNull();
        assertThat(groups(chain(DAY, stopped, record(HelpSource.MZ02, "ACTIVE", "2026-10", null))))
                .as("helped again")
                .containsExactly("TEKUN 2026-10-01");
    }

    @Test
    void eachGroupIsOfItsLayerAndTheFirstLayerCounts() {
        HelpRecord margin = record(HelpSource.MZ03, "VALID", "2026-01-10", "2027-01-09");
        HelpRecord watched = record(HelpSource.NM01, "false", "2025-03-01", null);
        HelpRecord refused = record(HelpSource.MZ12, "OVER_LIMITS", "2025-06-01", null);
        HelpRecord within = record(HelpSource.MZ12, "WITHIN_LIMITS", "2025-06-01", null);
        HelpChain chain = chain(DAY, watched, margin, refused, within);

        assertThat(groups(chain))
                .containsExactly(
                        "MARGIN 2026-01-10",
                        "POVERTY_RETURN 2025-03-01",
                        "REFUSED_APPLICANT 2025-06-01");
        assertThat(chain.layer()).isEqualTo(AssistanceLayer.BORDERLINE);
        assertThat(chain(LocalDate.of(2025, 12, 31), watched, margin).layer())
                .isEqualTo(AssistanceLayer.AT_RISK);
        assertThat(groups(chain(DAY, record(HelpSource.NM01, "true", "2025-03-01", "2026-02-01"))))
                .as("the risk is cleared")
                .isEmpty();
    }

    /** A review checks the means of who is helped; no application was refused by it. */
    @Test
    void nobodyIsRefusedByACheckOfWhatTheyAreHelpedWith() {
        HelpRecord reviewed = record(HelpSource.MZ12, "OVER_LIMITS", "2026-03-01", null);

        assertThat(groups(chain(DAY, reviewed, record(HelpSource.MZ01, "ACTIVE", "2026-01", null))))
                .containsExactly("DIBAO 2026-01-01");
        assertThat(
                        groups(
                                chain(
                                        DAY,
                                        reviewed,
                                        record(HelpSource.MZ01, "STOPPED", "2024-01", null))))
                .as("helped when it was checked")
                .containsExactly("EXITED_LT_2Y 2026-06-01");
    }

    @Test
    void aGapIsWhereThereWasNoContinuingHelpBetweenTwoOrSinceTheLast() {
        HelpRecord margin = record(HelpSource.MZ03, "VALID", "2024-01-10", "2025-01-09");
        HelpRecord once = record(HelpSource.MZ05, null, "2025-03-01T10:00:00+08:00", null);
        HelpRecord allowance = record(HelpSource.MZ01, "STOPPED", "2025-07", null);

        assertThat(chain(DAY, allowance, once, margin).gaps())
                .containsExactly(
                        new HelpChain.Gap(LocalDate.of(2025, 1, 10), LocalDate.of(2025, 6, 30)),
                        new HelpChain.Gap(LocalDate.of(2026, 6, 1), null));
        assertThat(chain(LocalDate.of(2025, 12, 1), allowance, margin).gaps()).hasSize(1);
        assertThat(chain(DAY, once).gaps()).as("there was none before").isEmpty();
        HelpRecord paid = record(HelpSource.MZ08, "PAYING", "2020-11", null);
        assertThat(chain(DAY, allowance, margin, paid).gaps()).as("one goes on").isEmpty();
    }

    @Test
    void aDuplicateIsOfOnePersonOnOneDay() {
        HelpRecord card = record("Pa", HelpSource.MZ08, "NURSING", "PAYING", "2025-01", null);
        HelpRecord old = record("Pa", HelpSource.MZ09, "NURSING", "PAYING", "2026-01", null);
        HelpRecord others = record("Pb", HelpSource.MZ09, "NURSING", "PAYING", "2026-01", null);
        HelpRecord living = record("Pa", HelpSource.MZ08, "LIVING", "PAYING", "2025-01", null);

        assertThat(chain(DAY, card, old, others, living).duplicates())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.reason()).isEqualTo(HelpChain.Reason.NURSING_TWICE);
                            assertThat(one.records()).containsExactlyInAnyOrder(card, old);
                        });
        assertThat(chain(LocalDate.of(2025, 12, 31), card, old).duplicates()).isEmpty();
        assertThat(
                        chain(
                                        DAY,
                                        record(HelpSource.MZ01, "ACTIVE", "2025-01", null),
                                        record(HelpSource.MZ02, "ACTIVE", "2026-01", null))
                                .duplicates())
                .extracting(HelpChain.Duplicate::reason)
                .containsExactly(HelpChain.Reason.DIBAO_AND_TEKUN);
    }

    @Test
    void whatComesLaterIsNotToldOfADayBefore() {
        HelpRecord later = record(HelpSource.MZ01, "ACTIVE", "2026-10", null);

        assertThat(chain(LocalDate.of(2026, 9, 30), later).helps()).isEmpty();
        assertThat(chain(LocalDate.of(2026, 10, 1), later).helps()).containsExactly(later);
    }
}
