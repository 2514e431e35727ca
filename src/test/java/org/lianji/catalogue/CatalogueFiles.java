package org.lianji.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The catalogue as the files of the schema declare it, for tests without a hub. */
public final class CatalogueFiles {

    private CatalogueFiles() {}

    /** {@return the catalogue} */
    public static Catalogue read() {
        try {
            return CatalogueTests.catalogue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
