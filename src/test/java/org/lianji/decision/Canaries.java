package org.lianji.decision;

import org.lianji.decision.Library.Kind;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values of a world that occur nowhere else: where one turns up, it came from there. */
final class Canaries {

    private static final Pattern CURSOR = Pattern.compile("ursor\":\"([\\w-]{20,})\"");
    private static final int LONG_ENOUGH = 7;

    private Canaries() {}

    /** {@return all of the world's} */
    static Set<String> of(World world) {
        Set<String> canaries = new TreeSet<>();
        world.humans().forEach(human -> canaries.addAll(List.of(human.id(), human.idNumber())));
        world.homes().forEach(home -> canaries.addAll(List.of(home.id(), home.number())));
        world.facts()
                .forEach(
                        fact -> {
                            Kind kind = Library.sdl().kind(fact.category());
                            canaries.addAll(List.of(fact.id(), fact.recordNo()));
                            add(canaries, "String", fact.fields().get("personName"));
                            add(canaries, "String", fact.fields().get("batch"));
                            fact.values()
                                    .forEach(
                                            (name, value) ->
                                                    add(canaries, kind.part(name).type(), value));
                        });
        return canaries;
    }

    private static void add(Set<String> canaries, String type, Object value) {
        switch (value) {
            case List<?> list -> list.forEach(one -> add(canaries, type, one));
            case Long fen when type.equals("Money") -> {
                canary(canaries, BigDecimal.valueOf(fen, 2).toPlainString());
                canary(canaries, fen.toString());
            }
            case String text when type.equals("String") || type.equals("UnifiedCode") ->
                    canary(canaries, text);
            case null, default -> {}
        }
    }

    private static void canary(Set<String> canaries, String text) {
        if (text.length() >= LONG_ENOUGH && !text.endsWith("0000")) {
            canaries.add(text);
        }
    }

    /**
     * {@return those of the world that nothing in the view holds, and all whole ID numbers}
     *
     * @param view what a caller may know
     */
    static Set<String> hidden(World world, List<String> view) {
        String known = String.join("\n", view);
        Set<String> hidden =
                of(world).stream()
                        .filter(canary -> !known.contains(canary.replace(".", "")))
                        .collect(Collectors.toCollection(TreeSet::new));
        world.humans().forEach(human -> hidden.add(human.idNumber()));
        return hidden;
    }

    /** {@return those that turn up in the text, or in a cursor in it} */
    static List<String> in(String text, Collection<String> canaries) {
        StringBuilder all = new StringBuilder(text);
        Matcher cursor = CURSOR.matcher(text);
        while (cursor.find()) {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor.group(1));
            all.append('\n').append(new String(bytes, StandardCharsets.UTF_8));
        }
        String whole = all.toString();
        return canaries.stream().filter(whole::contains).toList();
    }
}
