package org.lianji.decision;

import org.jspecify.annotations.Nullable;
import org.lianji.decision.Library.Kind;
import org.lianji.decision.Library.Part;
import org.lianji.decision.Rule.Reasoned;
import org.lianji.decision.World.Basis;
import org.lianji.decision.World.Fact;
import org.lianji.decision.World.Human;
import org.lianji.decision.World.Tie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Changes a world and its agreements where one caller may not look: whatever change leaves their
 * view as it was is made.
 */
final class Twin {

    private final Dice dice;
    private final Reasoned by;
    private final List<String> view;
    private final Map<String, Integer> changes = new TreeMap<>();
    private World world;
    private List<Deal> deals;

    Twin(Dice dice, World world, List<Deal> deals, Reasoned by) {
        this.dice = dice;
        this.by = by;
        this.world = world;
        this.deals = deals;
        this.view = View.of(Library.sdl(), world, deals, by);
        for (int i = 0; i < 12; i++) {
            attempt("values", this::otherValue);
            attempt("records added", this::moreFacts);
            attempt("records removed", this::fewerFacts);
            attempt("subjects", this::otherSubject);
            attempt("relations added", this::moreTies);
            attempt("relations removed", this::fewerTies);
            attempt("relations dated", this::otherDates);
            attempt("bases", this::otherBasis);
            attempt("people added", this::morePeople);
            attempt("people removed", this::fewerPeople);
            attempt("agreements", this::otherDeals);
        }
    }

    World world() {
        return world;
    }

    List<Deal> deals() {
        return deals;
    }

    /** {@return how many changes of each kind were made} */
    Map<String, Integer> changes() {
        return changes;
    }

    private void attempt(String name, Runnable change) {
        World before = world;
        List<Deal> agreed = deals;
        change.run();
        if (before == world && agreed == deals) {
            return;
        }
        if (sameDecision(agreed) && View.of(Library.sdl(), world, deals, by).equals(view)) {
            changes.merge(name, 1, Integer::sum);
        } else {
            world = before;
            deals = agreed;
        }
    }

    /** What is told of withheld items follows from one's own agreements, whomever they concern. */
    private boolean sameDecision(List<Deal> before) {
        return own(before).equals(own(deals));
    }

    private List<Deal> own(List<Deal> some) {
        return some.stream()
                .filter(deal -> deal.consumer().equals(by.asker().department()))
                .toList();
    }

    private void otherValue() {
        Fact fact = dice.one(world.facts());
        Kind kind = Library.sdl().kind(fact.category());
        Part part = dice.one(kind.parts());
        Map<String, Object> values = new LinkedHashMap<>(fact.values());
        if (dice.chance(0.2)) {
            values.remove(part.name());
        } else {
            values.put(part.name(), new WorldDice(dice, world.now()).of(world).value(part));
        }
        facts(one -> one == fact ? with(fact, fact.person(), values) : one);
    }

    private void otherSubject() {
        Fact fact = dice.one(world.facts());
        if (fact.person() != null) {
            facts(
                    one ->
                            one == fact
                                    ? with(fact, dice.one(world.humans()).id(), fact.values())
                                    : one);
        }
    }

    private static Fact with(Fact fact, @Nullable String person, Map<String, Object> values) {
        return new Fact(
                fact.label(),
                fact.id(),
                fact.category(),
                fact.recordNo(),
                fact.observedAt(),
                person,
                fact.home(),
                fact.fields(),
                values);
    }

    private void facts(UnaryOperator<Fact> change) {
        world =
                new World(
                        world.now(),
                        world.humans(),
                        world.homes(),
                        world.facts().stream().map(change).toList(),
                        world.ties(),
                        world.bases());
    }

    private void moreFacts() {
        world = new WorldDice(dice, world.now()).of(world).more(dice.one(world.humans()));
    }

    private void fewerFacts() {
        Fact fact = dice.one(world.facts());
        world = kept(_ -> true, one -> one != fact, tie -> !tie.record().equals(fact.id()));
    }

    private World kept(Predicate<Human> humans, Predicate<Fact> facts, Predicate<Tie> ties) {
        return new World(
                world.now(),
                world.humans().stream().filter(humans).toList(),
                world.homes(),
                world.facts().stream().filter(facts).toList(),
                world.ties().stream().filter(ties).toList(),
                world.bases());
    }

