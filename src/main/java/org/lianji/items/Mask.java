package org.lianji.items;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** How much of a value shows where an agreement stops short of its level. */
public enum Mask {
    /** The lower bound of the amount's band. */
    AMOUNT,
    /** The first day of the year. */
    YEAR,
    /** The first month of the year. */
    MONTH,
    /** The first character. */
    NAME,
    /** The first six characters: county, mostly. */
    ADDRESS,
    /** The first three and the last two characters. */
    PHONE,
    /** Nothing but that there is one. */
    PLATE;

    /** {@return the mask that an item names, or the one that values of its type have} */
    static @Nullable public Mask of(Optional<String> named, ItemType type) {
        return named.map(Mask::valueOf)
                .orElseGet(
                        () ->
                                switch (type) {
                                    case ItemType.Scalar.MONEY -> AMOUNT;
                                    case ItemType.Scalar.DATE -> YEAR;
                                    case ItemType.Scalar.YEAR_MONTH -> MONTH;
                                    default -> null;
                                });
    }
}
