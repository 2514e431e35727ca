package org.lianji.disclosure;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;

/**
 * Pages of A4 that are written from the top, with a margin all round. The same content is the same
 * bytes: no date and no number of its own tells when it was printed.
 */
final class SheetPages {

    private final PDDocument document;
    private final SheetFont font;
    private final float margin;
    private PDPageContentStream page;

    /** Where what comes next begins, from the bottom. */
    private float y;

    private SheetPages(PDDocument document, float margin) throws IOException {
        this.document = document;
        this.margin = margin;
        this.font = SheetFont.of(document);
        this.page = turned();
    }

    /** What a sheet has on it. */
    @FunctionalInterface
    interface Content {

        void on(SheetPages pages) throws IOException;
    }

    /**
     * {@return the sheet as PDF}
     *
     * @param places of those that are drawn at a time; the others wait
     */
    static byte[] drawn(Semaphore places, float margin, Content content) {
        places.acquireUninterruptibly();
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(0L);
            SheetPages pages = new SheetPages(document, margin);
            content.on(pages);
            pages.page.close();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    private PDPageContentStream turned() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        y = PDRectangle.A4.getHeight() - margin;
        return new PDPageContentStream(document, next);
    }

    SheetFont font() {
        return font;
    }

    float width() {
        return PDRectangle.A4.getWidth() - 2 * margin;
    }

    float y() {
        return y;
    }

    void down(float by) {
        y -= by;
    }

    /** {@return whether there was no room for so much; what follows is on the next page then} */
    boolean turnsFor(float height) throws IOException {
        if (y - height >= margin) {
            return false;
        }
        page.close();
        page = turned();
        return true;
    }

    /** Writes in the middle. */
    void title(String text, float size) throws IOException {
        String printed = font.printable(text);
        write(printed, size, (width() - font.width(printed, size)) / 2);
    }

    /**
     * @param x from the left margin
     */
    void write(String text, float size, float x) throws IOException {
        page.beginText();
        page.newLineAtOffset(margin + x, y);
        for (SheetFont.Run run : font.runs(text)) {
            page.setFont(run.font(), size);
            page.showText(run.text());
        }
        page.endText();
    }

    /** Draws a box from here down. */
    void box(float x, float width, float height) throws IOException {
        page.addRect(margin + x, y - height, width, height);
        page.stroke();
    }
}
