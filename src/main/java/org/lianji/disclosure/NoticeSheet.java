package org.lianji.disclosure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** What is public as a sheet of A4 for the notice board. */
final class NoticeSheet {

    /** Whoever asks for sheets without a token keeps no officer waiting. */
    private static final Semaphore OF_THE_PUBLIC = new Semaphore(1, true);

    private static final float MARGIN = 50;
    private static final float TITLE = 22;
    private static final float TEXT = 12;
    private static final float LEADING = 18;
    private static final float PAD = 5;
    private static final float[] PARTS = {0.26f, 0.16f, 0.18f, 0.22f, 0.18f};

    private final SheetPages pages;

    private NoticeSheet(SheetPages pages) {
        this.pages = pages;
    }

    static byte[] of(PublicTable table) {
        return SheetPages.drawn(OF_THE_PUBLIC, MARGIN, pages -> new NoticeSheet(pages).draw(table));
    }

    private void draw(PublicTable table) throws IOException {
        pages.down(TITLE);
        pages.title(table.title(), TITLE);
        pages.down(LEADING);
        for (String line : pages.font().lines(table.words(), TEXT, pages.width())) {
            pages.down(LEADING);
            pages.write(line, TEXT, 0);
        }
        pages.down(LEADING);
        row(table.heads(), table.heads());
        for (List<String> row : table.rows()) {
            row(row, table.heads());
        }
    }

    /** On the next page where there is no room, below the heads of the columns. */
    private void row(List<String> cells, List<String> heads) throws IOException {
        List<List<String>> texts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            texts.add(pages.font().lines(cells.get(i), TEXT, pages.width() * PARTS[i] - 2 * PAD));
        }
        float height = LEADING * texts.stream().mapToInt(List::size).max().orElse(1) + PAD;
        if (pages.turnsFor(height) && !cells.equals(heads)) {
            row(heads, heads);
        }
        float x = 0;
        for (int i = 0; i < cells.size(); i++) {
            pages.box(x, pages.width() * PARTS[i], height);
            cell(texts.get(i), x + PAD);
            x += pages.width() * PARTS[i];
        }
        pages.down(height);
    }

    private void cell(List<String> lines, float x) throws IOException {
        float top = pages.y();
        for (String line : lines) {
            pages.down(LEADING - PAD / 2);
            pages.write(line, TEXT, x);
            pages.down(PAD / 2);
        }
        pages.down(pages.y() - top);
    }
}
