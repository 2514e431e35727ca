package org.lianji.means;

import org.lianji.items.Yuan;

import java.math.BigDecimal;

/**
 * What somebody of a family has.
 *
 * @param person token
 * @param category code of the category
 * @param recordNo number of the record; of what came from outside the case's
 * @param item name of the item
 * @param value as it is written; money in yuan
 * @param observedAt as of when it is so
 */
public record MeansFact(
        String person,
        String category,
        String recordNo,
        String item,
        String value,
        String observedAt) {

    /** {@return an amount of money, in fen} */
    long fen() {
        return Yuan.fen(new BigDecimal(value));
    }
}
