package org.lianji.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.platform.Code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The page of all error codes is what the enums say. Run with {@code -Derror.codes=write} to write
 * it anew.
 */
class ErrorCodesTests {

    private static final Path PAGE = Path.of("docs/error-codes.md");
    private static final String HEAD =
            """
            # 错误代码 / Error codes

            Clients decide by the code (`errors[].extensions.code`; in files and at addresses of files the field `code`), never by the
            sentence. The kind is `classification`; the status is HTTP's at addresses of files. `{braces}` stand for the detail of
            that name in `details`. The same table is at `{ errorCodes { code kind status zh en } }`.

            | code | kind | status | 中文 | English |
            |---|---|---:|---|---|
            """;

    @Test
    void everyCodeIsOnThePage() throws IOException {
        String page = page(new ErrorCodes(CatalogueTests.catalogue()).all());
        if ("write".equals(System.getProperty("error.codes"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(page).contains("| TOO_EXPENSIVE |", "| ITEM_NOT_GRANTED |", "| SIX_ITEMS |");
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page(List<Code> codes) {
        StringBuilder page = new StringBuilder(HEAD);
        codes.forEach(
                code ->
                        page.append("| ")
                                .append(
                                        String.join(
                                                " | ",
                                                code.name(),
                                                code.type().name(),
                                                String.valueOf(code.httpStatus().value()),
                                                cell(code.zh()),
                                                cell(code.en())))
                                .append(" |\n"));
        return page.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
