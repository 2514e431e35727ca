package org.lianji.bench.city;

import java.util.List;

/** One record as its department hands it over. {@code validTo} is empty while it holds. */
record Row(
        String category,
        String no,
        String idNumber,
        String name,
        String observedAt,
        String validFrom,
        String validTo,
        List<String> items) {

    Row written(String otherId, String otherName) {
        return new Row(category, no, otherId, otherName, observedAt, validFrom, validTo, items);
    }
}
