package org.lianji.bench.city;

/** Synthetic standards, CNY a head and month: plausible for 2026, not the real ones. */
final class Standards {

    private Standards() {}

    static int urban(County county) {
        return 900 + 6 * step(county);
    }

    static int rural(County county) {
        return 688 + 5 * step(county);
    }

    static int dibao(County county, boolean rural) {
        return rural ? rural(county) : urban(county);
    }

    /** Extreme hardship: 1.3 times the allowance, in whole CNY. */
    static int extreme(County county, boolean rural) {
        return (dibao(county, rural) * 13 + 9) / 10;
    }

    private static int step(County county) {
        return Integer.parseInt(county.code().substring(3)) % 11;
    }
}
