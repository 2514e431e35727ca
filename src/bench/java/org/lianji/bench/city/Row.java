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

    /** {@return what stands before the items} */
    List<String> common() {
        return Categories.isAboutSomebody(category)
                ? List.of(no, idNumber, name, observedAt, validFrom, validTo)
                : List.of(no, observedAt, validFrom, validTo);
    }

    Row written(String otherId, String otherName) {
        return new Row(category, no, otherId, otherName, observedAt, validFrom, validTo, items);
    }
}
