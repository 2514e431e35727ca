package org.lianji.decision;

import org.lianji.decision.Library.Kind;
import org.lianji.decision.Library.Part;
import org.lianji.decision.World.Fact;
import org.lianji.decision.World.Home;
import org.lianji.decision.World.Human;
import org.lianji.decision.World.Tie;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Everything that a caller may know of a world for one reason: a line for each fact of it. */
final class View {

    private final Library library;
    private static final Set<String> OWNERS = Set.of("personName", "receivedAt", "batch");

    private final World world;
    private final Rule rule;
    private final Set<String> lines = new TreeSet<>();
    private final Set<Human> humans = new LinkedHashSet<>();
    private final Set<Home> homes = new LinkedHashSet<>();

    private View(Library library, World world, List<Deal> deals, Rule.Reasoned by) {
        this.library = library;
        this.world = world;
        this.rule = new Rule(library, world, deals, by);
    }

    /** {@return the lines in order} */
    static List<String> of(Library library, World world, List<Deal> deals, Rule.Reasoned by) {
        View view = new View(library, world, deals, by);
        view.look();
        return new ArrayList<>(view.lines);
    }

    private void look() {
        if (rule.refusal().isEmpty()) {
            world.humans().stream().filter(rule::exists).forEach(this::exists);
            world.homes().stream().filter(rule::exists).forEach(this::exists);
            world.ties().stream().filter(rule::everExists).forEach(this::look);
            world.ties("LIVES_IN").forEach(this::lookAtHome);
            humans.forEach(
                    human -> lines.add("person " + human.id() + Masks.idNumber(human.idNumber())));
            homes.forEach(home -> lines.add(home.toString()));
        }
        world.facts().stream()
                .filter(rule::exists)
                .filter(
                        fact ->
                                rule.refusal().isEmpty()
                                        || library.kind(fact.category()).aboutNoOne())
                .forEach(this::look);
    }

    private void exists(Human human) {
        humans.add(human);
        lines.add("exists " + human.id());
    }

    private void exists(Home home) {
        homes.add(home);
        lines.add("exists " + home.id());
    }

    private void look(Tie tie) {
        world.human(tie.start()).ifPresent(humans::add);
        world.human(tie.end()).ifPresent(humans::add);
        world.home(tie.end()).ifPresent(homes::add);
        String detail =
                tie.type().equals("MEMBER_OF")
                        ? rule.relation(tie, world.human(tie.start()).orElseThrow())
                        : tie.detail();
        lines.add(
                "tie %s %s %s %s %s %s %s"
                        .formatted(
                                tie.type(),
                                tie.start(),
                                tie.end(),
                                detail,
                                tie.category(),
                                rule.since(tie),
                                rule.until(tie)));
    }

    private void lookAtHome(Tie tie) {
        if (rule.tellsWhere(tie)
                && homes.stream().anyMatch(home -> home.id().equals(tie.start()))) {
            lines.add(
                    "home "
                            + tie.start()
                            + " "
                            + tie.end()
                            + " "
                            + rule.since(tie)
                            + tie.category());
        }
    }

    private void look(Fact fact) {
        Kind kind = library.kind(fact.category());
        StringBuilder line =
                new StringBuilder("record ")
                        .append(fact.id())
                        .append(' ')
                        .append(fact.key())
                        .append(' ')
                        .append(rule.seenAt(fact))
                        .append(' ')
                        .append(fact.person())
                        .append(' ')
                        .append(world.home(fact.home()).filter(rule::exists));
        fact.fields()
                .forEach(
                        (name, value) -> {
                            if (!OWNERS.contains(name) || rule.all(kind)) {
                                line.append(' ').append(name).append('=').append(value);
                            }
                        });
        for (Part part : kind.parts()) {
            Object value = rule.shown(fact, part.name());
            line.append(' ')
                    .append(part.name())
                    .append(rule.compared(fact, part.name()) == null ? "~" : "=")
                    .append(value);
            if (value != null && part.type().equals("CertificateNumber")) {
                line.append(" of ").append(fact.values().get(part.name()));
            }
            if (value != null && part.type().equals("IdNumber")) {
                known(value);
            }
        }
        lines.add(line.toString());
    }

    /** Whoever has the number can ask whether a token is of it. */
    private void known(Object value) {
        List<?> tokens = value instanceof List<?> list ? list : List.of(value);
        tokens.forEach(
                token ->
                        world.human((String) token)
                                .ifPresent(human -> lines.add(human.toString())));
    }
}
