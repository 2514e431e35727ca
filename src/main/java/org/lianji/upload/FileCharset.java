package org.lianji.upload;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * In which character set a file is written: judged over all of it before any of it is taken, since
 * a wrong one garbles some cells silently. Short texts can be read in both; there the file's own
 * word counts, and without one the reading by which all is Chinese.
 */
public final class FileCharset {

    static final Charset GB18030 = Charset.forName("GB18030");

    /** GBK and GB 2312 are parts of GB 18030, whatever vendors call them. */
    private static final Set<String> NAMES_OF_GB18030 =
            Set.of(
                    "GB18030",
                    "GB180302000",
                    "GB180302005",
                    "GB180302022",
                    "GBK",
                    "XGBK",
                    "CP936",
                    "MS936",
                    "936",
                    "WINDOWS936",
                    "XMSWIN936",
                    "GB2312",
                    "GB231280",
                    "XGB2312",
                    "EUCCN",
                    "XEUCCN",
                    "CHINESE",
                    "CSGB2312");

    private static final Set<String> NAMES_OF_UTF_8 =
            Set.of("UTF8", "CP65001", "65001", "UNICODE11UTF8");

    private static final int BLOCK = 65_536;
    private static final int HEAD = 4_096;

    private FileCharset() {}

    /**
     * {@return the character set of that name}
     *
     * @throws Problem where files may not be written in it
     */
    public static Charset named(String name) {
        String known = name.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        if (NAMES_OF_GB18030.contains(known)) {
            return GB18030;
        }
        if (!NAMES_OF_UTF_8.contains(known)) {
            throw new Problem(ContributionCode.MEDIA_TYPE);
        }
        return StandardCharsets.UTF_8;
    }

    /**
     * {@return the character set in which all of the file can be read}
     *
     * @param declared by the sender, if at all; else UTF-8 is meant
     * @throws Problem saying what it looks like, where that is another
     */
    public static Charset judge(Spool spool, @Nullable Charset declared) {
        refuseOtherThanText(head(spool));
        CharsetReader utf8 = read(spool, StandardCharsets.UTF_8);
        if (GB18030.equals(declared)) {
            if (utf8.meant()) {
                throw new Problem(ContributionCode.LOOKS_LIKE_UTF_8);
            }
            CharsetReader gb18030 = read(spool, GB18030);
            refuseUnlessWhole(gb18030, ContributionCode.NOT_GB18030);
            if (gb18030.garbled()) {
                throw new Problem(ContributionCode.NO_CHINESE_IN_GB18030);
            }
            return GB18030;
        }
        boolean other = declared == null && utf8.alsoChinese();
        if (other || !utf8.whole() && !utf8.meant() && read(spool, GB18030).chinese()) {
            throw new Problem(ContributionCode.LOOKS_LIKE_GB18030);
        }
        refuseUnlessWhole(utf8, ContributionCode.NOT_UTF_8);
        return StandardCharsets.UTF_8;
    }

    private static void refuseUnlessWhole(CharsetReader reading, ContributionCode code) {
        if (!reading.whole()) {
            throw new Problem(code, Map.of("line", reading.lines));
        }
    }

    private static void refuseOtherThanText(byte[] head) {
        if (begins(head, 0x1F, 0x8B)) {
            throw new Problem(ContributionCode.LOOKS_LIKE_GZIP);
        }
        if (begins(head, 'P', 'K', 3, 4) || begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Problem(ContributionCode.LOOKS_LIKE_A_WORKBOOK);
        }
        if (looksLikeUtf16(head)) {
            throw new Problem(ContributionCode.LOOKS_LIKE_UTF_16);
        }
    }

    private static boolean begins(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || Byte.toUnsignedInt(head[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** By its mark, or by what ASCII becomes in it: every other byte is zero. */
    private static boolean looksLikeUtf16(byte[] head) {
        if (head.length >= 2
                && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
                        || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)) {
            return true;
        }
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        int most = Math.max(zeros[0], zeros[1]);
        int least = Math.min(zeros[0], zeros[1]);
        return most > head.length / 8 && least < most / 8;
    }

    private static byte[] head(Spool spool) {
        try (InputStream bytes = spool.open()) {
            return bytes.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was found in the file when all of it was read in one character set. */
    private static final class CharsetReader {

        /** So many in a row are no accident: Chinese in GB 18030 breaks off before. */
        private static final int SURE = 3;

        /** Of fewer characters one can't say what they are. */
        private static final int SOME = 20;

        private boolean broken;
        private long lines = 1;
        private long ofThreeBytes;
        private boolean ofTwoBytes;
        private boolean beyondChinese;
        private long common;
        private long ideographs;
        private long others;

        boolean whole() {
            return !broken;
        }

        /**
         * {@return whether it is in UTF-8, but for some bytes: it has characters of three bytes}
         */
        boolean meant() {
            return ofThreeBytes >= (broken ? SURE : 1);
        }

        /** {@return whether every character beyond ASCII could be a Chinese one of GB 2312} */
        boolean alsoChinese() {
            return whole() && ofTwoBytes && ofThreeBytes == 0 && !beyondChinese;
        }

        /** {@return whether it is a Chinese text, not only bytes that could be one} */
        boolean chinese() {
            return whole() && common >= 4 * (ideographs + others);
        }

        /** {@return whether hardly a character is one that Chinese is written with} */
        boolean garbled() {
            return common + ideographs >= SOME && common < ideographs;
        }

        void take(CharBuffer text) {
            while (text.hasRemaining()) {
                char c = text.get();
                lines += c == '\n' ? 1 : 0;
                ofThreeBytes += c >= 0x800 ? 1 : 0;
                ofTwoBytes |= c >= 0x80 && c < 0x800;
                // its second byte in UTF-8 is below 0xA1, where GB 2312 has no character
                weigh(c);
                beyondChinese |= c >= 0x80 && (c & 0x3F) < 0x21;
            }
        }

        private void weigh(char c) {
            if (c >= 0x80) {
                if (CommonCharacters.hold(c)) {
                    common++;
                } else if (Character.isIdeographic(c) || isPrivate(c)) {
                    ideographs++;
                } else {
                    others++;
                }
            }
        }

        private static boolean isPrivate(char c) {
            return Character.getType(c) == Character.PRIVATE_USE;
        }
    }

    private static CharsetReader read(Spool spool, Charset charset) {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer text = CharBuffer.allocate(BLOCK);
        CharsetReader reading = new CharsetReader();
        try (InputStream in = spool.open()) {
            boolean end = false;
            while (!end && !reading.broken) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                CoderResult result = decoder.decode(bytes, text, end);
                bytes.compact();
                reading.take(text.flip());
                text.clear();
                reading.broken = result.isError();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading;
    }
}
