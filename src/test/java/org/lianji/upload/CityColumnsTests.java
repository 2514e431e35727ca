package org.lianji.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Sdl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The synthetic city has each category in the columns that the catalogue gives it. */
class CityColumnsTests {

    @Test
    void everyCategoryComesInItsOwnColumns() throws IOException {
        for (Category category : Sdl.read().catalogue().categories()) {
            Columns columns = new Columns(category);
            assertThat(header(category.code()))
                    .as(category.code())
                    .allMatch(columns::knows)
                    .containsAll(columns.required());
        }
    }

    private static List<String> header(String code) throws IOException {
        Path file = Path.of("target/demo-city", code + ".csv.gz");
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            return List.of(lines.readLine().split(","));
        }
    }
}
