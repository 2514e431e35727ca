package org.lianji.decision;

import org.jspecify.annotations.Nullable;
import org.lianji.decision.Library.Kind;
import org.lianji.decision.Library.Part;
import org.lianji.decision.World.Basis;
import org.lianji.decision.World.Fact;
import org.lianji.decision.World.Home;
import org.lianji.decision.World.Human;
import org.lianji.decision.World.Tie;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The page docs/decision.md for one caller with one reason, sentence by sentence. */
final class Rule {

    private static final List<String> OF_A_DEPARTMENT = List.of("A", "B", "C", "D", "E");

    private final Library library;
    private final World world;
    private final List<Deal> deals;

    private final Reasoned by;
    private final Map<String, List<Clause>> clauses = new HashMap<>();
    private final Map<String, Boolean> inSight = new HashMap<>();
    private final Map<String, Boolean> belongs = new HashMap<>();
    private final Map<String, Boolean> under14 = new HashMap<>();

    /**
     * Who asks, and why.
     *
     * @param purpose as stated, or null
     * @param basis as stated, or null
     */
    record Reasoned(Asker asker, @Nullable String purpose, @Nullable String basis) {

        boolean forPurpose(String letter) {
            return letter.equals(purpose);
        }

        boolean basisOf(String letter) {
            return basis != null && basis.startsWith(letter);
        }
    }

    /**
     * @param clear items given in clear
     * @param masked items given masked
     * @param regions about whom; none means everybody
     * @param children whether it covers people under 14
     */
    record Clause(Set<String> clear, Set<String> masked, Set<String> regions, boolean children) {}

    enum Shown {
        CLEAR,
        MASKED,
        HIDDEN
    }

    Rule(Library library, World world, List<Deal> deals, Reasoned by) {
        this.library = library;
        this.world = world;
        this.deals = deals.stream().filter(deal -> deal.inForceOn(world.today())).toList();
        this.by = by;
    }

    // A read states its reason

    /** {@return the code with which a request that reads people is refused, if it is} */
    Optional<String> refusal() {
        Asker asker = by.asker();
        if (asker.role().equals("CHARITY")) {
            return Optional.of("NOT_FOR_CHARITIES");
        }
        if (by.purpose() == null) {
            return Optional.of("PURPOSE_REQUIRED");
        }
        if (!asker.atTheDoor()
                && !List.of("SYSTEM", "COUNTY_OFFICER", "TOWN_OFFICER", "CITIZEN")
                        .contains(asker.role())) {
            return Optional.of("NOT_ALLOWED");
        }
        if (by.forPurpose("H") != asker.citizen()) {
            return Optional.of("PURPOSE_NOT_YOURS");
        }
        if (by.forPurpose("F") || by.forPurpose("G")) {
            return Optional.of("PURPOSE_READS_NO_PERSON");
        }
        if (departmentsPurpose() && by.basis() == null) {
            return Optional.of(asker.atTheDoor() ? "ERRAND_BASIS_REQUIRED" : "BASIS_REQUIRED");
        }
        return Optional.empty();
    }

    /** {@return the code with which a read without a basis in force is refused} */
    String ungrounded() {
        return by.asker().atTheDoor() ? "ERRAND_NOT_IN_FORCE" : "BASIS_NOT_IN_FORCE";
    }

    /** {@return whether there is a basis for what is asked} */
    boolean grounded() {
        return !departmentsPurpose() || basisInForce() != null;
    }

    private boolean departmentsPurpose() {
        return by.purpose() != null && OF_A_DEPARTMENT.contains(by.purpose());
    }

    /**
     * {@return whether it is a reason of the asker's own; a department's system is its sharing
     * unit's as well, which knows all, and its head judges emergencies}
     */
    boolean knows(Basis basis) {
        Asker asker = by.asker();
        boolean own = basis.client().equals(asker.client());
        return basis.department().equals(asker.department())
                && switch (asker.role()) {
                    case "SYSTEM" -> true;
                    case "SHARING_HEAD" -> basis.kind().equals("EMERGENCY");
                    default -> own;
                };
    }

    // What may be seen of a category

    boolean all(Kind kind) {
        return ownersOf(kind) && !by.asker().atTheDoor();
    }

    private boolean ownersOf(Kind kind) {
        return departmentsPurpose() && kind.owner().equals(by.asker().department());
    }

