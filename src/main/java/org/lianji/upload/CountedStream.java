package org.lianji.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Knows how many bytes were read. */
final class CountedStream extends FilterInputStream {

    private long bytes;

    CountedStream(InputStream in) {
        super(in);
    }

    /** {@return how many} */
    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        bytes += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        bytes += Math.max(read, 0);
        return read;
    }
}
