package org.lianji.upload;

import java.nio.charset.Charset;
import java.util.BitSet;

/**
 * The characters that Chinese is mostly written with: the 3,755 of GB 2312's first level, and its
 * signs. Of any text they are nine in ten; of a text read in a wrong character set, few.
 */
final class CommonCharacters {

    private static final BitSet ALL = read();

    private CommonCharacters() {}

    /** {@return whether it is one of them} */
    static boolean hold(char character) {
        return ALL.get(character);
    }

    private static BitSet read() {
        BitSet read = new BitSet();
        rows(read, 0xA1, 0xA3);
        rows(read, 0xB0, 0xD7);
        return read;
    }

    private static void rows(BitSet read, int first, int last) {
        Charset charset = Charset.forName("GB2312");
        for (int row = first; row <= last; row++) {
            for (int cell = 0xA1; cell <= 0xFE; cell++) {
                String character = new String(new byte[] {(byte) row, (byte) cell}, charset);
                if (character.length() == 1 && character.charAt(0) != '\uFFFD') {
                    read.set(character.charAt(0));
                }
            }
        }
    }
}
