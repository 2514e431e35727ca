package org.lianji.decision;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * A few real regions of all levels, some of another province; how they lie in one another is in
 * their codes.
 */
final class Places {

    static final String PROVINCE = "150000000000";
    static final String CITY = "150900000000";
    static final String COUNTY = "150924000000";
    static final String OTHER_COUNTY = "150927000000";
    static final String TOWN = "150924106000";
    static final String SECOND_TOWN = "150924107000";
    static final String OTHER_TOWN = "150927219000";
    static final String VILLAGE = "150924106001";
    static final String SECOND_VILLAGE = "150924106002";
    static final String OTHER_VILLAGE = "150927219352";

    private static final String FAR_COUNTY = "110101000000";
    private static final String FAR_VILLAGE = "110101001001";

    static final List<String> ALL =
            List.of(
                    "110000000000",
                    "110100000000",
                    FAR_COUNTY,
                    PROVINCE,
                    CITY,
                    COUNTY,
                    OTHER_COUNTY,
                    TOWN,
                    SECOND_TOWN,
                    OTHER_TOWN,
                    VILLAGE,
                    SECOND_VILLAGE,
                    OTHER_VILLAGE);

    /** What an item can say, which elsewhere may be more than is known of the country. */
    static final List<String> SAID = Stream.concat(ALL.stream(), Stream.of(FAR_VILLAGE)).toList();

    private Places() {}

    /** {@return the region in which that place lies as far as it is known} */
    static String known(String place) {
        return place.equals(FAR_VILLAGE) ? FAR_COUNTY : place;
    }

    static boolean within(String region, String whole) {
        for (String one = region; one != null; one = above(one)) {
            if (one.equals(whole)) {
                return true;
            }
        }
        return false;
    }

    static @Nullable String above(String region) {
        for (int digits : new int[] {9, 6, 4, 2}) {
            String above = region.substring(0, digits) + "0".repeat(12 - digits);
            if (!above.equals(region)) {
                return above;
            }
        }
        return null;
    }
}
