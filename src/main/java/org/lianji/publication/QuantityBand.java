package org.lianji.publication;

/** Quantities, as coarse as they are shown. */
enum QuantityBand {
    UP_TO_10(10),
    FROM_11_TO_100(100),
    FROM_101_TO_1000(1_000),
    FROM_1001_TO_10000(10_000),
    FROM_10001(Integer.MAX_VALUE);

    private final int most;

    QuantityBand(int most) {
        this.most = most;
    }

    /** {@return the band of a quantity} */
    static QuantityBand of(int quantity) {
        for (QuantityBand band : values()) {
            if (quantity <= band.most) {
                return band;
            }
        }
        throw new IllegalArgumentException("no number is larger");
    }
}