    List<Clause> clauses(Kind kind) {
        return clauses.computeIfAbsent(
                kind.code(),
                _ -> by.asker().atTheDoor() ? atTheDoor(kind, decide(kind)) : decide(kind));
    }

    private List<Clause> decide(Kind kind) {
        List<Clause> clauses = new ArrayList<>();
        if (by.purpose() == null || !kind.purposes().contains(by.purpose())) {
            return clauses;
        }
        if (!by.asker().department().isEmpty()) {
            Set<String> open = new HashSet<>();
            for (Part part : kind.parts()) {
                if (part.share().equals("UNCONDITIONAL") && part.level() <= 3) {
                    open.add(part.name());
                }
            }
            clauses.add(new Clause(open, Set.of(), Set.of(), false));
        }
        for (Deal deal : deals) {
            if (deal.provider().equals(kind.owner())
                    && deal.consumer().equals(by.asker().department())
                    && deal.purposes().contains(by.purpose())) {
                clauses.add(agreed(kind, deal));
            }
        }
        if (by.basisOf("E") && by.forPurpose("D")) {
            Set<String> urgent = new HashSet<>();
            for (Part part : kind.parts()) {
                if (part.shared() && part.level() <= 3) {
                    urgent.add(part.name());
                }
            }
            clauses.add(new Clause(urgent, Set.of(), Set.of(), true));
        }
        if (by.forPurpose("H")) {
            Set<String> own = new HashSet<>();
            for (Part part : kind.parts()) {
                if (part.shared()) {
                    own.add(part.name());
                }
            }
            clauses.add(new Clause(own, Set.of(), Set.of(), true));
        }
        clauses.removeIf(clause -> clause.clear().isEmpty() && clause.masked().isEmpty());
        return clauses;
    }

    /** What roles see that go to doors: by category, up to which level. */
    private static final Map<String, Map<String, Integer>> AT_THE_DOOR =
            Map.of(
                    "VILLAGE_CADRE", Map.of("GA01", 3, "MZ13", 1),
                    "ASSISTANT", Map.of("GA01", 3, "CL01", 2, "MZ13", 1),
                    "SOCIAL_WORKER", Map.of("GA01", 3, "CL01", 2, "MZ13", 1));

    private List<Clause> atTheDoor(Kind kind, List<Clause> whole) {
        Integer level = AT_THE_DOOR.get(by.asker().role()).get(kind.code());
        if (level == null) {
            return List.of();
        }
        Set<String> reached = new HashSet<>();
        for (Part part : kind.parts()) {
            if (part.level() <= level) {
                reached.add(part.name());
            }
        }
        List<Clause> clauses = new ArrayList<>();
        for (Clause clause :
                ownersOf(kind) ? List.of(new Clause(reached, Set.of(), Set.of(), true)) : whole) {
            Set<String> clear = new HashSet<>(clause.clear());
            clear.retainAll(reached);
            Set<String> masked = new HashSet<>(clause.masked());
            masked.retainAll(reached);
            Set<String> here = here(clause.regions());
            if (!(clear.isEmpty() && masked.isEmpty()) && !here.isEmpty()) {
                clauses.add(new Clause(clear, masked, here, clause.children()));
            }
        }
        return clauses;
    }

    /** {@return of these regions what lies in the asker's, or holds it} */
    private Set<String> here(Set<String> regions) {
        String own = by.asker().region();
        Set<String> here = new HashSet<>();
        if (regions.isEmpty()) {
            here.add(own);
        }
        for (String region : regions) {
            if (Places.within(region, own)) {
                here.add(region);
            } else if (Places.within(own, region)) {
                here.add(own);
            }
        }
        return here;
    }

    private static Clause agreed(Kind kind, Deal deal) {
        Set<String> clear = new HashSet<>();
        Set<String> masked = new HashSet<>();
        Set<String> enoughMasked = deal.masked().getOrDefault(kind.code(), Set.of());
        Set<String> listed = deal.items().getOrDefault(kind.code(), Set.of());
        for (Part part : kind.parts()) {
            String name = part.name();
            boolean veiled = enoughMasked.contains(name);
            if (!part.shared() || !(veiled || listed.contains(name))) {
                continue;
            }
            if (!veiled && part.level() <= deal.level()) {
                clear.add(name);
            } else if (Masks.has(part)) {
                masked.add(name);
            }
        }
        return new Clause(clear, masked, deal.regions(), deal.level() == 4);
    }

