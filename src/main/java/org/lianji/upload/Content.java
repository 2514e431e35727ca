package org.lianji.upload;

import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;

/** What a batch brings. */
public interface Content {

    /** {@return how its rows are written, and how its rejects will be} */
    Format format();

    /** {@return in which character set it is written, and its rejects will be} */
    Charset charset();

    /** {@return digest of all of it: the same content, the same digest} */
    String digest();

    /** {@return columns of a CSV file in their order; of others none} */
    List<String> columns();

    /** {@return how many rows it has; blank lines may be counted} */
    long size();

    /** {@return its rows from the first one on, read as they are asked for} */
    Iterator<RawRow> rows();

    /** {@return whether the people it brings are invented} */
    default boolean invented() {
        return false;
    }

    /** How rows are written. */
    enum Format {
        CSV("text/csv"),
        NDJSON("application/x-ndjson");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }
}
