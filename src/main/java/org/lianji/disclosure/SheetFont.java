package org.lianji.disclosure;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The font of a sheet (IBM Plex Sans SC, SIL OFL 1.1), which has the characters that names need;
 * the sheet carries those that it shows.
 */
final class SheetFont {

    private static final String FILE = "fonts/notice.ttf";
    private static final float UNITS = 1000;

    /** What no line begins with. */
    private static final String CLOSING = "。，、；：）】》？！";

    private final PDFont font;
    private final CmapLookup glyphs;

    private SheetFont(PDFont font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    static SheetFont of(PDDocument sheet) throws IOException {
        TrueTypeFont file =
                new TTFParser()
                        .parse(
                                new RandomAccessReadBuffer(
                                        new ClassPathResource(FILE).getContentAsByteArray()));
        return new SheetFont(PDType0Font.load(sheet, file, true), file.getUnicodeCmapLookup());
    }

    PDFont font() {
        return font;
    }

    /** {@return the text as the font prints it: what it lacks by its code, so that none is lost} */
    String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .forEach(
                        point -> {
                            if (Character.isWhitespace(point)) {
                                printable.append(' ');
                            } else if (glyphs.getGlyphId(point) == 0) {
                                printable.append("〔U+%04X〕".formatted(point));
                            } else {
                                printable.appendCodePoint(point);
                            }
                        });
        return printable.toString();
    }

    /** {@return the text in lines that are no wider than so many points} */
    List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int point : printable(text).codePoints().toArray()) {
            String longer = line.toString() + Character.toString(point);
            if (!line.isEmpty() && width(longer, size) > width && CLOSING.indexOf(point) < 0) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.appendCodePoint(point);
        }
        lines.add(line.toString());
        return lines;
    }

    float width(String printable, float size) throws IOException {
        return font.getStringWidth(printable) / UNITS * size;
    }
}
