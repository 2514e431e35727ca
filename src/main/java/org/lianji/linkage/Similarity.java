package org.lianji.linkage;

/** How near two short texts are to each other. */
final class Similarity {

    private static final double PREFIX_SHARE = 0.1;
    private static final int LONGEST_PREFIX = 4;

    private Similarity() {}

    /**
     * {@return whether one letter put in, left out, changed, or swapped with the next makes one the
     * other}
     */
    static boolean oneEdit(String a, String b) {
        if (a.length() < b.length()) {
            return oneEdit(b, a);
        }
        int longer = a.length() - b.length();
        if (longer > 1) {
            return false;
        }
        int at = 0;
        while (at < b.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        if (longer == 1) {
            return a.regionMatches(at + 1, b, at, b.length() - at);
        }
        return a.regionMatches(at + 1, b, at + 1, b.length() - at - 1) || swapped(a, b, at);
    }

    private static boolean swapped(String a, String b, int at) {
        return at + 1 < a.length()
                && a.charAt(at) == b.charAt(at + 1)
                && a.charAt(at + 1) == b.charAt(at)
                && a.regionMatches(at + 2, b, at + 2, a.length() - at - 2);
    }

    /** {@return the least number of edits and swaps of neighbours, at most {@code most} + 1} */
    static int edits(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, before[j - 2] + 1);
                }
                row[j] = best;
                least = Math.min(least, best);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return Math.min(last[b.length()], most + 1);
    }

    /** {@return Jaro's similarity, raised by a common beginning as Winkler does: 0 to 1} */
    static double jaroWinkler(String a, String b) {
        double jaro = jaro(a, b);
        int prefix = 0;
        int longest = Math.min(LONGEST_PREFIX, Math.min(a.length(), b.length()));
        while (prefix < longest && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_SHARE * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        if (a.isEmpty() || b.isEmpty() || a.length() > Long.SIZE || b.length() > Long.SIZE) {
            return a.equals(b) ? 1 : longTexts(a, b);
        }
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        long usedA = 0;
        long usedB = 0;
        int common = 0;
        for (int i = 0; i < a.length(); i++) {
            int end = Math.min(b.length() - 1, i + window);
            for (int j = Math.max(0, i - window); j <= end; j++) {
                if ((usedB >>> j & 1) == 0 && a.charAt(i) == b.charAt(j)) {
                    usedA |= 1L << i;
                    usedB |= 1L << j;
                    common++;
                    break;
                }
            }
        }
        return common == 0 ? 0 : jaro(a, b, common, displaced(a, b, usedA, usedB) / 2);
    }

    private static double jaro(String a, String b, double common, int displaced) {
        return (common / a.length() + common / b.length() + (common - displaced) / common) / 3;
    }

    private static int displaced(String a, String b, long usedA, long usedB) {
        int displaced = 0;
        long restB = usedB;
        for (long restA = usedA; restA != 0; restA &= restA - 1) {
            int i = Long.numberOfTrailingZeros(restA);
            int j = Long.numberOfTrailingZeros(restB);
            displaced += a.charAt(i) == b.charAt(j) ? 0 : 1;
            restB &= restB - 1;
        }
        return displaced;
    }

    /** Beyond a machine word the beginning decides. */
    private static double longTexts(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        return jaro(
                a.substring(0, Math.min(a.length(), Long.SIZE)),
                b.substring(0, Math.min(b.length(), Long.SIZE)));
    }
}
