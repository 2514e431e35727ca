package org.lianji.items;

import java.math.BigDecimal;

/** Amounts as they are written: the graph holds them in fen. */
public final class Yuan {

    private static final int DIGITS = 2;

    private Yuan() {}

    /** {@return the amount in yuan, with two digits} */
    public static String text(long fen) {
        return amount(fen).toPlainString();
    }

    /**
     * {@return the amount in fen}
     *
     * @throws ArithmeticException where there is less than a fen in it
     */
    public static long fen(BigDecimal yuan) {
        return yuan.movePointRight(DIGITS).longValueExact();
    }

    /** {@return the amount in yuan} */
    public static BigDecimal amount(long fen) {
        return BigDecimal.valueOf(fen, DIGITS);
    }
}
