package org.lianji.contribution;

import org.lianji.records.Batch;
import org.lianji.records.RejectedRows;
import org.lianji.upload.Content;
import org.lianji.upload.Finding;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Rejected rows as the file they came in, with the reasons beside. */
interface RejectsFile {

    void row(RejectedRows.StoredRow row) throws IOException;

    /** Hands on all rows so far. */
    void flush() throws IOException;

    /**
     * {@return a file of the batch's form}
     *
     * @param form of the file that was sent, or what was asked for instead
     */
    static RejectsFile open(Batch batch, RejectsForm form, Locale locale, OutputStream out) {
        return form.format() == Content.Format.CSV
                ? new CsvRejects(batch, form, locale, out)
                : new NdjsonRejects(form, locale, out);
    }

    /** {@return the reason in the caller's language, behind the place that it is about} */
    static String reason(Finding finding, Locale locale) {
        String where = finding.pointer() == null ? "" : finding.pointer() + " ";
        return where + finding.code().name() + ": " + finding.message(locale);
    }
}
