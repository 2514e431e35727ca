package org.lianji.texts;

import java.text.Normalizer;

/**
 * What a spreadsheet begins a formula with: four signs in any width, raised, lowered or small, and
 * the minus of mathematics.
 */
public final class FormulaStart {

    private static final String SIGNS = "=+-@\u2212";

    private FormulaStart() {}

    /**
     * {@return whether a spreadsheet may take the text for a formula, behind blanks and what shows
     * nothing too}
     *
     * @param text any
     */
    public static boolean in(String text) {
        return text.codePoints()
                .filter(character -> !PlainText.isPassedOver(character))
                .limit(1)
                .anyMatch(FormulaStart::isSign);
    }

    private static boolean isSign(int character) {
        return SIGNS.indexOf(
                        Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC)
                                .codePointAt(0))
                >= 0;
    }
}
