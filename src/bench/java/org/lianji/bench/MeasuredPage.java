package org.lianji.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documentation, of which a measurement writes a part: what stands between marks. */
public final class MeasuredPage {

    private MeasuredPage() {}

    /**
     * Writes the part anew, and prints it.
     *
     * @param mark name of the part, which begins with {@code <!-- mark -->} and ends with {@code
     *     <!-- /mark -->}
     */
    public static void write(Path page, String mark, String measured) throws IOException {
        String begin = "<!-- %s -->\n".formatted(mark);
        String text = Files.readString(page);
        Files.writeString(
                page,
                text.substring(0, text.indexOf(begin) + begin.length())
                        + measured
                        + text.substring(text.indexOf("<!-- /%s -->\n".formatted(mark))));
        System.out.println(measured);
    }
}
