package org.lianji.bench.city;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The counties, townships and villages of Ulanqab, read from the class path. */
final class Regions {

    static final String PREFECTURE = "150900000000";

    private final List<County> counties = new ArrayList<>();
    private final Map<String, List<Village>> communities = new LinkedHashMap<>();
    private final Map<String, List<Village>> villages = new LinkedHashMap<>();
    private final int people;

    private Regions() {
        var townships = new LinkedHashMap<String, Township>();
        var byCode = new LinkedHashMap<String, County>();
        for (String[] row : rows("ulanqab_areas.csv")) {
            byCode.put(row[0], County.of(row[0], row[1]));
        }
        for (String[] row : rows("ulanqab_streets.csv")) {
            townships.put(row[0], new Township(row[0], row[1], byCode.get(row[2])));
        }
        for (String[] row : rows("ulanqab_villages.csv")) {
            var village = new Village(row[0], row[1], townships.get(row[2]));
            if (village.inhabited()) {
                (village.urban() ? communities : villages)
                        .computeIfAbsent(village.county().code(), code -> new ArrayList<>())
                        .add(village);
            }
        }
        counties.addAll(byCode.values());
        people = counties.stream().mapToInt(County::people).sum();
    }

    static Regions load() {
        return new Regions();
    }

    List<County> counties() {
        return counties;
    }

    /** Where a household is registered: by the counties' size, then evenly. */
    Village registration(Dice dice) {
        int point = dice.below(people);
        for (County county : counties) {
            point -= county.people();
            if (point < 0) {
                return dice.chance(county.urban())
                        ? community(county, dice)
                        : village(county, dice);
            }
        }
        throw new IllegalStateException();
    }

    Village community(County county, Dice dice) {
        return dice.pick(communities.get(county.code()));
    }

    Village village(County county, Dice dice) {
        return dice.pick(villages.get(county.code()));
    }

    /** Where people move inside the city: the prefecture's seat or their county's. */
    Village town(County from, Dice dice) {
        return community(dice.chance(0.55) ? counties.getFirst() : from, dice);
    }

    private static List<String[]> rows(String file) {
        try (var in = Regions.class.getResourceAsStream("/regions/" + file)) {
            if (in == null) {
                throw new IllegalStateException("/regions/" + file + " is not on the class path");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines().skip(1).map(line -> line.replace("\"", "").split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
