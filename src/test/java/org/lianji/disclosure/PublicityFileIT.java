package org.lianji.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianji.HubTest;
import org.lianji.people.Regions;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** An operator says where lists of those in receipt are public. */
@HubTest
class PublicityFileIT {

    private static final String VILLAGE = "150924106001";
    private static final LocalDate DAY = LocalDate.parse("2026-12-01");

    @Autowired Regions regions;

    @TempDir Path folder;

    private PublicitySwitch with(String... rows) throws IOException {
        Path file = folder.resolve("lists.csv");
        Files.writeString(file, "region,from,list\n" + String.join("\n", rows));
        return new PublicitySwitch(regions, new PublicitySwitch.Settings(file));
    }

    @Test
    void standsInThePlaceOfTheHubsOwn() throws IOException {
        assertThat(with("150924106000,2026-12-01,PUBLIC").isPublic(VILLAGE, DAY)).isTrue();
        assertThat(with("150924106000,2026-12-02,PUBLIC").isPublic(VILLAGE, DAY)).isFalse();
        assertThat(with("150922000000,2026-01-01,PUBLIC").isPublic(VILLAGE, DAY))
                .as("nothing is public without a row")
                .isFalse();
    }

    @Test
    void isRefusedWithFileAndLine() {
        assertThatThrownBy(() -> with("150924106000,2026-12-01,PUBLIC", "1,2026-12-01,NONE"))
                .hasMessageContaining("lists.csv:3: there is no region 1");
        assertThatThrownBy(() -> with("150924106000,2026-12-01,SOME"))
                .hasMessageContaining("lists.csv:2: ");
        Path nowhere = folder.resolve("nowhere.csv");
        assertThatThrownBy(
                        () -> new PublicitySwitch(regions, new PublicitySwitch.Settings(nowhere)))
                .isInstanceOf(UncheckedIOException.class);
    }
}
