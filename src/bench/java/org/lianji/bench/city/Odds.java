package org.lianji.bench.city;

import java.util.Arrays;

/** Names with weights, written as {@code "HEART 30, TUMOUR 25"}. */
final class Odds {

    private final String[] names;
    private final double[] upTo;

    private Odds(String[] names, double[] upTo) {
        this.names = names;
        this.upTo = upTo;
    }

    static Odds of(String text) {
        String[] entries = text.strip().split("\\s*,\\s*");
        var names = new String[entries.length];
        var upTo = new double[entries.length];
        double sum = 0;
        for (int i = 0; i < entries.length; i++) {
            String[] entry = entries[i].split("\\s+");
            names[i] = entry[0];
            sum += Double.parseDouble(entry[1]);
            upTo[i] = sum;
        }
        return new Odds(names, upTo);
    }

    String draw(Dice dice) {
        int found = Arrays.binarySearch(upTo, dice.uniform(0, upTo[upTo.length - 1]));
        return names[Math.min(found < 0 ? -found - 1 : found + 1, names.length - 1)];
    }
}
