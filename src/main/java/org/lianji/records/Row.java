package org.lianji.records;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Identity;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * A row in which nothing is wrong.
 *
 * @param number its place in the batch, from 1
 * @param recordNo the owner's number of the fact
 * @param observedAt when it was so
 * @param validFrom first day, where given
 * @param validTo last day, where given
 * @param named whom its owner says it is about, where the owner does
 * @param subject whom it is about, where known for certain, once that is resolved
 * @param personName as the owner wrote it
 * @param nameDiffers whether the number is somebody of another name, so that nobody is known
 * @param items values as the graph keeps them, but for persons, who are still identities
 * @param digest of what it says
 */
record Row(
        long number,
        String recordNo,
        OffsetDateTime observedAt,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Identity named,
        @Nullable Identity subject,
        @Nullable String personName,
        boolean nameDiffers,
        Map<String, Object> items,
        RowDigest digest) {

    /** {@return the row, about somebody who is known for certain, or nobody yet} */
    Row about(@Nullable Identity person) {
        return about(person, false);
    }

    /**
     * {@return the row, whose number is somebody of another name: about nobody, until a person says
     * whom}
     */
    Row differing() {
        return about(null, true);
    }

    private Row about(@Nullable Identity person, boolean differs) {
        return new Row(
                number,
                recordNo,
                observedAt,
                validFrom,
                validTo,
                named,
                person,
                personName,
                differs,
                items,
                digest);
    }

    /** {@return the day from which what it says holds} */
    LocalDate from() {
        return validFrom == null ? observedAt.toLocalDate() : validFrom;
    }

    /** {@return all persons named in the item} */
    List<Identity> people(String item) {
        return switch (items.get(item)) {
            case Identity identity -> List.of(identity);
            case List<?> list ->
                    list.stream()
                            .filter(Identity.class::isInstance)
                            .map(Identity.class::cast)
                            .toList();
            case null, default -> List.of();
        };
    }
}
