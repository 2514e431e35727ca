package org.lianji.decision;

import java.time.LocalDate;
import java.util.List;

/** What is left of a value that is shown masked. */
final class Masks {

    private static final List<Long> BANDS =
            List.of(0L, 500L, 1000L, 2000L, 5000L, 10000L, 50000L, 100000L, 500000L, 1000000L);

    private Masks() {}

    static boolean has(Library.Part part) {
        return !part.mask().isEmpty();
    }

    static Object mask(Library.Part part, Object value) {
        return switch (part.mask()) {
            case "AMOUNT" -> band((Long) value);
            case "YEAR" -> ((LocalDate) value).withDayOfYear(1);
            case "MONTH" -> value.toString().substring(0, 4) + "-01";
            case "NAME" -> left(value, 1) + "**";
            case "ADDRESS" -> left(value, 6) + "…";
            case "PHONE" -> telephone(value.toString());
            case "PLATE" -> "*";
            default -> throw new IllegalArgumentException(part.name());
        };
    }

    static String idNumber(String number) {
        return number.substring(0, 6) + "*".repeat(12);
    }

    /** {@return the number of a certificate, whose holder's part nobody sees} */
    static String certificate(Object number) {
        return idNumber(number.toString()) + number.toString().substring(18);
    }

    private static Object band(long fen) {
        return 100
                * BANDS.stream()
                        .filter(lower -> lower * 100 <= fen)
                        .max(Long::compare)
                        .orElse(BANDS.getFirst());
    }

    private static String telephone(String number) {
        return left(number, 3) + "****" + number.substring(Math.max(0, number.length() - 2));
    }

    private static String left(Object text, int characters) {
        String whole = text.toString();
        return whole.substring(0, Math.min(characters, whole.length()));
    }
}
