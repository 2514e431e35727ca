package org.lianji.decision;

import org.jspecify.annotations.Nullable;
import org.lianji.decision.Library.Kind;
import org.lianji.decision.Library.Part;
import org.lianji.decision.World.Basis;
import org.lianji.decision.World.Fact;
import org.lianji.decision.World.Home;
import org.lianji.decision.World.Human;
import org.lianji.decision.World.Tie;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes worlds in which every case of the rule occurs. */
final class WorldDice {

    /** Categories of all attributes, levels, subjects and roles. */
    static final List<String> CATEGORIES =
            List.of(
                    "CL01", "GA01", "GA03", "GA04", "JY04", "MZ01", "MZ02", "MZ03", "MZ05", "MZ06",
                    "MZ07", "MZ10", "MZ13", "NM01", "SJ01", "WJ01", "WJ04", "YB03", "ZJ01", "ZR01");

    static final List<String> DEPARTMENTS =
            List.of("MZ", "GA", "CL", "WJ", "JY", "NM", "SJ", "YB", "ZJ", "ZR");

    private static final LocalDate LONG_AGO = LocalDate.of(1905, 1, 1);

    private final Dice dice;
    private int matters;
    private final Library library = Library.sdl();
    private final OffsetDateTime now;
    private final LocalDate today;
    private final List<Human> humans = new ArrayList<>();
    private final List<Home> homes = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();
    private final List<Basis> bases = new ArrayList<>();
    private final Set<Object> used = new HashSet<>();

    WorldDice(Dice dice, OffsetDateTime now) {
        this.dice = dice;
        this.now = now;
        this.today = now.toLocalDate();
    }

    World world() {
        people();
        homes();
        for (Human human : humans) {
            for (String code : CATEGORIES) {
                Kind kind = library.kind(code);
                if (!kind.aboutNoOne() && dice.chance(code.equals("GA01") ? 0.8 : 0.3)) {
                    fact(kind, human, "Record");
                    olderVersions(kind, facts.getLast());
                    if (dice.chance(0.2)) {
                        fact(kind, human, dice.one("Record", "Superseded", "Withdrawn"));
                    }
                }
            }
            dwelling(human);
        }
        wards();
        unlinked();
        bases();
        return new World(now, humans, homes, facts, ties, bases);
    }

    /** Goes on with a world that is there. */
    WorldDice of(World world) {
        humans.addAll(world.humans());
        homes.addAll(world.homes());
        facts.addAll(world.facts());
        ties.addAll(world.ties());
        bases.addAll(world.bases());
        world.facts().forEach(fact -> used.add(fact.observedAt()));
        return this;
    }

    /** {@return the world with one more record about somebody} */
    World more(Human human) {
        Kind kind = library.kind(dice.one(CATEGORIES));
        if (kind.aboutNoOne()) {
            unlinked(library.kind("MZ01"));
        } else {
            fact(kind, human, "Record");
        }
        return new World(now, humans, homes, facts, ties, bases);
    }

    private void people() {
        humans.add(new Human(World.CITIZEN, World.CITIZEN_NUMBER));
        List<LocalDate> births =
                new ArrayList<>(
                        List.of(
                                today.minusYears(14),
                                today.minusYears(14).plusDays(1),
                                today.minusYears(14).minusDays(1),
                                today.minusYears(18),
                                today.minusYears(18).plusDays(1),
                                today));
        for (int i = 0; i < 5; i++) {
            births.add(dice.day(today.minusYears(17), today));
        }
        for (int i = 0; i < 11; i++) {
            births.add(dice.day(today.minusYears(95), today.minusYears(18)));
        }
        for (LocalDate born : births) {
            String number = dice.idNumber(born);
            if (used.add(number)) {
                humans.add(new Human(dice.id('P'), number));
            }
        }
    }

    private void homes() {
        for (int i = 0; i < 4; i++) {
            homes.add(new Home(dice.id('H'), "REGISTERED", "GA", "hk" + dice.text(10)));
            homes.add(new Home(dice.id('H'), "LIVING_TOGETHER", "MZ", "fm" + dice.text(10)));
        }
    }

    private void fact(Kind kind, Human human, String label) {
        Home home = null;
        for (Part part : kind.parts()) {
            if (part.is("household")) {
                home =
                        dice.one(
                                homes.stream()
                                        .filter(one -> one.kind().equals(part.detail()))
                                        .toList());
            }
        }
        boolean aboutHome = kind.subject().equals("HOUSEHOLD");
        Map<String, Object> values = values(kind, home);
        Fact fact = fact(kind, label, human, aboutHome ? home : null, "LINKED", values);
        facts.add(fact);
        relations(kind, fact, human, home);
    }

