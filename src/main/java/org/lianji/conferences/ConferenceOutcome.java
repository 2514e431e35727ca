package org.lianji.conferences;

import org.jspecify.annotations.Nullable;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.platform.Problem;
import org.lianji.procedure.Texts;
import org.lianji.texts.PlainText;

/**
 * How a conference ended.
 *
 * @param amount that may be given in all, in yuan; null where it is not about one
 * @param rule by which it may: an amount beyond the ordinary one is lawful by some; null likewise
 */
record ConferenceOutcome(String minutes, @Nullable String amount, @Nullable String rule) {

    private static final int LONGEST_RULE = 200;

    /** A million yuan: more is a slip of the pen. */
    private static final long MOST_FEN = 100_000_000;

    /**
     * {@return the amount in fen; null where it is not about one}
     *
     * @throws Problem CONFERENCE_AMOUNT where it is nought or less, or a slip of the pen
     */
    @Nullable Long allowed(Values values) {
        if (amount == null) {
            return null;
        }
        long fen = (Long) values.required(ItemType.Scalar.MONEY, amount, "amount");
        if (fen <= 0 || fen > MOST_FEN) {
            throw new Problem(ConferenceCode.CONFERENCE_AMOUNT);
        }
        return fen;
    }

    /**
     * {@return the rule; null where it is not about an amount}
     *
     * @throws Problem CONFERENCE_AMOUNT where one of the two is there without the other
     */
    @Nullable String allowedBy() {
        String given = Texts.optional("rule", rule);
        if ((given == null) != (amount == null)
                || given != null && PlainText.length(given) > LONGEST_RULE) {
            throw new Problem(ConferenceCode.CONFERENCE_AMOUNT);
        }
        return given;
    }
}
