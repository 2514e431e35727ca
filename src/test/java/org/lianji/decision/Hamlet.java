package org.lianji.decision;

import org.jspecify.annotations.Nullable;
import org.lianji.decision.World.Basis;
import org.lianji.decision.World.Fact;
import org.lianji.decision.World.Home;
import org.lianji.decision.World.Human;
import org.lianji.decision.World.Tie;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A world small enough to be known by heart: a grandmother and her grandchild in one county, her
 * carer in the next, a stranger; the home of the two; what four departments know of them.
 */
final class Hamlet {

    static final String GRANDMOTHER = "Pgrandmother0000000000A";
    static final String CHILD = "Pchild0000000000000000A";
    static final String CARER = "Pcarer0000000000000000A";
    static final String STRANGER = "Pstranger0000000000000A";
    static final String FAMILY = "Hfamily000000000000000A";
    static final String HUKOU = "Hhukou0000000000000000A";
    static final String CASE = "Ccase00000000000000000A";
    static final String OTHERS_CASE = "Cothers0000000000000000";
    static final String MEDICAL_CASE = "Cmedical00000000000000A";
    static final String RELIEF = "Crelief00000000000000A";
    static final String EMERGENCY = "Eemergency000000000001A";
    static final String PLAN = "Vplan00000000000000000A";

    static final Asker CIVIL = Asker.system("MZ");
    static final Asker MEDICAL = Asker.system("YB");

    private final OffsetDateTime now;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();

    private Hamlet(OffsetDateTime now) {
        this.now = now;
    }

    static World world(OffsetDateTime now) {
        return new Hamlet(now).world();
    }

    static String number(String born) {
        return new Dice(born.hashCode()).idNumber(LocalDate.parse(born));
    }

    private World world() {
        List<Human> humans =
                List.of(
                        new Human(World.CITIZEN, World.CITIZEN_NUMBER),
                        new Human(GRANDMOTHER, number("1956-03-12")),
                        new Human(CHILD, number(now.toLocalDate().minusYears(9).toString())),
                        new Human(CARER, number("1988-07-04")),
                        new Human(STRANGER, number("1970-01-01")));
        List<Home> homes =
                List.of(
                        new Home(FAMILY, "LIVING_TOGETHER", "MZ", "fm-1"),
                        new Home(HUKOU, "REGISTERED", "GA", "hk-1"));
        family();
        records();
        return new World(now, humans, homes, facts, ties, bases());
    }

    private void family() {
        lives(GRANDMOTHER, Places.VILLAGE);
        lives(CHILD, Places.VILLAGE);
        lives(CARER, Places.OTHER_VILLAGE);
        lives(STRANGER, Places.OTHER_VILLAGE);
        for (String human : List.of(GRANDMOTHER, CARER, STRANGER)) {
            ties.add(tie("MEMBER_OF", human, FAMILY, null, "MZ01"));
            ties.add(tie("MEMBER_OF", human, HUKOU, "HEAD", "GA01"));
        }
        ties.add(tie("SUPPORTS", CARER, GRANDMOTHER, "CARE", "MZ02"));
        ties.add(tie("SUPPORTS", GRANDMOTHER, CHILD, "GUARDIAN", "MZ07"));
    }

