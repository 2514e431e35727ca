package org.lianji.charity;

/** Ages, as coarse as they are shown. */
public enum AgeBand {
    UNDER_18(18),
    FROM_18_TO_59(60),
    FROM_60(Integer.MAX_VALUE);

    private final int below;

    AgeBand(int below) {
        this.below = below;
    }

    /** {@return the band of an age} */
    public static AgeBand of(int years) {
        return years < UNDER_18.below
                ? UNDER_18
                : years < FROM_18_TO_59.below ? FROM_18_TO_59 : FROM_60;
    }
}
