package org.lianji.disclosure;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A letter on A4, to be printed, filled in, sealed and sent. The same content is the same bytes.
 */
public final class LetterSheet {

    private static final float MARGIN = 72;
    private static final float TITLE = 22;
    private static final float TEXT = 14;
    private static final float LEADING = 26;

    private final PDDocument document;
    private final SheetFont font;
    private final float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private PDPageContentStream page;
    private float y;

    private LetterSheet(PDDocument document) throws IOException {
        this.document = document;
        this.font = SheetFont.of(document);
        this.page = turned();
    }

    /**
     * {@return the letter as PDF}
     *
     * @param title in the middle
     * @param paragraphs each on lines of its own
     */
    public static byte[] of(String title, List<String> paragraphs) {
        NoticeSheet.DRAWN.acquireUninterruptibly();
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(0L);
            LetterSheet letter = new LetterSheet(document);
            letter.draw(title, paragraphs);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            NoticeSheet.DRAWN.release();
        }
    }

    private PDPageContentStream turned() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, next);
    }

    private void draw(String title, List<String> paragraphs) throws IOException {
        String heading = font.printable(title);
        write(heading, TITLE, MARGIN + (width - font.width(heading, TITLE)) / 2);
        y -= LEADING;
        for (String paragraph : paragraphs) {
            for (String line : font.lines(paragraph, TEXT, width)) {
                y -= LEADING;
                if (y < MARGIN) {
                    page.close();
                    page = turned();
                }
                write(line, TEXT, MARGIN);
            }
        }
        page.close();
    }

    private void write(String text, float size, float x) throws IOException {
        page.beginText();
        page.setFont(font.font(), size);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }
}