    private void moreTies() {
        Tie tie = dice.one(world.ties());
        boolean ofHome = tie.type().equals("LIVES_IN");
        String start = ofHome ? dice.one(world.homes()).id() : dice.one(world.humans()).id();
        List<Tie> ties = new ArrayList<>(world.ties());
        LocalDate from = dice.day(world.today().minusYears(9), world.today().plusDays(9));
        ties.add(
                new Tie(
                        tie.type(),
                        start,
                        tie.end(),
                        tie.detail(),
                        tie.category(),
                        tie.record(),
                        from,
                        dice.chance(0.6) ? null : world.today().plusDays(dice.below(100))));
        ties(ties);
    }

    private void fewerTies() {
        Tie tie = dice.one(world.ties());
        ties(world.ties().stream().filter(one -> one != tie).toList());
    }

    private void otherDates() {
        Tie tie = dice.one(world.ties());
        Tie other =
                new Tie(
                        tie.type(),
                        tie.start(),
                        tie.end(),
                        tie.detail(),
                        tie.category(),
                        tie.record(),
                        tie.from() == null ? null : tie.from().minusDays(dice.between(1, 300)),
                        dice.chance(0.5) ? null : world.today().minusDays(dice.below(300)));
        ties(world.ties().stream().map(one -> one == tie ? other : one).toList());
    }

    private void ties(List<Tie> some) {
        List<Tie> ties =
                some.stream()
                        .filter(
                                tie ->
                                        tie.from() == null
                                                || tie.to() == null
                                                || tie.from().isBefore(tie.to()))
                        .toList();
        world =
                new World(
                        world.now(),
                        world.humans(),
                        world.homes(),
                        world.facts(),
                        ties,
                        world.bases());
    }

    private void otherBasis() {
        Basis basis = dice.one(world.bases());
        String department = dice.one(WorldDice.DEPARTMENTS);
        Basis other =
                new Basis(
                        basis.id(),
                        basis.kind(),
                        List.of(dice.one("A", "B", "C", "D", "E")),
                        department,
                        basis.region(),
                        basis.opened(),
                        basis.until(),
                        dice.chance(0.5) ? null : world.now().minusDays(1),
                        dice.each(world.humans().stream().map(Human::id).toList(), 0.5),
                        dice.each(world.homes().stream().map(World.Home::id).toList(), 0.3),
                        basis.covers(),
                        List.of(new World.Party(department, null, null, null)));
        bases(
                world.humans(),
                world.bases().stream().map(one -> one == basis ? other : one).toList());
    }

    private void bases(List<Human> humans, List<Basis> bases) {
        world = new World(world.now(), humans, world.homes(), world.facts(), world.ties(), bases);
    }

    private void morePeople() {
        Human human =
                new Human(
                        dice.id('P'),
                        dice.idNumber(dice.day(world.today().minusYears(80), world.today())));
        List<Human> humans = new ArrayList<>(world.humans());
        if (world.numbered(human.idNumber()).isEmpty()) {
            humans.add(human);
            bases(humans, world.bases());
            world = new WorldDice(dice, world.now()).of(world).more(human);
        }
    }

    private void fewerPeople() {
        Human human = dice.one(world.humans());
        String id = human.id();
        if (!id.equals(World.CITIZEN)) {
            world =
                    kept(
                            one -> one != human,
                            fact -> !id.equals(fact.person()),
                            tie -> !id.equals(tie.start()) && !id.equals(tie.end()));
            bases(world.humans(), world.bases().stream().map(basis -> without(basis, id)).toList());
        }
    }

    private static Basis without(Basis basis, String human) {
        Set<String> concerns = new LinkedHashSet<>(basis.concerns());
        concerns.remove(human);
        return basis.about(concerns, basis.homes(), basis.covers());
    }

    private void otherDeals() {
        List<Deal> more = new ArrayList<>(new PolicyDice(dice, world.today()).deals());
        more.removeIf(deal -> deal.consumer().equals(by.asker().department()));
        more.addAll(own(deals));
        deals = more;
    }
}
