package org.lianji.disclosure;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A letter on A4, to be printed, filled in, sealed and sent. */
public final class LetterSheet {

    private static final Semaphore OF_OFFICERS = new Semaphore(1, true);

    private static final float MARGIN = 72;
    private static final float TITLE = 22;
    private static final float TEXT = 14;
    private static final float LEADING = 26;

    private LetterSheet() {}

    /**
     * {@return the letter as PDF}
     *
     * @param title in the middle
     * @param paragraphs each on lines of its own
     */
    public static byte[] of(String title, List<String> paragraphs) {
        return SheetPages.drawn(OF_OFFICERS, MARGIN, pages -> draw(pages, title, paragraphs));
    }

    private static void draw(SheetPages pages, String title, List<String> paragraphs)
            throws IOException {
        pages.title(title, TITLE);
        pages.down(LEADING);
        for (String paragraph : paragraphs) {
            for (String line : pages.font().lines(paragraph, TEXT, pages.width())) {
                if (!pages.turnsFor(LEADING)) {
                    pages.down(LEADING);
                }
                pages.write(line, TEXT, 0);
            }
        }
    }
}