    /** {@return whether a condition or an order may name the item} */
    boolean mayCompare(Kind kind, String item) {
        return kind.aboutNoOne()
                || all(kind)
                || clauses(kind).stream().anyMatch(clause -> clause.clear().contains(item));
    }

    // Whom: the path

    boolean inSight(Human human) {
        return inSight.computeIfAbsent(human.id(), _ -> sees(human));
    }

    private boolean sees(Human human) {
        if (by.forPurpose("H")) {
            return human.id().equals(World.CITIZEN) || wardOfTheCitizen(human);
        }
        Basis basis = basisInForce();
        if (basis == null) {
            return false;
        }
        boolean named =
                by.basisOf("V")
                        ? basis.covers().stream().anyMatch(region -> belongs(human, region))
                        : (basis.concerns().contains(human.id()) || ofAHome(basis, human))
                                && basis.sparesFrom(human.id(), world.now())
                                        .filter(from -> !from.isAfter(world.now()))
                                        .isEmpty();
        boolean anywhere =
                by.basisOf("E")
                        ? by.forPurpose("D")
                        : by.basisOf("C")
                                && !by.asker().atTheDoor()
                                && parties(basis).anyMatch(party -> party.client() != null);
        return named && (anywhere || belongs(human, by.asker().region()));
    }

    /** {@return whether it shows that somebody belongs to one of the households today} */
    private boolean ofAHome(Basis basis, Human human) {
        return by.basisOf("C")
                && world.ties("MEMBER_OF").stream()
                        .filter(tie -> tie.start().equals(human.id()))
                        .filter(tie -> basis.homes().contains(tie.end()))
                        .filter(tie -> tie.holdsOn(world.today()))
                        .anyMatch(
                                tie ->
                                        makesClear(
                                                library.kind(tie.category()),
                                                "household",
                                                "",
                                                human));
    }

    private Stream<World.Party> parties(Basis basis) {
        return basis.parties().stream().filter(party -> party.is(by.asker(), world.now()));
    }

    private boolean wardOfTheCitizen(Human human) {
        return human.born().isAfter(world.today().minusYears(18))
                && world.ties("SUPPORTS").stream()
                        .anyMatch(
                                tie ->
                                        "GUARDIAN".equals(tie.detail())
                                                && tie.start().equals(World.CITIZEN)
                                                && tie.end().equals(human.id())
                                                && tie.holdsOn(world.today()));
    }

    private @Nullable Basis basisInForce() {
        for (Basis basis : world.bases()) {
            if (basis.id().equals(by.basis())
                    && parties(basis).findAny().isPresent()
                    && basis.purposes().stream().anyMatch(by::forPurpose)
                    && basis.closed() == null
                    && (!basis.kind().equals("EMERGENCY")
                            || basis.client().equals(by.asker().client()))
                    && basis.until().isAfter(world.now())) {
                return basis;
            }
        }
        return null;
    }

    private boolean wholeCity() {
        return List.of(Places.CITY, Places.PROVINCE).contains(by.asker().region());
    }

    boolean belongs(Human human, String region) {
        return belongs.computeIfAbsent(human.id() + region, _ -> isOf(human, region));
    }

    private boolean isOf(Human human, String region) {
        if (List.of(Places.CITY, Places.PROVINCE).contains(region)) {
            return true;
        }
        return world.ties().stream()
                .filter(tie -> List.of("RESIDES_IN", "REGISTERED_IN").contains(tie.type()))
                .filter(tie -> tie.start().equals(human.id()) && tie.holdsOn(world.today()))
                .anyMatch(tie -> Places.within(tie.end(), region));
    }

    boolean under14(Human human) {
        return under14.computeIfAbsent(
                human.id(), _ -> human.born().isAfter(world.today().minusYears(14)));
    }

    // What exists

    boolean holds(Clause clause, Human human) {
        return (clause.regions().isEmpty()
                        || clause.regions().stream().anyMatch(region -> belongs(human, region)))
                && (clause.children() || !under14(human));
    }

    boolean exists(Fact fact) {
        Kind kind = library.kind(fact.category());
        if (!fact.label().equals("Record")) {
            return false;
        }
        if (kind.aboutNoOne()) {
            return true;
        }
        Human human = world.human(fact.person()).orElse(null);
        if (human == null) {
            return all(kind) && by.basisOf("V") && basisInForce() != null && wholeCity();
        }
        return inSight(human)
                && (all(kind) || clauses(kind).stream().anyMatch(clause -> holds(clause, human)));
    }