    /** Of some records, which differ in an item at most from one to the next. */
    private void olderVersions(Kind kind, Fact newest) {
        Dice dice = new Dice(newest.id().hashCode());
        WorldDice others = new WorldDice(dice, now);
        others.humans.addAll(humans);
        others.used.addAll(used);
        Fact after = newest;
        while (dice.chance(0.3)) {
            Map<String, Object> values = new LinkedHashMap<>(after.values());
            Part part = dice.one(kind.parts());
            if (dice.chance(0.8) && !part.is("household") && !part.is("members")) {
                values.put(part.name(), others.value(part));
            }
            after =
                    new Fact(
                            "Superseded",
                            dice.id('R'),
                            newest.category(),
                            newest.recordNo(),
                            after.observedAt().minusSeconds(1 + dice.below(9_000_000)),
                            newest.person(),
                            newest.home(),
                            newest.fields(),
                            values);
            facts.add(after);
        }
    }

    private Fact fact(
            Kind kind,
            String label,
            @Nullable Human human,
            @Nullable Home home,
            String linkage,
            Map<String, Object> values) {
        String recordNo = "n" + dice.text(9);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("linkage", linkage);
        fields.put("department", kind.owner());
        fields.put("batch", dice.id('B'));
        fields.put("receivedAt", moment());
        if (!kind.aboutNoOne()) {
            fields.put("personName", dice.one("阿", "丙", "巴") + dice.text(9));
        }
        if (dice.chance(0.6)) {
            fields.put("validFrom", dice.day(today.minusYears(10), today));
        }
        if (dice.chance(0.2)) {
            fields.put("validTo", dice.day(today, today.plusYears(10)));
        }
        return new Fact(
                label,
                dice.id('R'),
                kind.code(),
                recordNo,
                moment(),
                human == null ? null : human.id(),
                home == null ? null : home.id(),
                fields,
                values);
    }

    /** No two alike, so that the newest is always one. */
    private OffsetDateTime moment() {
        OffsetDateTime moment;
        do {
            moment =
                    now.minusSeconds(dice.below(200_000_000))
                            .withNano(0)
                            .withOffsetSameInstant(ZoneOffset.ofHours(8));
        } while (!used.add(moment));
        return moment;
    }

