package org.lianji.people;

import org.lianji.database.Fragment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a flow's matter belongs, as properties of its own: an index finds the newest of a county, a
 * town or a village, however many there are elsewhere.
 */
public final class MatterPlaces {

    private static final Map<Integer, String> LEVELS =
            Map.of(6, "inCounty", 9, "inTown", 12, "inVillage");

    private MatterPlaces() {}

    /**
     * {@return the properties}
     *
     * @param places codes of the smallest region that it lies in and of those above
     */
    public static Map<String, String> properties(List<?> places) {
        Map<String, String> properties = new HashMap<>();
        for (Object place : places) {
            if (place instanceof String code
                    && LEVELS.get(Regions.prefix(code).length()) instanceof String level) {
                properties.putIfAbsent(level, code);
            }
        }
        return properties;
    }

    /**
     * {@return the condition that a matter {@code m} lies in the region}
     *
     * @param parameter name of the statement's parameter
     * @param region its code
     */
    public static Fragment within(String parameter, String region) {
        String level = LEVELS.get(Regions.prefix(region).length());
        return Fragment.of(
                level == null
                        ? "$%s IN m.places".formatted(parameter)
                        : "m.%s = $%s".formatted(level, parameter),
                parameter,
                region);
    }
}