    Shown shows(Kind kind, String item, @Nullable Human human) {
        if (all(kind) || kind.aboutNoOne()) {
            return Shown.CLEAR;
        }
        Shown best = Shown.HIDDEN;
        for (Clause clause : clauses(kind)) {
            if (human != null && holds(clause, human)) {
                if (clause.clear().contains(item)) {
                    return Shown.CLEAR;
                }
                if (clause.masked().contains(item)) {
                    best = Shown.MASKED;
                }
            }
        }
        return best;
    }

    /** {@return whether the item shows of somebody, masked or in clear} */
    boolean gives(Kind kind, String item) {
        return all(kind)
                || kind.aboutNoOne()
                || clauses(kind).stream()
                        .anyMatch(
                                clause ->
                                        clause.clear().contains(item)
                                                || clause.masked().contains(item));
    }

    /** {@return an item of a record that exists, as it shows} */
    @Nullable Object shown(Fact fact, String item) {
        Kind kind = library.kind(fact.category());
        Object value = fact.values().get(item);
        if (value == null) {
            return null;
        }
        return switch (shows(kind, item, world.human(fact.person()).orElse(null))) {
            case CLEAR ->
                    kind.part(item).type().equals("CertificateNumber")
                            ? Masks.certificate(value)
                            : value;
            case MASKED -> Masks.mask(kind.part(item), value);
            case HIDDEN -> null;
        };
    }

    /**
     * {@return when a record that exists was seen to be so: its owner knows the newest version, all
     * others since when what they see in clear has been the same}
     */
    OffsetDateTime seenAt(Fact fact) {
        Kind kind = library.kind(fact.category());
        OffsetDateTime since = fact.observedAt();
        if (all(kind)) {
            return since;
        }
        for (Fact older : world.before(fact)) {
            boolean same =
                    Objects.equals(older.fields().get("validFrom"), fact.fields().get("validFrom"))
                            && kind.parts().stream()
                                    .allMatch(
                                            part ->
                                                    Objects.equals(
                                                            clear(older, fact, part),
                                                            clear(fact, fact, part)));
            if (!same) {
                break;
            }
            since = older.observedAt();
        }
        return since;
    }

    private @Nullable Object clear(Fact version, Fact newest, Part part) {
        Human human = world.human(newest.person()).orElse(null);
        return shows(library.kind(newest.category()), part.name(), human) == Shown.CLEAR
                ? version.values().get(part.name())
                : null;
    }

    /** {@return an item of a record that exists, as conditions and orders see it} */
    @Nullable Object compared(Fact fact, String item) {
        Kind kind = library.kind(fact.category());
        return shows(kind, item, world.human(fact.person()).orElse(null)) == Shown.CLEAR
                ? fact.values().get(item)
                : null;
    }

    /** {@return whether a relation that hangs on a person is there on the day} */
    boolean exists(Tie tie, LocalDate day) {
        String role =
                switch (tie.type()) {
                    case "MEMBER_OF" -> "household";
                    case "SUPPORTS" -> "supportDuty";
                    case "REGISTERED_IN", "RESIDES_IN" -> "place";
                    default -> "";
                };
        boolean duty = role.equals("supportDuty");
        Human human = world.human(duty ? tie.end() : tie.start()).orElse(null);
        if (role.isEmpty() || human == null || !tie.holdsOn(day) || !inSight(human)) {
            return false;
        }
        if (duty && !inSight(world.human(tie.start()).orElseThrow())) {
            return false;
        }
        return makesClear(library.kind(tie.category()), role, place(tie), human);
    }

    /** {@return whether the category has items of that role, and all of them show in clear} */
    private boolean makesClear(Kind kind, String role, String place, Human human) {
        List<Part> makers =
                kind.parts().stream()
                        .filter(
                                part ->
                                        part.is(role)
                                                || (role.equals("household") && part.is("members")))
                        .filter(part -> !role.equals("place") || part.detail().equals(place))
                        .toList();
        return !makers.isEmpty()
                && makers.stream().allMatch(part -> shows(kind, part.name(), human) == Shown.CLEAR);
    }

