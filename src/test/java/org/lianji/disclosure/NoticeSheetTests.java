package org.lianji.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A sheet for the notice board shows every name as it is, and nothing that a name would like. */
class NoticeSheetTests {

    private static Notices.Line line(String name) {
        return new Notices.Line(
                name, 3, 61_500L, PublicNotice.Kind.DIBAO, LocalDate.parse("2026-12-03"));
    }

    private static byte[] sheet(String... names) {
        return NoticeSheet.of(
                PublicTable.notices(List.of(names).stream().map(NoticeSheetTests::line).toList()));
    }

    private static String read(byte[] sheet) throws IOException {
        try (PDDocument document = Loader.loadPDF(sheet)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void hasTheRareCharactersOfNamesAndCarriesThem() throws IOException {
        byte[] sheet = sheet("李建国", "王㛃", "赵𬙂", "阿·古达木");

        assertThat(read(sheet)).contains("社会救助公示", "王㛃", "赵𬙂", "阿·古达木", "615.00", "2026-12-03");
        try (PDDocument document = Loader.loadPDF(sheet)) {
            assertThat(document.getPage(0).getMediaBox().getWidth())
                    .isEqualTo(PDRectangle.A4.getWidth());
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
            }
        }
        assertThat(sheet).as("of 29,000 characters those that are shown").hasSizeLessThan(200_000);
    }

    /** Nobody's name is left out since the font lacks a character. */
    @Test
    void printsTheCodeOfWhatTheFontLacks() throws IOException {
        assertThat(read(sheet("李\uD884\uDF50"))).contains("李〔U+31350〕");
    }

    @Test
    void printsNamesOfSeveralFontsInOneLine() throws IOException {
        byte[] sheet = sheet("𠮷田", "李𪜀𫝀", "张𫠠三𬺰");

        assertThat(read(sheet)).contains("𠮷田", "李𪜀𫝀", "张𫠠三𬺰", "615.00");
        assertThat(sheet).as("and carries what it shows").hasSizeLessThan(200_000);
    }

    /** GB 18030-2022, level 3: the ideographs of Unicode 11. */
    @ParameterizedTest
    @CsvSource({
        "4E00, 9FEF",
        "3400, 4DB5",
        "20000, 2A6D6",
        "2A700, 2B734",
        "2B740, 2B81D",
        "2B820, 2CEA1",
        "2CEB0, 2EBE0"
    })
    void lacksNoIdeographOfTheStandard(String first, String last) throws IOException {
        String all =
                IntStream.rangeClosed(Integer.parseInt(first, 16), Integer.parseInt(last, 16))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        try (PDDocument document = new PDDocument()) {
            assertThat(SheetFont.of(document).printable(all)).isEqualTo(all);
        }
    }

    /** Whatever a name says, it is text of the sheet, and neither its commands nor its links. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ") Tj ET Q (x",
                "endstream endobj",
                "<</JS (app.alert(1))>>",
                "<script>alert()</script>",
                "\\) Tj",
                "%%EOF"
            })
    void writesNamesAsText(String name) throws IOException {
        byte[] sheet = sheet(name, "李建国");

        assertThat(read(sheet).replaceAll("\\s", ""))
                .contains(name.replaceAll("\\s", ""))
                .contains("李建国");
        try (PDDocument document = Loader.loadPDF(sheet)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
        }
    }

    @Test
    void goesOnToTheNextPageBelowTheHeadsOfItsColumns() throws IOException {
        List<String> names = new ArrayList<>();
        IntStream.range(0, 90)
                .forEach(n -> names.add("张" + "甲乙丙丁戊己庚辛壬".charAt(n % 9) + (char) ('一' + n)));
        byte[] sheet = sheet(names.toArray(String[]::new));

        try (PDDocument document = Loader.loadPDF(sheet)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(document.getNumberOfPages());
            assertThat(last.getText(document)).contains("申请人", names.getLast());
        }
        assertThat(read(sheet)).contains(names);
    }

    @Test
    void wrapsALongNameWithinItsColumn() throws IOException {
        String name = "买买提".repeat(16);
        assertThat(read(sheet(name)).replaceAll("\\s", "")).contains("615.00");
        assertThat(read(sheet(name)).codePoints().filter(one -> one == '买').count()).isEqualTo(32);
    }

    /** By nothing can a sheet be told from another of the same content: nor when it was drawn. */
    @Test
    void isTheSameBytesWheneverItIsDrawn() {
        assertThat(sheet("李建国")).isEqualTo(sheet("李建国"));
        assertThat(sheet()).isEqualTo(sheet());
    }
}
