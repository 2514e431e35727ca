package org.lianji.disclosure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The font of a sheet (IBM Plex Sans SC, SIL OFL 1.1) and, for the ideographs of GB 18030-2022 that
 * it lacks, another (花園明朝, SIL OFL 1.1) of which a sheet reads the files alone whose characters it
 * shows. The sheet carries those characters.
 */
final class SheetFont {

    private static final String FOLDER = "fonts/";
    private static final String FILE = "notice.ttf";
    private static final String RARE = "rare/";
    private static final float UNITS = 1000;

    /** What no line begins with. */
    private static final String CLOSING = "。，、；：）】》？！";

    private static final NavigableMap<Integer, Range> RANGES = ranges();

    private final PDDocument sheet;
    private final Face usual;
    private final Map<String, Face> rare = new HashMap<>();

    private SheetFont(PDDocument sheet) throws IOException {
        this.sheet = sheet;
        this.usual = face(FILE);
    }

    private record Range(int last, String file) {}

    private record Face(PDFont font, CmapLookup glyphs) {

        boolean has(int point) {
            return glyphs.getGlyphId(point) != 0;
        }
    }

    /** Characters beside one another that one font has. */
    record Run(PDFont font, String text) {}

    static SheetFont of(PDDocument sheet) throws IOException {
        return new SheetFont(sheet);
    }

    private static NavigableMap<Integer, Range> ranges() {
        NavigableMap<Integer, Range> ranges = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        new ClassPathResource(FOLDER + RARE + "ranges.csv")
                                                .getInputStream(),
                                        StandardCharsets.UTF_8))) {
            rows.forEach(
                    row ->
                            ranges.put(
                                    Integer.valueOf(row.getField("first")),
                                    new Range(
                                            Integer.parseInt(row.getField("last")),
                                            row.getField("file"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ranges;
    }

    private Face face(String file) throws IOException {
        TrueTypeFont font =
                new TTFParser()
                        .parse(
                                new RandomAccessReadBuffer(
                                        new ClassPathResource(FOLDER + file)
                                                .getContentAsByteArray()));
        return new Face(PDType0Font.load(sheet, font, true), font.getUnicodeCmapLookup());
    }

    /** {@return the font that has a character; null where none has} */
    private @Nullable Face face(int point) throws IOException {
        if (usual.has(point)) {
            return usual;
        }
        Map.Entry<Integer, Range> range = RANGES.floorEntry(point);
        if (range == null || point > range.getValue().last()) {
            return null;
        }
        String file = range.getValue().file();
        Face face = rare.get(file);
        if (face == null) {
            face = face(RARE + file);
            rare.put(file, face);
        }
        return face.has(point) ? face : null;
    }

    /** {@return the text as it is printed: what no font has by its code, so that none is lost} */
    String printable(String text) throws IOException {
        StringBuilder printable = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            if (Character.isWhitespace(point)) {
                printable.append(' ');
            } else if (face(point) == null) {
                printable.append("〔U+%04X〕".formatted(point));
            } else {
                printable.appendCodePoint(point);
            }
        }
        return printable.toString();
    }

    /** {@return what can be printed, each part in the font that has it} */
    List<Run> runs(String printable) throws IOException {
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        PDFont last = usual.font();
        for (int point : printable.codePoints().toArray()) {
            Face face = face(point);
            PDFont font = face == null ? usual.font() : face.font();
            if (!font.equals(last) && !text.isEmpty()) {
                runs.add(new Run(last, text.toString()));
                text.setLength(0);
            }
            last = font;
            text.appendCodePoint(point);
        }
        runs.add(new Run(last, text.toString()));
        return runs;
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
        float units = 0;
        for (Run run : runs(printable)) {
            units += run.font().getStringWidth(run.text());
        }
        return units / UNITS * size;
    }
}
