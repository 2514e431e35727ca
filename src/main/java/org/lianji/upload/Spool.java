package org.lianji.upload;

import org.lianji.platform.Digests;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * An upload on disk, whole before any of it is read: a cut connection or a damaged file writes
 * nothing. The file is the hub's alone and has no name any more once it is open, so that not even a
 * killed hub leaves it behind.
 *
 * @param bytes where it lies, unpacked
 * @param digest SHA-256 of the unpacked bytes
 * @param size in bytes, unpacked
 */
public record Spool(FileChannel bytes, String digest, long size) implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Spool.class);

    /**
     * How large a file may be.
     *
     * @param bytes unpacked
     * @param ratio unpacked to packed, once it is larger than what is free
     * @param free unpacked bytes up to which the ratio doesn't matter
     */
    public record Bounds(long bytes, long ratio, long free) {

        public static final Bounds NONE =
                new Bounds(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

        void check(long packed, long unpacked) {
            if (unpacked > bytes) {
                throw new Problem(ContributionCode.UPLOAD_TOO_LARGE, Map.of("maxBytes", bytes));
            }
            if (unpacked > free && unpacked / ratio > packed) {
                throw new Problem(ContributionCode.UNPACKS_TOO_FAR, Map.of("ratio", ratio));
            }
        }
    }

    /**
     * Takes in an upload to its end.
     *
     * @throws Problem when it is cut, damaged or too large
     */
    public static Spool receive(InputStream body, boolean gzip, Bounds bounds) {
        FileChannel bytes = namelessFile();
        try {
            MessageDigest digest = Digests.sha256();
            long size = copy(body, gzip, bytes, digest, bounds);
            return new Spool(bytes, HexFormat.of().formatHex(digest.digest()), size);
        } catch (RuntimeException e) {
            close(bytes);
            throw e;
        }
    }

    /** {@return all of it from the start; one reader at a time} */
    InputStream open() throws IOException {
        bytes.position(0);
        return new FilterInputStream(Channels.newInputStream(bytes)) {
            @Override
            public void close() {
                // the file is closed with the request
            }
        };
    }

    private static long copy(
            InputStream body,
            boolean gzip,
            FileChannel bytes,
            MessageDigest digest,
            Bounds bounds) {
        OutputStream out = Channels.newOutputStream(bytes);
        CountedStream packed = new CountedStream(body);
        try (InputStream in = gzip ? new PackedMembers(packed) : packed) {
            byte[] buffer = new byte[65_536];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                bounds.check(packed.bytes(), size);
                digest.update(buffer, 0, read);
                keep(out, buffer, read);
            }
            return size;
        } catch (ZipException | EOFException e) {
            throw new Problem(gzip ? ContributionCode.BROKEN_GZIP : PlatformCode.REQUEST_CUT);
        } catch (IOException e) {
            log.info("An upload ended early, nothing was written: {}", PlatformCode.REQUEST_CUT);
            throw new Problem(PlatformCode.REQUEST_CUT);
        }
    }

    private static void keep(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException full) {
            throw noRoom(full);
        }
    }

    private static Problem noRoom(IOException full) {
        log.error("There is no room for uploads: {}", full.getMessage());
        return new Problem(ContributionCode.NO_ROOM_FOR_FILES);
    }

    private static FileChannel namelessFile() {
        try {
            Path file =
                    Files.createTempFile(
                            "lianji-upload",
                            "",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            try {
                return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static void close(FileChannel bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(bytes);
    }
}
