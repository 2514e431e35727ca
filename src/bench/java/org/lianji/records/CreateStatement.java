package org.lianji.records;

import org.lianji.catalogue.Category;

/** Shows the bench the statement by which the hub creates records. */
public final class CreateStatement {

    private CreateStatement() {}

    /** {@return the statement; its parameters are {@code batch} and {@code rows}} */
    public static String of(Category category) {
        return RecordGraph.createNewest(category);
    }
}
