package org.lianji.people;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.lianji.items.Divisions;
import org.lianji.platform.Digests;
import org.lianji.platform.Ids;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The official hierarchy of regions, brought into the graph where it has another: the city's down
 * to its villages, the rest of the country down to its counties.
 */
@Component
public final class Regions implements SmartInitializingSingleton {

    private static final String PROVINCE = "150000000000";
    private static final String PREFECTURE = "150900000000";

    /** What the codes of the city and of all in it begin with. */
    public static final String CITY = "1509";

    /** What they began with before it was one. */
    private static final String FORMER_CITY = "1526";

    /** The whole city and what lies above it: everybody belongs there, wherever they live. */
    public static final List<String> WHOLE = List.of(PROVINCE, PREFECTURE);

    private static final String LOAD =
            """
            UNWIND $regions AS region
            MERGE (r:Region {code: region.code})
            ON CREATE SET r.id = region.id
            SET r.name = region.name, r.level = region.level, r.levelWord = region.levelWord
            WITH r, region
            MATCH (above:Region {code: region.parent})
            MERGE (r)-[:PART_OF]->(above)
            """;

    private static final String LOADED =
            "MATCH (r:Region {code: $top}) RETURN coalesce(r.hierarchy = $hierarchy, false)";

    private static final String MARK_LOADED =
            "MATCH (r:Region {code: $top}) SET r.hierarchy = $hierarchy";

    private static final List<Region> OF_CITY = ofCity();
    private static final Set<String> CODES_OF_CITY = codes(OF_CITY);
    private static final List<Region> ALL = withRestOfCountry();
    private static final Set<String> CODES = codes(ALL);

    private final Neo4jClient graph;

    public Regions(Neo4jClient graph) {
        this.graph = graph;
    }

