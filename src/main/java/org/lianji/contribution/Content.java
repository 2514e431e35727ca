package org.lianji.contribution;

import java.util.Iterator;
import java.util.List;

/** What a batch brings. */
interface Content {

    /** {@return how its rows are written, and how its rejects will be} */
    Format format();

    /** {@return digest of all of it: the same content, the same digest} */
    String digest();

    /** {@return columns of a CSV file in their order; of others none} */
    List<String> columns();

    /** {@return its rows from the first one on, read as they are asked for} */
    Iterator<RawRow> rows();

    /** How rows are written. */
    enum Format {
        CSV("text/csv"),
        NDJSON("application/x-ndjson");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }
}
