package org.lianji.export;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes rows as they come to a stream, holding few of them. */
sealed interface ExportFile permits NdjsonFile, CsvFile, ParquetFile {

    /** How an export is written. */
    enum Format {
        NDJSON("application/x-ndjson;charset=UTF-8"),
        CSV("text/csv;charset=UTF-8;header=present"),
        PARQUET("application/vnd.apache.parquet");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }

        /** {@return what names of such files end with} */
        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * {@return a new file of these columns}
         *
         * @param excel whether a spreadsheet opens it, where that makes a difference
         */
        ExportFile open(
                List<ExportColumn> columns,
                boolean excel,
                ExportSettings settings,
                OutputStream out)
                throws IOException {
            return switch (this) {
                case NDJSON -> new NdjsonFile(out);
                case CSV -> new CsvFile(columns, excel, out);
                case PARQUET -> new ParquetFile(columns, settings.rowGroup(), out);
            };
        }
    }

    /**
     * Adds a row.
     *
     * @param row values as GraphQL gives them, by column, in the order of the columns
     */
    void row(Map<String, @Nullable Object> row) throws IOException;

    /** Hands on what can be handed on before the end. */
    void flush() throws IOException;

    /**
     * Completes the file.
     *
     * @param next cursor where there are more rows behind it, else null
     */
    void end(@Nullable String next) throws IOException;
}