    private static Set<String> codes(List<Region> regions) {
        return regions.stream().map(Region::code).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * {@return whether there is such a region in the city, or above it: those that somebody can be
     * made responsible for}
     *
     * @param code 12 digits
     */
    public boolean exists(String code) {
        return CODES_OF_CITY.contains(code);
    }

    /** {@return codes of the city's counties, in their order} */
    public static List<String> counties() {
        return OF_CITY.stream()
                .filter(region -> region.level() == Region.Level.COUNTY)
                .map(Region::code)
                .sorted()
                .toList();
    }

    /**
     * {@return whether somebody can live or be registered there: in the city by the village, else
     * by the county; former codes of the city are none, since nobody would look for people there}
     *
     * @param code 12 digits
     */
    public boolean isPlace(String code) {
        return exists(code)
                || !code.startsWith(CITY) && !code.startsWith(FORMER_CITY) && Divisions.knows(code);
    }

    /**
     * {@return whether there is such a region, of whatever level, today or formerly}
     *
     * @param code 12 digits
     */
    public static boolean isKnown(String code) {
        return CODES.contains(code) || !code.startsWith(CITY) && Divisions.knows(code);
    }

    /**
     * {@return the county of the city that has the code of a number: of one that was issued before
     * it was a city, the county of the same name today; none where there is none}
     *
     * @param digits the first six of an ID number
     */
    public static Optional<String> countyOf(String digits) {
        String code = digits + "000000";
        if (!digits.startsWith(FORMER_CITY)) {
            return counties().stream().filter(code::equals).findFirst();
        }
        return Divisions.all().stream()
                .filter(division -> division.code().equals(code))
                .flatMap(
                        former ->
                                OF_CITY.stream()
                                        .filter(one -> one.level() == Region.Level.COUNTY)
                                        .filter(one -> named(former.name(), one.name())))
                .map(Region::code)
                .findFirst();
    }

    /** A town that became a district kept its name but for the last character. */
    private static boolean named(String former, String today) {
        return former.endsWith(today)
                || former.endsWith(today.substring(0, today.length() - 1) + "市");
    }

    /**
     * {@return the region of the graph that a place is, or lies in}
     *
     * @param place code of 12 digits that {@link #isPlace}
     */
    public static String nearest(String place) {
        for (int length : new int[] {12, 9, 6, 4}) {
            String code = above(place, length);
            if (CODES.contains(code)) {
                return code;
            }
        }
        return above(place, 2);
    }

    /**
     * {@return the code of the region that a place is, or lies in, on one level}
     *
     * @param place code of 12 digits
     * @param digits that the codes of the level tell: 9 of a township, 6 of a county, 4, 2
     */
    public static String above(String place, int digits) {
        return place.substring(0, digits) + "0".repeat(place.length() - digits);
    }

    /** {@return the code of the township that a place is, or lies in} */
    public static String township(String place) {
        return above(place, 9);
    }

    /** {@return the code of the county that a place is, or lies in} */
    public static String county(String place) {
        return above(place, 6);
    }

    /** {@return codes of the place, its township and its county, each once, itself the first} */
    public static List<String> upToCounty(String place) {
        return lying(place, 9, 6);
    }

    /** {@return the same, with its city and its province} */
    public static List<String> upToProvince(String place) {
        return lying(place, 9, 6, 4, 2);
    }

    private static List<String> lying(String place, int... levels) {
        return Stream.concat(
                        Stream.of(place),
                        IntStream.of(levels).mapToObj(digits -> above(place, digits)))
                .distinct()
                .toList();
    }

    /**
     * {@return whether the region is the whole city or more}
     *
     * @param code 12 digits
     */
    public boolean whole(String code) {
        return WHOLE.contains(code);
    }

    /**
     * {@return whether the region is what the city lies in}
     *
     * @param code 12 digits
     */
    public static boolean aboveCity(String code) {
        return code.equals(PROVINCE);
    }

    /**
     * {@return the digits that the codes of the region and of all below it start with (GB/T 2260,
     * GB/T 10114: two for the province, two, two, three, three)}
     *
     * @param code 12 digits
     */
    public static String prefix(String code) {
        for (int length : new int[] {2, 4, 6, 9}) {
            if (code.substring(length).chars().allMatch(digit -> digit == '0')) {
                return code.substring(0, length);
            }
        }
        return code;
    }

    /**
     * Once the graph's constraints are there, and before anybody calls; the topmost region says
     * which hierarchy the graph has.
     */
    @Override
    public void afterSingletonsInstantiated() {
        Map<String, Object> mark =
                Map.of("top", PROVINCE, "hierarchy", Digests.hex(ALL.toString()));
        if (!graph.query(LOADED).bindAll(mark).fetchAs(Boolean.class).one().orElse(false)) {
            graph.query(LOAD).bind(ALL.stream().map(Regions::row).toList()).to("regions").run();
            graph.query(MARK_LOADED).bindAll(mark).run();
        }
    }

    private static Map<String, Object> row(Region region) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", Ids.next('G'));
        row.put("code", region.code());
        row.put("name", region.name());
        row.put("level", region.level().name());
        row.put("levelWord", region.levelWord());
        row.put("parent", region.parent());
        return row;
    }

    /** From the top down, so that what is above exists already. */
    private static List<Region> ofCity() {
        List<Region> regions = new ArrayList<>();
        regions.add(new Region(PROVINCE, "内蒙古自治区", Region.Level.PROVINCE, null));
        regions.add(new Region(PREFECTURE, "乌兰察布市", Region.Level.PREFECTURE, PROVINCE));
        read("areas", Region.Level.COUNTY, "cityCode", regions);
        read("streets", Region.Level.TOWNSHIP, "areaCode", regions);
        read("villages", Region.Level.VILLAGE, "streetCode", regions);
        return regions;
    }

    private static List<Region> withRestOfCountry() {
        List<Region> regions = new ArrayList<>(OF_CITY);
        Divisions.all().stream()
                .filter(Divisions.Division::current)
                .filter(division -> !CODES_OF_CITY.contains(division.code()))
                .map(
                        division ->
                                new Region(
                                        division.code(),
                                        division.name(),
                                        Region.Level.valueOf(division.level()),
                                        division.parent()))
                .forEach(regions::add);
        return regions;
    }

    private static void read(String file, Region.Level level, String parent, List<Region> regions) {
        var source = new ClassPathResource("regions/ulanqab_" + file + ".csv");
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(source.getInputStream())) {
            for (NamedCsvRecord row : rows) {
                regions.add(
                        new Region(
                                padded(row.getField("code")),
                                row.getField("name"),
                                level,
                                padded(row.getField(parent))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String padded(String code) {
        return code + "0".repeat(12 - code.length());
    }
}
