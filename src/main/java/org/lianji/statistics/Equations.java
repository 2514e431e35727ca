package org.lianji.statistics;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Linear equations whose constants are known: which of their unknowns have only one solution
 * (Gauss-Jordan elimination over a prime field, so that nothing is rounded).
 *
 * @param <T> an unknown
 */
final class Equations<T> {

    private static final long PRIME = 2_147_483_647L;

    /** An unknown plus these, by their factors, is known; none of these is a key. */
    private final Map<T, Map<T, Long>> solved = new HashMap<>();

    /**
     * @param factors of the unknowns
     */
    void add(Map<T, Long> factors) {
        Map<T, Long> rest = new HashMap<>();
        factors.forEach((unknown, factor) -> plus(rest, unknown, Math.floorMod(factor, PRIME)));
        if (rest.isEmpty()) {
            return;
        }
        T pivot = rest.keySet().iterator().next();
        long inverse = inverse(Objects.requireNonNull(rest.remove(pivot)));
        rest.replaceAll((_, factor) -> factor * inverse % PRIME);
        solved.values()
                .forEach(
                        equation -> {
                            Long factor = equation.remove(pivot);
                            if (factor != null) {
                                subtract(equation, rest, factor);
                            }
                        });
        solved.put(pivot, rest);
    }

    /** {@return unknowns that have one solution} */
    Set<T> determined() {
        return solved.entrySet().stream()
                .filter(equation -> equation.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Adds an unknown, or what it comes to where it is solved. */
    private void plus(Map<T, Long> equation, T unknown, long factor) {
        Map<T, Long> comesTo = solved.get(unknown);
        if (comesTo == null) {
            put(equation, unknown, factor);
        } else {
            subtract(equation, comesTo, factor);
        }
    }

    private static <T> void subtract(Map<T, Long> equation, Map<T, Long> other, long times) {
        other.forEach(
                (unknown, factor) -> put(equation, unknown, Math.floorMod(-times * factor, PRIME)));
    }

    private static <T> void put(Map<T, Long> equation, T unknown, long factor) {
        equation.merge(unknown, factor, (a, b) -> (a + b) % PRIME);
        equation.remove(unknown, 0L);
    }

    /** By Fermat's little theorem. */
    private static long inverse(long number) {
        long power = 1;
        long base = number;
        for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) {
                power = power * base % PRIME;
            }
            base = base * base % PRIME;
        }
        return power;
    }
}
