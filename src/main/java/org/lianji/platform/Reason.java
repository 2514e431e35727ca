package org.lianji.platform;

import org.jspecify.annotations.Nullable;

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
}
