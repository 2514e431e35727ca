package org.lianji.disclosure;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * What is public as a sheet of A4 for the notice board. The same content is the same bytes: no date
 * and no number of its own tells when it was printed.
 */
final class NoticeSheet {

    private static final float MARGIN = 50;
    private static final float TITLE = 22;
    private static final float TEXT = 12;
    private static final float LEADING = 18;
    private static final float PAD = 5;
    private static final float[] PARTS = {0.26f, 0.16f, 0.18f, 0.22f, 0.18f};

    /** Sheets that are drawn at a time; the others wait. */
    static final Semaphore DRAWN = new Semaphore(2, true);

    private final PDDocument document;
    private final SheetFont font;
    private final float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private PDPageContentStream page;
    private float y;

    private NoticeSheet(PDDocument document) throws IOException {
        this.document = document;
        this.font = SheetFont.of(document);
        this.page = turned();
    }

    static byte[] of(PublicTable table) {
        DRAWN.acquireUninterruptibly();
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(0L);
            NoticeSheet sheet = new NoticeSheet(document);
            sheet.draw(table);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DRAWN.release();
        }
    }

    private PDPageContentStream turned() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, next);
    }

    private void draw(PublicTable table) throws IOException {
        String title = font.printable(table.title());
        y -= TITLE;
        write(title, TITLE, MARGIN + (width - font.width(title, TITLE)) / 2);
        y -= LEADING;
        for (String line : font.lines(table.words(), TEXT, width)) {
            y -= LEADING;
            write(line, TEXT, MARGIN);
        }
        y -= LEADING;
        row(table.heads(), table.heads());
        for (List<String> row : table.rows()) {
            row(row, table.heads());
        }
        page.close();
    }

    /** On the next page where there is no room, below the heads of the columns. */
    private void row(List<String> cells, List<String> heads) throws IOException {
        List<List<String>> texts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            texts.add(font.lines(cells.get(i), TEXT, width * PARTS[i] - 2 * PAD));
        }
        float height = LEADING * texts.stream().mapToInt(List::size).max().orElse(1) + PAD;
        if (y - height < MARGIN) {
            page.close();
            page = turned();
            if (!cells.equals(heads)) {
                row(heads, heads);
            }
        }
        float x = MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            page.addRect(x, y - height, width * PARTS[i], height);
            page.stroke();
            cell(texts.get(i), x + PAD);
            x += width * PARTS[i];
        }
        y -= height;
    }

    private void cell(List<String> lines, float x) throws IOException {
        float top = y;
        for (String line : lines) {
            y -= LEADING - PAD / 2;
            write(line, TEXT, x);
            y -= PAD / 2;
        }
        y = top;
    }

    private void write(String text, float size, float x) throws IOException {
        page.beginText();
        page.setFont(font.font(), size);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }
}