    /** {@return whether the item that says where people are shows in clear of some of them} */
    boolean tellsSomebodysPlace(String place) {
        return library.kinds().values().stream()
                .anyMatch(
                        kind -> {
                            List<Part> makers =
                                    kind.parts().stream()
                                            .filter(part -> part.is("place"))
                                            .filter(part -> part.detail().equals(place))
                                            .toList();
                            return !makers.isEmpty()
                                    && makers.stream()
                                            .allMatch(
                                                    part ->
                                                            all(kind)
                                                                    || clauses(kind).stream()
                                                                            .anyMatch(
                                                                                    clause ->
                                                                                            clause.clear()
                                                                                                    .contains(
                                                                                                            part
                                                                                                                    .name())));
                        });
    }

    /** {@return where somebody is today, as far as it shows} */
    @Nullable String placeOf(@Nullable String person, String type) {
        return world.ties(type).stream()
                .filter(tie -> tie.start().equals(person))
                .filter(tie -> exists(tie, world.today()))
                .min(latestFirst())
                .map(Tie::end)
                .orElse(null);
    }

    private static String place(Tie tie) {
        return tie.type().equals("REGISTERED_IN") ? "REGISTRATION" : "LIVING";
    }

    Comparator<Tie> latestFirst() {
        return Comparator.comparing(this::since, Comparator.nullsLast(Comparator.naturalOrder()))
                .reversed()
                .thenComparing(Tie::category);
    }

    /** {@return since when it has been so without a gap, as far as that shows} */
    @Nullable LocalDate since(Tie tie) {
        LocalDate since = tie.from();
        for (Tie earlier : alike(tie).reversed()) {
            if (since != null && since.equals(earlier.to())) {
                since = earlier.from();
            }
        }
        return since;
    }

    /** {@return until when it is so without a gap} */
    @Nullable LocalDate until(Tie tie) {
        LocalDate until = tie.to();
        for (Tie later : alike(tie)) {
            if (until != null && until.equals(later.from())) {
                until = later.to();
            }
        }
        return until;
    }

    /** By when they begin. */
    private List<Tie> alike(Tie tie) {
        return world.ties(tie.type()).stream()
                .filter(one -> one.start().equals(tie.start()) && one.end().equals(tie.end()))
                .filter(one -> one.category().equals(tie.category()))
                .filter(one -> Objects.equals(told(one), told(tie)))
                .sorted(
                        Comparator.comparing(
                                Tie::from, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private @Nullable String told(Tie tie) {
        return tie.type().equals("MEMBER_OF")
                ? relation(tie, world.human(tie.start()).orElseThrow())
                : tie.detail();
    }

    /** {@return whether a relation is there on some day} */
    boolean everExists(Tie tie) {
        return exists(tie, tie.from() == null ? LocalDate.MIN : tie.from());
    }

    /** {@return how somebody belongs to a household: an item of its own} */
    @Nullable String relation(Tie tie, Human human) {
        Kind kind = library.kind(tie.category());
        boolean clear =
                kind.parts().stream()
                        .filter(part -> part.is("household"))
                        .anyMatch(
                                part ->
                                        part.relation().isEmpty()
                                                || shows(kind, part.relation(), human)
                                                        == Shown.CLEAR);
        return clear ? tie.detail() : null;
    }

    boolean exists(Human human) {
        if (!inSight(human)) {
            return false;
        }
        if (by.forPurpose("H") && human.id().equals(World.CITIZEN)) {
            return true;
        }
        return world.facts().stream()
                        .anyMatch(fact -> human.id().equals(fact.person()) && exists(fact))
                || world.ties().stream()
                        .filter(tie -> List.of("MEMBER_OF", "SUPPORTS").contains(tie.type()))
                        .anyMatch(tie -> tie.start().equals(human.id()) && everExists(tie));
    }

    boolean exists(Home home) {
        return world.ties("MEMBER_OF").stream()
                .anyMatch(tie -> tie.end().equals(home.id()) && everExists(tie));
    }

    /** {@return whether a relation that says where a household is shows} */
    boolean tellsWhere(Tie livesIn) {
        Kind kind = library.kind(livesIn.category());
        return livesIn.holdsOn(world.today())
                && world.ties("MEMBER_OF").stream()
                        .filter(tie -> tie.end().equals(livesIn.start()))
                        .map(tie -> world.human(tie.start()).orElseThrow())
                        .filter(this::inSight)
                        .anyMatch(human -> placeIsClear(kind, human));
    }

    private boolean placeIsClear(Kind kind, Human human) {
        return makesClear(kind, "place", "REGISTRATION", human)
                || makesClear(kind, "place", "LIVING", human);
    }
}
