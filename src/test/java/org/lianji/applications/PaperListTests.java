package org.lianji.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.assistance.AssistanceKind;
import org.lianji.catalogue.CatalogueFiles;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;

/** What a place has set stands before what holds for all; a bad row stops the start. */
class PaperListTests {

    private static final String HEAD =
            "kind,region,from,code,nameZh,nameEn,bringer,form,askedOf,category,always,basis\n";

    private static final String TOWN = "150924106001";
    private static final String ELSEWHERE = "150921210201";

    private static PaperList list(String... rows) {
        return new PaperList(
                CatalogueFiles.read(), new StringReader(HEAD + String.join("\n", rows) + "\n"));
    }

    private static String row(String region, String from, String form, String askedOf) {
        return "*,%s,%s,SHEET,表,Sheet,FAMILY,%s,%s,,true,规定".formatted(region, from, form, askedOf);
    }

    private static List<Paper.Form> forms(PaperList list, String place, String day) {
        return list.asOf(AssistanceKind.MARGIN_FAMILY, place, LocalDate.parse(day)).stream()
                .map(Paper::form)
                .toList();
    }

    @Test
    void takesTheRowOfTheSmallestRegionAndOfTheseTheNewest() {
        PaperList list =
                list(
                        row("*", "2024-01-01", "ORIGINAL", "APPLICANT"),
                        row("150924000000", "2025-01-01", "COPY", "APPLICANT"),
                        row("150924000000", "2026-01-01", "SIGNATURE", "APPLICANT"),
                        row("150900000000", "2026-06-01", "ORIGINAL", "APPLICANT"));

        assertThat(forms(list, TOWN, "2023-12-31")).isEmpty();
        assertThat(forms(list, TOWN, "2024-12-31")).containsExactly(Paper.Form.ORIGINAL);
        assertThat(forms(list, TOWN, "2025-12-31")).containsExactly(Paper.Form.COPY);
        assertThat(forms(list, TOWN, "2026-12-31")).containsExactly(Paper.Form.SIGNATURE);
        assertThat(forms(list, ELSEWHERE, "2025-12-31")).containsExactly(Paper.Form.ORIGINAL);
    }

    @Test
    void wantsNothingThatAPlaceNoLongerWants() {
        PaperList list =
                list(
                        row("*", "2024-01-01", "ORIGINAL", "APPLICANT"),
                        row("150924000000", "2025-01-01", "ORIGINAL", "NOBODY"));

        assertThat(forms(list, TOWN, "2025-01-01")).isEmpty();
        assertThat(forms(list, ELSEWHERE, "2025-01-01")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "RELIEF, *, 2026-01-01, SHEET, COPY, APPLICANT, '', true, 规定",
        "*, 999999000000, 2026-01-01, SHEET, COPY, APPLICANT, '', true, 规定",
        "*, *, yesterday, SHEET, COPY, APPLICANT, '', true, 规定",
        "*, *, 2026-01-01, '', COPY, APPLICANT, '', true, 规定",
        "*, *, 2026-01-01, SHEET, FAX, APPLICANT, '', true, 规定",
        "*, *, 2026-01-01, SHEET, COPY, LIBRARY, '', true, 规定",
        "*, *, 2026-01-01, SHEET, COPY, LIBRARY, GA99, true, 规定",
        "*, *, 2026-01-01, SHEET, COPY, APPLICANT, GA01, true, 规定",
        "*, *, 2026-01-01, SHEET, COPY, APPLICANT, '', maybe, 规定",
        "*, *, 2026-01-01, SHEET, COPY, APPLICANT, '', true, ''",
    })
    void refusesABadRowWithItsLine(
            String kind,
            String region,
            String from,
            String code,
            String form,
            String askedOf,
            String category,
            String always,
            String basis) {
        assertThatThrownBy(
                        () ->
                                list(
                                        row("*", "2024-01-01", "COPY", "APPLICANT"),
                                        "%s,%s,%s,%s,表,Sheet,FAMILY,%s,%s,%s,%s,%s"
                                                .formatted(
                                                        kind, region, from, code, form, askedOf,
                                                        category, always, basis)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("schema/applications/papers.csv:3: ");
    }

    @Test
    void refusesTheSamePaperTwiceAlsoThroughAllKinds() {
        String one = row("*", "2024-01-01", "COPY", "APPLICANT");

        assertThatThrownBy(() -> list(one, one.replaceFirst("\\*", "MINIMUM_LIVING")))
                .hasMessageStartingWith("schema/applications/papers.csv:3: ")
                .hasMessageContaining("twice");
    }
}
