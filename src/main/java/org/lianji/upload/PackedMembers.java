package org.lianji.upload;

import org.lianji.platform.Problem;

import java.io.IOException;
import java.util.zip.GZIPInputStream;

/**
 * A gzip file to its end: several members may follow each other (RFC 1952), and nothing else may.
 * The JDK's reader passes over what it can't read behind a member.
 */
final class PackedMembers extends GZIPInputStream {

    private static final int BUFFER = 65_536;

    /** Check sum and length, which end a member. */
    private static final int TRAILER = 8;

    private final CountedStream packed;
    private long filled;

    PackedMembers(CountedStream packed) throws IOException {
        super(packed, BUFFER);
        this.packed = packed;
        this.filled = packed.bytes();
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        filled = packed.bytes();
    }

    /**
     * @throws Problem where something else than a member follows the last one
     */
    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        if (read < 0 && inf.getRemaining() + packed.bytes() - filled > TRAILER) {
            throw new Problem(ContributionCode.BEHIND_GZIP);
        }
        return read;
    }
}
