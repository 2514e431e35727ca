package org.lianji.contribution;

import org.lianji.platform.Problem;
import org.lianji.records.Batch;
import org.lianji.upload.Content;
import org.lianji.upload.ContributionCode;
import org.lianji.upload.SpreadsheetCell;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How rejected rows are written: as the file they came in was, in its character set; or, where a
 * spreadsheet is to open them, in UTF-8 with the mark that it needs, and with no cell that it takes
 * for a formula.
 *
 * @param format of the rows
 * @param charset of the file
 * @param excel whether it is for a spreadsheet
 */
record RejectsForm(Content.Format format, Charset charset, boolean excel) {

    /**
     * @throws Problem where a spreadsheet couldn't open it
     */
    static RejectsForm of(Batch batch, boolean excel) {
        Content.Format format = Content.Format.valueOf(batch.format());
        if (excel && format != Content.Format.CSV) {
            throw new Problem(ContributionCode.EXCEL_TAKES_CSV);
        }
        String charset = batch.charset();
        return new RejectsForm(
                format,
                excel || charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset),
                excel);
    }

    String mediaType() {
        return format.mediaType() + ";charset=" + charset.name();
    }

    String cell(String text) {
        return excel ? SpreadsheetCell.of(text) : text;
    }
}
