package org.lianji.publication;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * What a charity would like to be paired with, as officers see it.
 *
 * @param id of the wish
 * @param need identifier of the need
 * @param offer identifier of the offer
 * @param organisation unified code of the charity
 * @param askedAt when it asked
 * @param open whether no officer has dismissed it
 */
record PairingWish(
        String id,
        String need,
        String offer,
        String organisation,
        ZonedDateTime askedAt,
        boolean open) {

    public LocalDate askedOn() {
        return askedAt.toLocalDate();
    }
}
