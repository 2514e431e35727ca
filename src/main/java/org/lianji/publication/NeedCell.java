package org.lianji.publication;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.AgeBand;
import org.lianji.charity.Hardship;
import org.lianji.charity.HelpKind;

/**
 * Everything that is shown of a need but the day; all needs of one cell and day look the same.
 *
 * @param kind of help
 * @param quantity how much, in the kind's unit
 * @param region code of the county, or of the city
 * @param hardship null where it is hidden
 * @param age null where it is hidden
 * @param urgency null where it is hidden
 */
record NeedCell(
        HelpKind kind,
        QuantityBand quantity,
        String region,
        @Nullable Hardship hardship,
        @Nullable AgeBand age,
        @Nullable String urgency) {

    private static final int CITY = 4;
    private static final int CODE = 12;

    NeedCell withoutUrgency() {
        return new NeedCell(kind, quantity, region, hardship, age, null);
    }

    NeedCell withoutAge() {
        return new NeedCell(kind, quantity, region, hardship, null, urgency);
    }

    NeedCell withoutHardship() {
        return new NeedCell(kind, quantity, region, null, age, urgency);
    }

    NeedCell ofCity() {
        String city = region.substring(0, CITY) + "0".repeat(CODE - CITY);
        return new NeedCell(kind, quantity, city, hardship, age, urgency);
    }
}