    private void records() {
        record("MZ01", GRANDMOTHER, FAMILY, "monthlyAmount", 71234L, "status", "ACTIVE");
        record("MZ01", STRANGER, FAMILY, "monthlyAmount", 55555L, "status", "ACTIVE");
        record("MZ02", GRANDMOTHER, null, "basicAmount", 93411L, "caregiverIdNo", CARER);
        record("MZ07", CHILD, null, "guardianIdNo", GRANDMOTHER, "harmType", "NEGLECT");
        record("GA01", GRANDMOTHER, null, "name", "阿某某", "hukouNo", "hk-1", "sex", "FEMALE");
        record("GA01", CHILD, null, "name", "丙某某", "hukouNo", "hk-1", "sex", "MALE");
        record("GA01", STRANGER, null, "name", "丁某某", "hukouNo", "hk-1", "sex", "MALE");
        record("YB03", GRANDMOTHER, null, "selfPayTotal", 4_100_000L, "threshold", 500_000L);
        record("YB03", CARER, null, "selfPayTotal", 7_300_000L, "threshold", 600_000L);
        record("YB03", STRANGER, null, "selfPayTotal", 5_200_000L, "threshold", 700_000L);
        record("YB03", STRANGER, null, "threshold", 800_000L, "windowMonths", 6L);
        record("WJ04", GRANDMOTHER, null, "riskGrade", "GRADE_2", "needsCare", true);
        record("ZR01", GRANDMOTHER, null, "address", "内蒙古兴和县某某村", "areaM2", 81.5);
        Fact old = facts.getFirst();
        facts.add(
                new Fact(
                        "Superseded",
                        "Rold000000000000000000A",
                        old.category(),
                        old.recordNo(),
                        old.observedAt().minusYears(1),
                        old.person(),
                        old.home(),
                        old.fields(),
                        Map.of("monthlyAmount", 11111L)));
    }

    private void lives(String human, String region) {
        ties.add(tie("RESIDES_IN", human, region, null, "GA04"));
    }

    private Tie tie(
            String type, String start, String end, @Nullable String detail, String category) {
        return new Tie(
                type, start, end, detail, category, "", now.toLocalDate().minusYears(1), null);
    }

    private void record(String category, String human, @Nullable String home, Object... pairs) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        String number = "n%03d".formatted(facts.size());
        facts.add(
                new Fact(
                        "Record",
                        "Rrecord%s00000000000A".formatted(number),
                        category,
                        number,
                        now.minusDays(100).minusHours(facts.size()).withNano(0),
                        human,
                        home,
                        Map.of(
                                "linkage",
                                "LINKED",
                                "department",
                                category.substring(0, 2),
                                "personName",
                                "戊某" + number),
                        values));
    }

    /** {@return the record of that category about somebody} */
    static String recordOf(World world, String category, String human) {
        return world.records().stream()
                .filter(fact -> fact.category().equals(category) && human.equals(fact.person()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Basis> bases() {
        return List.of(
                basis(CASE, "C", "MZ", Set.of(GRANDMOTHER, CHILD), Set.of()),
                basis(MEDICAL_CASE, "C", "YB", Set.of(GRANDMOTHER), Set.of()),
                basis(OTHERS_CASE, "C", "MZ", Set.of(GRANDMOTHER, CARER, STRANGER), Set.of()),
                basis(RELIEF, "D", "MZ", Set.of(GRANDMOTHER, CARER), Set.of()),
                basis(EMERGENCY, "D", "MZ", Set.of(CARER), Set.of()),
                basis(PLAN, "C", "MZ", Set.of(), Set.of(Places.CITY)));
    }

    private Basis basis(
            String id,
            String purpose,
            String department,
            Set<String> concerns,
            Set<String> covers) {
        return new Basis(
                id,
                covers.isEmpty() ? "WARNING" : "COMPARISON_RUN",
                List.of(purpose),
                department,
                Places.CITY,
                now.minusDays(1),
                now.plusDays(1),
                null,
                concerns,
                Set.of(),
                covers,
                List.of(new World.Party(department, null, null, null)));
    }

    /** {@return an agreement with civil affairs for purpose C; above the level, items masked} */
    static Deal deal(
            LocalDate today, String provider, int level, Set<String> regions, String... items) {
        Map<String, Set<String>> clear = new LinkedHashMap<>();
        Map<String, Set<String>> masked = new LinkedHashMap<>();
        for (String item : items) {
            String code = item.substring(0, 4);
            String name = item.substring(5);
            (Library.sdl().kind(code).part(name).level() > level ? masked : clear)
                    .computeIfAbsent(code, _ -> new java.util.LinkedHashSet<>())
                    .add(name);
        }
        return new Deal(
                "A" + provider + level,
                provider,
                "MZ",
                Set.of("C"),
                clear,
                masked,
                regions,
                level,
                today,
                today,
                "ACTIVE");
    }
}
