package org.lianji.bench.city;

/**
 * A county, banner, district or county-level city.
 *
 * @param people registered people in thousands, by memory and for weights only
 * @param mongol share of Mongols, likewise
 * @param urban share of the registered who belong to a community rather than a village
 */
record County(String code, String name, int people, double mongol, double urban) {

    private static final String[] WEIGHTS = {
        "150902 330 0.042 0.86", "150921 205 0.022 0.20", "150922 165 0.024 0.22",
        "150923 330 0.020 0.22", "150924 305 0.018 0.20", "150925 235 0.018 0.18",
        "150926 255 0.034 0.20", "150927 205 0.060 0.18", "150928 205 0.070 0.22",
        "150929 205 0.105 0.20", "150981 320 0.016 0.36"
    };

    static County of(String code, String name) {
        for (String line : WEIGHTS) {
            String[] parts = line.split(" ");
            if (parts[0].equals(code)) {
                return new County(
                        code,
                        name,
                        Integer.parseInt(parts[1]),
                        Double.parseDouble(parts[2]),
                        Double.parseDouble(parts[3]));
            }
        }
        throw new IllegalArgumentException("No weights for county " + code);
    }

    String region() {
        return code + "000000";
    }

    boolean isPrefectureSeat() {
        return code.equals("150902");
    }
}
