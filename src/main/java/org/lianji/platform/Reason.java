package org.lianji.platform;

import graphql.GraphQLContext;

import org.jspecify.annotations.Nullable;
import org.lianji.texts.IdNumbers;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;

/**
 * Why a request reads, as it states beside its token: in the header fields {@value #PURPOSE} and
 * {@value #BASIS}, or under the same names in the payload of a stream's {@code connection_init}.
 *
 * @param purpose one letter of the closed list of purposes
 * @param basis identifier of the case, warning, plan, run or order that the read belongs to
 */
public record Reason(@Nullable String purpose, @Nullable String basis) {

    /** Header field with the purpose. */
    public static final String PURPOSE = "Lianji-Purpose";

    /** Header field with the basis. */
    public static final String BASIS = "Lianji-Basis";

    /** What a request says that gives no reason. */
    public static final Reason NONE = new Reason(null, null);

    private static final int LONGEST = 100;

    /**
     * {@return the reason that a request states}
     *
     * @param stated finds what is stated under a name, or null
     * @throws Problem where it is no short text
     */
    public static Reason read(Function<String, @Nullable Object> stated) {
        return new Reason(text(stated, PURPOSE), text(stated, BASIS));
    }

    /**
     * {@return this reason, where its purpose is one of the list or none is stated}
     *
     * @throws Problem where there is no such purpose
     */
    public Reason known() {
        if (purpose != null && !purpose.matches("[A-H]")) {
            throw new Problem(PlatformCode.INVALID_PARAMETER, Map.of("parameter", PURPOSE));
        }
        return this;
    }

    /** {@return the reason that was stated with the question of that context} */
    public static Reason of(GraphQLContext context) {
        return context.getOrDefault(Reason.class, NONE);
    }

    private static @Nullable String text(Function<String, @Nullable Object> stated, String name) {
        return switch (stated.apply(name)) {
            case null -> null;
            case String text when text.isBlank() -> null;
            case String text when text.length() <= LONGEST && !holdsNumber(text) -> text.strip();
            default -> throw new Problem(PlatformCode.INVALID_PARAMETER, Map.of("parameter", name));
        };
    }

    /** What is stated is written down as it is. */
    private static boolean holdsNumber(String text) {
        return IdNumbers.in(text, LocalDate.MAX).isPresent();
    }
}
