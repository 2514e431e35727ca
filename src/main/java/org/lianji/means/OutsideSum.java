package org.lianji.means;

/** What sources outside tell sums of. */
public enum OutsideSum {
    DEPOSITS("deposits"),
    SECURITIES("securities"),
    INSURANCE("insurance"),
    TAXED_INCOME("taxedIncome");

    private final String item;

    OutsideSum(String item) {
        this.item = item;
    }

    /** {@return the item of MZ12 that it is written into} */
    public String item() {
        return item;
    }
}