    private Map<String, Object> values(Kind kind, @Nullable Home home) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Part part : kind.parts()) {
            if (part.is("household") && home != null) {
                values.put(part.name(), home.number());
            } else if (dice.chance(0.85)) {
                values.put(part.name(), value(part));
            }
        }
        return values;
    }

    /** {@return a value for the item, unlike any other where its type allows that} */
    Object value(Part part) {
        if (part.list()) {
            List<Object> list = new ArrayList<>();
            int count = dice.between(1, 3);
            for (int i = 0; i < count; i++) {
                list.add(single(part));
            }
            return new ArrayList<>(new LinkedHashSet<>(list));
        }
        return single(part);
    }

    private Object single(Part part) {
        return switch (part.type()) {
            case "String" -> words(part);
            case "Int" -> (long) dice.between(0, 9);
            case "Float" -> dice.between(0, 400_000) / 1000.0;
            case "Boolean" -> dice.chance(0.5);
            case "Money" -> money();
            case "Date" -> day();
            case "DateTime" -> moment();
            case "YearMonth" ->
                    "%04d-%02d".formatted(dice.between(1950, 2026), dice.between(1, 12));
            case "RegionCode" -> dice.one(Places.SAID);
            case "UnifiedCode" -> dice.unifiedCode();
            case "IdNumber" -> dice.one(humans).id();
            case "CertificateNumber" ->
                    dice.one(humans).idNumber() + dice.between(1, 7) + dice.between(1, 4);
            default -> dice.one(part.choices());
        };
    }

    private String words(Part part) {
        return switch (part.name()) {
            case "address" -> "内蒙古兴和县" + dice.text(10);
            case "plateTail" -> dice.text(9);
            default ->
                    dice.one("阿", "丙", "巴")
                            + (part.key() ? "" : dice.one("", "·", "•", "・", "‧", "･"))
                            + dice.text(part.key() ? 9 : dice.one(1, 9));
        };
    }

    private long money() {
        long fen;
        do {
            fen =
                    dice.chance(0.1)
                            ? 100L * dice.one(0, 499, 500, 501, 1000, 2000, 10_000, 1_000_000)
                            : 100_000L + dice.below(dice.one(150_000, 2_000_000, 200_000_000));
        } while (fen % 100 != 0 && !used.add(fen));
        return fen;
    }

    private LocalDate day() {
        return dice.day(LONG_AGO, today);
    }

    private void relations(Kind kind, Fact fact, Human human, @Nullable Home home) {
        LocalDate from = from();
        LocalDate to = fact.label().equals("Record") ? to(from) : dice.day(LONG_AGO, today);
        for (Part part : kind.parts()) {
            Object value = fact.values().get(part.name());
            if (value == null) {
                continue;
            }
            switch (part.role()) {
                case "household" -> members(kind, fact, human, home, part, from, to);
                case "place" -> {
                    String type =
                            part.detail().equals("REGISTRATION") ? "REGISTERED_IN" : "RESIDES_IN";
                    String region = Places.known((String) value);
                    tie(type, human.id(), region, null, fact, from, to);
                    if (home != null) {
                        tie("LIVES_IN", home.id(), region, null, fact, from, to);
                    }
                }
                case "supportDuty" ->
                        tie(
                                dice.chance(0.9) ? "SUPPORTS" : "SUPPORT_ENDED",
                                (String) value,
                                human.id(),
                                part.detail(),
                                fact,
                                from,
                                to);
                default -> {}
            }
        }
    }

    private void members(
            Kind kind,
            Fact fact,
            Human human,
            @Nullable Home home,
            Part part,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        if (home == null) {
            return;
        }
        String detail =
                part.relation().isEmpty() ? null : (String) fact.values().get(part.relation());
        tie("MEMBER_OF", human.id(), home.id(), detail, fact, from, to);
        if (kind.subject().equals("HOUSEHOLD")
                && fact.values().get("memberIdNumbers") instanceof List<?> members) {
            for (Object member : members) {
                if (!member.equals(human.id())) {
                    tie("MEMBER_OF", (String) member, home.id(), null, fact, from, to);
                }
            }
        }
    }

    /**
     * No two of a kind start together between the same two, so that the latest is always one; and
     * none ends before it starts.
     */
    private void tie(
            String type,
            String start,
            String end,
            @Nullable String detail,
            Fact fact,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        boolean alone =
                type.equals("REGISTERED_IN")
                        || type.equals("RESIDES_IN")
                        || type.equals("LIVES_IN");
        if ((from == null || to == null || from.isBefore(to))
                && used.add(List.of(type, start, alone ? "" : end, String.valueOf(from)))) {
            ties.add(new Tie(type, start, end, detail, fact.category(), fact.id(), from, to));
            earlier(ties.getLast());
        }
    }

    /** As an older version of the same record made it, until that day. */
    private void earlier(Tie tie) {
        LocalDate to = tie.from();
        Dice own = new Dice(tie.hashCode());
        if (to == null || !own.chance(0.2)) {
            return;
        }
        LocalDate from = to.minusDays(own.between(1, 900));
        boolean other = tie.type().equals("MEMBER_OF") && own.chance(0.3);
        if (used.add(List.of(tie.type(), tie.start(), tie.end(), String.valueOf(from)))) {
            ties.add(
                    new Tie(
                            tie.type(),
                            tie.start(),
                            tie.end(),
                            other ? null : tie.detail(),
                            tie.category(),
                            tie.record(),
                            from,
                            to));
        }
    }

    private @Nullable LocalDate from() {
        return dice.chance(0.1)
                ? null
                : dice.chance(0.1)
                        ? today
                        : dice.chance(0.1)
                                ? dice.day(today.plusDays(1), today.plusYears(1))
                                : dice.day(today.minusYears(20), today.minusDays(1));
    }

    private @Nullable LocalDate to(@Nullable LocalDate from) {
        if (from != null && from.isAfter(today)) {
            return null;
        }
        return dice.chance(0.65)
                ? null
                : dice.chance(0.3)
                        ? today
                        : dice.chance(0.4)
                                ? dice.day(today.plusDays(1), today.plusYears(1))
                                : dice.day(today.minusYears(5), today.minusDays(1));
    }

    /** Most people live somewhere, whatever their records say. */
    private void dwelling(Human human) {
        if (dice.chance(0.85)) {
            Fact fact = fact(library.kind("GA01"), "Record", null, null, "LINKED", Map.of());
            tie(
                    dice.one("REGISTERED_IN", "RESIDES_IN"),
                    human.id(),
                    dice.one(Places.ALL),
                    null,
                    fact,
                    dice.day(today.minusYears(30), today.minusYears(20)),
                    null);
        }
    }

    private void wards() {
        Fact fact = fact(library.kind("MZ07"), "Record", null, null, "LINKED", Map.of());
        for (Human human : dice.some(humans.subList(1, 12), 3, 5)) {
            LocalDate from = from();
            tie(
                    "SUPPORTS",
                    World.CITIZEN,
                    human.id(),
                    dice.one("GUARDIAN", "GUARDIAN", "GUARDIAN", "CARE"),
                    fact,
                    from,
                    to(from));
        }
    }

    private void unlinked() {
        for (String code : CATEGORIES) {
            Kind kind = library.kind(code);
            int count = kind.aboutNoOne() ? 6 : dice.between(0, 2);
            for (int i = 0; i < count; i++) {
                unlinked(kind);
            }
        }
    }

    private void unlinked(Kind kind) {
        String linkage = kind.aboutNoOne() ? "GENERAL" : "TO_REVIEW";
        facts.add(fact(kind, "Record", null, null, linkage, values(kind, null)));
    }

    private void bases() {
        List<String> ids = humans.stream().map(Human::id).toList();
        for (String department : DEPARTMENTS) {
            for (String purpose : List.of("A", "B", "C", "D", "E")) {
                for (char kind : "CEV".toCharArray()) {
                    if (kind != 'E' || purpose.equals("D") || dice.chance(0.1)) {
                        bases.add(basis(kind, department, purpose, ids));
                    }
                }
            }
        }
    }

    private Basis basis(char kind, String department, String purpose, List<String> ids) {
        boolean expired = dice.chance(0.08);
        boolean flow = kind == 'C' && dice.chance(0.5);
        return new Basis(
                dice.id(kind),
                switch (kind) {
                    case 'C' -> dice.one("CASE", "WARNING", "SERVICE_ORDER");
                    case 'E' -> "EMERGENCY";
                    default -> dice.one("REVIEW_PLAN", "COMPARISON_RUN");
                },
                flow
                        ? Stream.of(purpose, dice.one("A", "B", "C", "D", "E")).distinct().toList()
                        : List.of(purpose),
                department,
                dice.one(Places.CITY, Places.COUNTY, Places.TOWN),
                now.minusDays(dice.between(1, 100)),
                expired
                        ? now.minusSeconds(dice.between(1, 1_000_000))
                        : now.plus(Duration.ofHours(dice.between(2, 1000))),
                dice.chance(0.08) ? now.minusSeconds(dice.between(1, 80_000)) : null,
                dice.each(ids, flow ? 0.3 : 0.6),
                kind == 'E'
                        ? Set.of()
                        : dice.each(homes.stream().map(World.Home::id).toList(), 0.3),
                kind == 'V' ? new LinkedHashSet<>(dice.some(Places.ALL, 1, 2)) : Set.of(),
                flow
                        ? parties(department)
                        : List.of(new World.Party(department, null, null, null)));
    }

    private List<World.Party> parties(String department) {
        return Stream.concat(
                        Stream.of(department, department, dice.one(DEPARTMENTS)).map(this::party),
                        sent(department))
                .toList();
    }

    /** Of one matter in two somebody was sent to the door, as what they are or as another. */
    private Stream<World.Party> sent(String department) {
        matters++;
        return department.equals("MZ") && matters % 2 == 0
                ? Stream.of(Asker.CADRE, Asker.ASSISTANT, Asker.SOCIAL_WORKER)
                        .map(
                                one ->
                                        new World.Party(
                                                department,
                                                one.client(),
                                                matters % 3 == 0 ? "ASSISTANT" : one.role(),
                                                null))
                : Stream.of();
    }

    private World.Party party(String department) {
        String clients = department.toLowerCase(Locale.ROOT);
        return new World.Party(
                department,
                dice.chance(0.4) ? clients + dice.one("", "-county", "-town") : null,
                dice.chance(0.2) ? dice.one("SYSTEM", "COUNTY_OFFICER", "TOWN_OFFICER") : null,
                dice.chance(0.2) ? now.plusHours(dice.between(-5, 50)) : null);
    }
}
