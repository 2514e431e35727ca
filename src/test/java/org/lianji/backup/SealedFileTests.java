package org.lianji.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;

/** Pieces of one megabyte, each behind its seal. */
class SealedFileTests {

    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final int HEAD = 40;
    private static final int PIECE = (1 << 20) + 16;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 20, (1 << 20) + 1, 5 << 19, 2 << 20})
    void givesBackWhatWasWritten(int size) throws IOException {
        byte[] content = content(size);

        assertThat(opened(sealed(content), KEY)).isEqualTo(content);
    }

    @Test
    void showsNothingOfWhatIsInIt() throws IOException {
        byte[] content = new byte[5000];

        assertThat(sealed(content)).isNotEqualTo(sealed(content));
    }

    @Test
    void isNotOpenedWithAnotherKey() throws IOException {
        refused(sealed(content(10)), "f".repeat(64), "The key is not the one");
    }

    @Test
    void isNoBackupWithoutItsHead() {
        refused(new byte[3], KEY, "no backup");
        refused(new byte[100], KEY, "no backup");
    }

    /** At the salt, in the first piece, in the last, in the last seal. */
    @ParameterizedTest
    @ValueSource(ints = {20, HEAD, HEAD + PIECE, -1})
    void aByteThatIsChangedIsFound(int place) throws IOException {
        byte[] file = sealed(content(3 << 19));
        file[place < 0 ? file.length + place : place] ^= 1;

        refused(file, KEY, "changed");
    }

    /** Within a piece, and between two, where nothing but the end is missing. */
    @ParameterizedTest
    @ValueSource(ints = {HEAD + 10, HEAD + PIECE, HEAD + 2 * PIECE, HEAD + 2 * PIECE + 1, HEAD})
    void anEndThatIsCutOffIsFound(int length) throws IOException {
        refused(Arrays.copyOf(sealed(content(5 << 19)), length), KEY, "changed");
    }

    @Test
    void piecesThatChangePlacesAreFound() throws IOException {
        byte[] file = sealed(content(5 << 19));
        byte[] first = Arrays.copyOfRange(file, HEAD, HEAD + PIECE);
        System.arraycopy(file, HEAD + PIECE, file, HEAD, PIECE);
        System.arraycopy(first, 0, file, HEAD + PIECE, PIECE);

        refused(file, KEY, "changed");
    }

    @Test
    void bytesBehindItsEndAreFound() throws IOException {
        byte[] file = sealed(content(10));

        refused(Arrays.copyOf(file, file.length + 1), KEY, "changed");
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(7).nextBytes(content);
        return content;
    }

    private static byte[] sealed(byte[] content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (OutputStream out = SealedFile.to(file, KEY)) {
            out.write(content);
        }
        return file.toByteArray();
    }

    private static byte[] opened(byte[] file, String key) throws IOException {
        try (InputStream in = SealedFile.from(new ByteArrayInputStream(file), key)) {
            return in.readAllBytes();
        }
    }

    private static void refused(byte[] file, String key, String why) {
        assertThatExceptionOfType(SealedFile.Unreadable.class)
                .isThrownBy(() -> opened(file, key))
                .withMessageContaining(why);
    }
}
