package org.lianji.bench.city;

import java.util.Optional;
import java.util.Set;

/**
 * Spoils the identity in some rows as clerks and old systems do. The police's register, from which
 * everybody copies, stays clean.
 */
final class Dirt {

    enum Kind {
        MISSING_ID,
        WRONG_DIGIT,
        SWAPPED_DIGITS,
        OLD_15_DIGITS,
        NAME_HOMOPHONE,
        NAME_TRADITIONAL,
        NAME_TRANSLITERATION,
        NAME_WITHOUT_DOT
    }

    record Spoilt(Kind kind, Row row) {}

    private static final Set<String> CLEAN = Set.of("GA01", "GA02");
    private static final Odds KINDS =
            Odds.of(
                    """
                    MISSING_ID 25, WRONG_DIGIT 12, SWAPPED_DIGITS 8, OLD_15_DIGITS 10,
                    NAME_HOMOPHONE 30,
                    NAME_TRADITIONAL 15\
                    """);

    private final double share;

    Dirt(double share) {
        this.share = share;
    }

    Optional<Spoilt> spoil(Row row, Dice dice) {
        if (!dice.chance(share) || row.idNumber().isEmpty() || CLEAN.contains(row.category())) {
            return Optional.empty();
        }
        return Optional.of(spoil(row, Kind.valueOf(KINDS.draw(dice)), dice));
    }

    private static Spoilt spoil(Row row, Kind kind, Dice dice) {
        String id = row.idNumber();
        String name = row.name();
        return switch (kind) {
            case MISSING_ID -> new Spoilt(kind, row.written("", name));
            case WRONG_DIGIT -> new Spoilt(kind, row.written(wrongDigit(id, dice), name));
            case SWAPPED_DIGITS -> swapped(row, dice);
            case OLD_15_DIGITS ->
                    id.startsWith("19", 6)
                            ? new Spoilt(
                                    kind,
                                    row.written(id.substring(0, 6) + id.substring(8, 17), name))
                            : spoil(row, Kind.WRONG_DIGIT, dice);
            case NAME_HOMOPHONE, NAME_TRADITIONAL, NAME_TRANSLITERATION, NAME_WITHOUT_DOT ->
                    otherName(row, kind).orElseGet(() -> spoil(row, Kind.MISSING_ID, dice));
        };
    }

    /** A name that is Mongol to its look is spoilt as such names are. */
    private static Optional<Spoilt> otherName(Row row, Kind kind) {
        String name = row.name();
        var withoutDot = NameVariants.withoutDot(name);
        if (withoutDot.isPresent()) {
            return withoutDot.map(other -> spoilt(Kind.NAME_WITHOUT_DOT, row, other));
        }
        var transliterated = NameVariants.transliteration(name);
        if (transliterated.isPresent()) {
            return transliterated.map(other -> spoilt(Kind.NAME_TRANSLITERATION, row, other));
        }
        return kind == Kind.NAME_TRADITIONAL
                ? NameVariants.traditional(name).map(other -> spoilt(kind, row, other))
                : NameVariants.homophone(name)
                        .map(other -> spoilt(Kind.NAME_HOMOPHONE, row, other));
    }

    private static Spoilt spoilt(Kind kind, Row row, String name) {
        return new Spoilt(kind, row.written(row.idNumber(), name));
    }

    private static String wrongDigit(String id, Dice dice) {
        int at = dice.between(6, 16);
        int digit = (id.charAt(at) - '0' + dice.between(1, 9)) % 10;
        return id.substring(0, at) + digit + id.substring(at + 1);
    }

    /** Two neighbours that differ change places: the check digit notices. */
    private static Spoilt swapped(Row row, Dice dice) {
        String id = row.idNumber();
        int at = dice.between(6, 15);
        while (id.charAt(at) == id.charAt(at + 1)) {
            at = at == 15 ? 6 : at + 1;
        }
        String other =
                id.substring(0, at) + id.charAt(at + 1) + id.charAt(at) + id.substring(at + 2);
        return new Spoilt(Kind.SWAPPED_DIGITS, row.written(other, row.name()));
    }
}
