package org.lianji.means;

/**
 * Who is asked outside of the hub, by the name that the catalogue has for it as a source of a check
 * (MZ12), and that settings have ({@code lianji.outside.payment-institution.url}).
 */
public enum OutsideKind {
    TAX(OutsideSum.TAXED_INCOME),
    BANK(OutsideSum.DEPOSITS),
    SECURITIES(OutsideSum.SECURITIES),
    INSURANCE(OutsideSum.INSURANCE),
    /** What lies in a wallet is a deposit. */
    PAYMENT_INSTITUTION(OutsideSum.DEPOSITS);

    private final OutsideSum sum;

    OutsideKind(OutsideSum sum) {
        this.sum = sum;
    }

    /** {@return what it tells of somebody: a year's income, else what there is today} */
    public OutsideSum sum() {
        return sum;
    }
}
